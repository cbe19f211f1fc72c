package ai.equalto.lesserbody.local.bench.handler;

import ai.equalto.lesserbody.LambdaHandler;
import ai.equalto.lesserbody.local.bench.function.Hello;
import ai.equalto.lesserbody.local.gateway.LocalContext;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One event, time and again. The settings of the function are those of the environment. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class HandlerBenchmark {
  private final Context context =
      LocalContext.start("bench", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @Param({"hello", "lesser-body"})
  private String function;

  /** The file that it is in. */
  @Param("")
  private String event;

  private byte[] input;
  private RequestStreamHandler handler;

  /** Reads the event; what the function logs is thrown away. */
  @Setup
  public void start() throws IOException {
    input = Files.readAllBytes(Path.of(event));
    handler =
        function.equals("hello")
            ? new Hello()
            : new LambdaHandler(System.getenv(), List.of(), Clock.systemUTC(), line -> {});
    String answer = new String(call(), StandardCharsets.UTF_8);
    if (!answer.contains("\"statusCode\":200")) {
      throw new IllegalStateException("It answers " + answer);
    }
  }

  /** The whole call. */
  @Benchmark
  public byte[] call() throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(input), output, context);
    return output.toByteArray();
  }
}
