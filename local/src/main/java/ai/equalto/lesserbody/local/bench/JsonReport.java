package ai.equalto.lesserbody.local.bench;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/** Every number that was measured, for programs. */
final class JsonReport {
  private JsonReport() {}

  static String of(Results results, Machine machine, Instant when) {
    ObjectNode json = Json.object().put("when", when.toString());
    ObjectNode here = json.putObject("machine");
    here.put("processor", machine.processor()).put("cpus", machine.cpus());
    machine.runtimes().forEach(here.putArray("runtimes")::add);
    ArrayNode chapters = json.putArray("chapters");
    for (Chapter chapter : results.chapters()) {
      ArrayNode rows =
          chapters
              .addObject()
              .put("id", chapter.id())
              .put("title", chapter.title())
              .putArray("rows");
      chapter.cases().forEach(row -> addRow(rows, results, chapter, row));
    }
    ArrayNode bars = json.putArray("bars");
    for (Bar bar : Bar.of(results)) {
      ObjectNode entry = bars.addObject().put("name", bar.name()).put("limit", bar.limit());
      bar.value().ifPresent(value -> entry.put("measured", value));
    }
    return Json.write(json);
  }

  private static void addRow(ArrayNode rows, Results results, Chapter chapter, Case row) {
    ObjectNode numbers = rows.addObject().put("name", row.name());
    for (Metric metric : chapter.metrics()) {
      ObjectNode number =
          numbers.putObject(metric.name().toLowerCase(Locale.ROOT)).put("title", metric.title());
      results.median(chapter, row, metric).ifPresent(median -> number.put("median", median));
      ArrayNode rounds = number.putArray("rounds");
      results.values(chapter, row, metric).forEach(rounds::add);
    }
  }
}
