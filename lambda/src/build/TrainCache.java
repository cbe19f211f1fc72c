import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes an AOT cache (JEP 514) of what a function loads: starts it under the real runtime client,
 * gives it one event by a Runtime API of its own, and ends it as Lambda would. While it starts it
 * primes itself, since it takes its concurrency for provisioned, so that the cache knows the whole
 * path.
 *
 * <p>{@code java -cp FOLDER TrainCache CACHE EVENT JAVA ARGUMENTS...}
 */
final class TrainCache {
  private static final int PATIENCE_SECONDS = 120;

  private TrainCache() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path cache = Path.of(arguments[0]);
    byte[] event = Files.readAllBytes(Path.of(arguments[1]));
    List<String> command = List.of(arguments).subList(2, arguments.length);
    try (ServerSocket api = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      api.setSoTimeout(PATIENCE_SECONDS * 1000);
      Process function = start(command, api.getLocalPort());
      try (Socket client = api.accept()) {
        client.setSoTimeout(PATIENCE_SECONDS * 1000);
        serve(client, event);
        function.destroy();
        if (!function.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException("The function does not end");
        }
      } finally {
        function.destroyForcibly();
      }
    }
    if (!Files.exists(cache)) {
      throw new IllegalStateException("There is no cache");
    }
  }

  private static Process start(List<String> command, int port) throws IOException {
    ProcessBuilder function = new ProcessBuilder(command).inheritIO();
    Map<String, String> environment = function.environment();
    environment.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + port);
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "provisioned-concurrency");
    environment.put("AWS_REGION", "us-east-1");
    environment.put("JWT_SECRET_ARN", "none");
    environment.put("LESSER_TABLE_NAME", "none");
    return function.start();
  }

  /** Answers until the function comes for a second event. */
  private static void serve(Socket client, byte[] event) throws IOException {
    InputStream input = new BufferedInputStream(client.getInputStream());
    for (int asked = 0; asked < 2; ) {
      String request = request(input);
      if (request.startsWith("GET ")) {
        asked++;
        if (asked == 1) {
          send(client, "200 OK", event);
        }
      } else {
        if (request.contains("/error")) {
          throw new IllegalStateException("The function failed");
        }
        send(client, "202 Accepted", new byte[0]);
      }
    }
  }

  /** The first line; the rest is read and forgotten. */
  private static String request(InputStream input) throws IOException {
    String first = line(input);
    int length = 0;
    for (String field = line(input); !field.isEmpty(); field = line(input)) {
      if (field.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(field.substring(15).strip());
      }
    }
    input.readNBytes(length);
    return first;
  }

  private static String line(InputStream input) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = input.read(); c != '\n'; c = input.read()) {
      if (c < 0) {
        throw new IOException("The function hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static void send(Socket client, String status, byte[] body) throws IOException {
    String head =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\nLambda-Runtime-Aws-Request-Id: training"
            + "\r\nLambda-Runtime-Deadline-Ms: "
            + (System.currentTimeMillis() + 29_000)
            + "\r\nLambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:0:function:training\r\n\r\n";
    OutputStream output = client.getOutputStream();
    output.write(head.getBytes(StandardCharsets.US_ASCII));
    output.write(body);
    output.flush();
  }
}
