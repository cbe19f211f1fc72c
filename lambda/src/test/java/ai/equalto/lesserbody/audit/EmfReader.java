package ai.equalto.lesserbody.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads metrics out of a log line as CloudWatch does, and fails where the line breaks a rule that
 * is published for the format: its specification and schema ("Specification: Embedded metric
 * format" in the user guide of Amazon CloudWatch), and what dimensions may be ({@code Dimension} in
 * its API reference).
 */
public final class EmfReader {
  private static final Set<String> UNITS = Set.of("Count", "Milliseconds", "None");
  private static final int MAX_BYTES = 256 * 1024;
  private static final int MAX_DIMENSIONS = 30;
  private static final int MAX_METRICS = 100;

  private final JsonNode line;
  private final Set<String> metrics = new TreeSet<>();

  /** Reads a line. */
  public EmfReader(JsonNode line) {
    this.line = line;
    assertThat(Json.write(line)).hasSizeLessThanOrEqualTo(MAX_BYTES);
    JsonNode metadata = line.path("_aws");
    assertThat(metadata.properties().stream().map(field -> field.getKey()))
        .containsExactlyInAnyOrder("Timestamp", "CloudWatchMetrics");
    assertThat(metadata.get("Timestamp").isIntegralNumber()).isTrue();
    assertThat(metadata.get("CloudWatchMetrics").isArray()).isTrue();
    metadata.get("CloudWatchMetrics").forEach(this::directive);
  }

  /** The metrics, each as {@code name{dimension=value}=value unit}. */
  public Set<String> metrics() {
    return metrics;
  }

  private void directive(JsonNode directive) {
    assertThat(directive.properties().stream().map(field -> field.getKey()))
        .containsExactlyInAnyOrder("Namespace", "Dimensions", "Metrics");
    assertThat(directive.get("Namespace").textValue()).matches("[A-Za-z0-9_.#/-]{1,255}");
    assertThat(directive.get("Dimensions").isArray()).isTrue();
    assertThat(directive.get("Dimensions")).isNotEmpty();
    assertThat(directive.get("Metrics").isArray()).isTrue();
    assertThat(directive.get("Metrics").size()).isBetween(1, MAX_METRICS);
    for (JsonNode set : directive.get("Dimensions")) {
      String dimensions = dimensions(set);
      directive.get("Metrics").forEach(definition -> metric(definition, dimensions));
    }
  }

  private String dimensions(JsonNode set) {
    assertThat(set.isArray()).isTrue();
    assertThat(set.size()).isLessThanOrEqualTo(MAX_DIMENSIONS);
    StringBuilder dimensions = new StringBuilder();
    for (JsonNode key : set) {
      assertThat(key.textValue()).matches("[!-9;-~][ -~]{0,249}");
      assertThat(line.path(key.textValue()).isTextual()).as(key.textValue()).isTrue();
      // Of ASCII, without control characters and not blank.
      String value = line.get(key.textValue()).textValue();
      assertThat(value).matches("[ -~]{1,1024}").isNotBlank();
      dimensions.append(dimensions.isEmpty() ? "" : ",").append(key.textValue() + "=" + value);
    }
    return dimensions.toString();
  }

  private void metric(JsonNode definition, String dimensions) {
    assertThat(definition.properties().stream().map(field -> field.getKey()))
        .containsExactlyInAnyOrder("Name", "Unit");
    String name = definition.get("Name").textValue();
    String unit = definition.get("Unit").textValue();
    assertThat(name).matches("[ -~]{1,255}");
    assertThat(UNITS).contains(unit);
    assertThat(line.path(name).isNumber()).as(name).isTrue();
    assertThat(metrics.add(name + "{" + dimensions + "}=" + line.get(name) + " " + unit)).isTrue();
  }
}
