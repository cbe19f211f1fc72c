package ai.equalto.lesserbody.transport;

import java.time.Duration;

/**
 * What a call may take.
 *
 * @param connect until a server has taken the connection
 * @param read how long the server may be silent, also within the TLS handshake
 * @param total for all of it, from looking up the name to the last byte
 * @param idle how long an unused connection is kept
 * @param bodyBytes how much of a body is read
 */
public record TransportLimits(
    Duration connect, Duration read, Duration total, Duration idle, int bodyBytes) {
  /** A server that is well answers far within these; a tool's own time limit is longer. */
  public static final TransportLimits DEFAULT =
      new TransportLimits(
          Duration.ofSeconds(2),
          Duration.ofSeconds(6),
          Duration.ofSeconds(8),
          Duration.ofSeconds(15),
          2 * 1024 * 1024);

  public TransportLimits {
    if (!isTimeout(connect) || !isTimeout(read) || !isTimeout(total)) {
      throw new IllegalArgumentException("timeouts are a millisecond to an hour");
    }
    if (idle.isNegative() || bodyBytes < 0) {
      throw new IllegalArgumentException("a limit is not negative");
    }
  }

  /** The same with this much time in all, of which the silence of a server may be the whole. */
  public TransportLimits within(Duration time) {
    Duration toConnect = connect.compareTo(time) < 0 ? connect : time;
    return new TransportLimits(toConnect, time, time, idle, bodyBytes);
  }

  /** To a socket, zero milliseconds are forever. */
  private static boolean isTimeout(Duration time) {
    return time.toMillis() > 0 && time.compareTo(Duration.ofHours(1)) <= 0;
  }
}
