package ai.equalto.lesserbody.local.bench;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Calls of the handler without any client, by JMH with its profiler of the heap. */
final class HandlerAlone {
  private static final double BYTES_A_KB = 1024;

  private HandlerAlone() {}

  /**
   * Measures one.
   *
   * @param function as {@code HandlerBenchmark} calls it
   */
  static Map<Metric, Double> take(Lab lab, String function, Event event)
      throws IOException, InterruptedException {
    Path asked = Files.write(lab.file("event.json"), event.bytes());
    Path result = lab.file("jmh.json");
    Files.deleteIfExists(result);
    List<String> program =
        List.of(
            "org.openjdk.jmh.Main",
            "HandlerBenchmark",
            "-p",
            "function=" + function,
            "-p",
            "event=" + asked,
            "-foe",
            "true",
            "-prof",
            "gc",
            "-rf",
            "json",
            "-rff",
            result.toString());
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .toList();
    lab.run("JMH", LambdaJvm.java(List.of("-Djmh.ignoreLock=true"), classPath, program));
    JsonNode taken = read(result).path(0);
    return Map.of(
        Metric.ALONE,
        taken.at("/primaryMetric/score").doubleValue(),
        Metric.ALLOCATED,
        bytes(taken.path("secondaryMetrics")) / BYTES_A_KB);
  }

  private static double bytes(JsonNode profiled) throws BenchException {
    JsonNode bytes = profiled.path("gc.alloc.rate.norm").path("score");
    if (!bytes.isNumber()) {
      throw new BenchException("JMH does not say what is allocated: " + profiled);
    }
    return bytes.doubleValue();
  }

  private static JsonNode read(Path result) throws IOException {
    try {
      return Json.read(Files.readAllBytes(result));
    } catch (JsonSyntaxException e) {
      throw new BenchException("JMH wrote no JSON: " + e.getMessage(), e);
    }
  }
}
