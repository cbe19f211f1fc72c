package ai.equalto.lesserbody.local.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Bytes on a socket, for what no HTTP client would send, or would not show. */
final class RawHttp {
  private static final int TIMEOUT_MILLIS = 10_000;

  private RawHttp() {}

  /** The whole answer, one character a byte; the request has to ask to close the connection. */
  static String send(Gateway gateway, byte[] request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), gateway.port())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  static String send(Gateway gateway, String... lines) throws IOException {
    String request = String.join("\r\n", lines);
    return send(gateway, request.getBytes(StandardCharsets.UTF_8));
  }
}
