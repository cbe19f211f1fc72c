package ai.equalto.lesserbody.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a request body, up to the payload limit of API Gateway. */
final class RequestBody {
  /** What API Gateway takes, in bytes. */
  static final int LIMIT = 10 * 1024 * 1024;

  private static final int BUFFER = 64 * 1024;

  private RequestBody() {}

  /** The whole body, or nothing if it is longer than {@value #LIMIT} bytes. */
  static Optional<byte[]> read(HttpExchange exchange) throws IOException {
    if (declaredLength(exchange) > LIMIT) {
      return Optional.empty();
    }
    byte[] bytes = exchange.getRequestBody().readNBytes(LIMIT + 1);
    return bytes.length > LIMIT ? Optional.empty() : Optional.of(bytes);
  }

  /**
   * Throws away as much again of a refused body, and no more. To close a connection while its
   * client still writes resets it, and the client would not see why it was refused.
   */
  static void drain(HttpExchange exchange) throws IOException {
    InputStream rest = exchange.getRequestBody();
    byte[] buffer = new byte[BUFFER];
    long left = LIMIT;
    for (int got = 0; got >= 0 && left > 0; left -= got) {
      got = rest.read(buffer);
    }
  }

  private static long declaredLength(HttpExchange exchange) {
    String declared = exchange.getRequestHeaders().getFirst("Content-Length");
    return declared == null ? 0 : Long.parseLong(declared.strip());
  }
}
