package ai.equalto.lesserbody.local.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request of a runtime, in the plain HTTP/1.1 that the clients of the Runtime API speak. */
final class Asked {
  private static final int MAX_BODY = 16 << 20;

  private final String line;
  private final byte[] body;
  private final long nanos;
  private final OutputStream out;

  private Asked(String line, byte[] body, OutputStream out) {
    this.line = line;
    this.body = body;
    this.nanos = System.nanoTime();
    this.out = out;
  }

  /** The next request of a connection, once all of it is here; empty at its end. */
  static Optional<Asked> read(InputStream in, OutputStream out) throws IOException {
    String start = line(in);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        throw new IOException("a runtime sends what has a length");
      }
    }
    if (length > MAX_BODY) {
      throw new IOException("more than Lambda takes of an answer");
    }
    String target = start.substring(0, start.lastIndexOf(' '));
    return Optional.of(new Asked(target, in.readNBytes(length), out));
  }

  private static String line(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        bytes.write(next);
      }
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /** Method and path. */
  String line() {
    return line;
  }

  /** What was sent. */
  byte[] body() {
    return body;
  }

  /** When it had arrived, on the clock of {@link System#nanoTime}. */
  long nanos() {
    return nanos;
  }

  /** Answers it. */
  void answer(int status, Map<String, String> headers, byte[] content) throws IOException {
    var head = new StringBuilder("HTTP/1.1 " + status + " OK\r\nContent-Length: ");
    head.append(content.length).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(content);
    out.write(all.toByteArray());
    out.flush();
  }
}
