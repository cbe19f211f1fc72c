package ai.equalto.lesserbody.local.bench.function;

import ai.equalto.lesserbody.LambdaHandler;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** Calls a function, and answers with the bytes that the call has allocated. */
public final class Weighed implements RequestStreamHandler {
  /** The variable that is {@code true} where hello is to be called instead of what is deployed. */
  public static final String HELLO = "BENCH_HELLO";

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final RequestStreamHandler function;

  /** Reads which function from the environment. */
  public Weighed() {
    function = "true".equals(System.getenv(HELLO)) ? new Hello() : new LambdaHandler();
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    function.handleRequest(input, new ByteArrayOutputStream(), context);
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    String answer = "{\"statusCode\":200,\"body\":\"" + bytes + "\"}";
    output.write(answer.getBytes(StandardCharsets.UTF_8));
  }
}
