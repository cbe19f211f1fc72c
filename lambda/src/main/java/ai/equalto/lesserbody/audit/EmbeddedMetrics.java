package ai.equalto.lesserbody.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Has CloudWatch count events by the lines of the audit themselves (CloudWatch Embedded Metric
 * Format): a line names those of its fields that are metrics, and those by which they are told
 * apart. These are the function and, for calls of tools, the registered name of the tool; no text
 * of a caller ever makes a metric.
 */
final class EmbeddedMetrics {
  private static final String NAMESPACE = "LesserBody";
  private static final String FUNCTION = "function";
  private static final String TOOL = AuditEvent.Kind.TOOL_CALL.field();

  private EmbeddedMetrics() {}

  /**
   * Adds the metrics to the line of an event.
   *
   * @param function which function writes the line
   * @param first whether it is the first line of its environment
   */
  static void add(ObjectNode line, AuditEvent event, String function, Instant time, boolean first) {
    line.put(FUNCTION, function);
    Set<Metric> counted = Metric.of(event);
    if (counted.isEmpty() && !first) {
      return;
    }
    ObjectNode metadata = line.putObject("_aws").put("Timestamp", time.toEpochMilli());
    ArrayNode directives = metadata.putArray("CloudWatchMetrics");
    if (!counted.isEmpty()) {
      directive(line, directives, counted, line.path(TOOL).isTextual());
    }
    if (first) {
      directive(line, directives, EnumSet.of(Metric.COLD_STARTS), false);
    }
  }

  private static void directive(
      ObjectNode line, ArrayNode directives, Set<Metric> metrics, boolean byTool) {
    ObjectNode directive = directives.addObject().put("Namespace", NAMESPACE);
    ArrayNode dimensions = directive.putArray("Dimensions");
    dimensions.addArray().add(FUNCTION);
    if (byTool) {
      dimensions.addArray().add(FUNCTION).add(TOOL);
    }
    ArrayNode definitions = directive.putArray("Metrics");
    for (Metric metric : metrics) {
      definitions.addObject().put("Name", metric.field()).put("Unit", metric.unit());
      if (!line.has(metric.field())) {
        line.put(metric.field(), 1);
      }
    }
  }
}
