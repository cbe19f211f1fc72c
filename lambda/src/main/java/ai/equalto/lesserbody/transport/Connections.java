package ai.equalto.lesserbody.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.io.CloseMode;

/** Makes connections, and keeps a few that may be used again. */
final class Connections {
  /** A function serves one request at a time; a local server may serve some more. */
  private static final int MAX_IDLE = 4;

  private final TransportLimits limits;
  private final Supplier<SSLSocketFactory> tls;
  private final Clock clock;
  private final Deque<Idle> idle = new ArrayDeque<>();

  private record Idle(String origin, Connection connection, Instant since) {}

  Connections(TransportLimits limits, Supplier<SSLSocketFactory> tls, Clock clock) {
    this.limits = limits;
    this.tls = tls;
    this.clock = clock;
  }

  /** A connection to there that was used before, is still good, and is now the caller's. */
  Optional<Connection> reuse(URI uri) {
    String origin = origin(uri);
    for (Optional<Idle> kept = poll(origin); kept.isPresent(); kept = poll(origin)) {
      Connection connection = kept.get().connection();
      if (isFresh(kept.get()) && connection.isQuiet()) {
        return Optional.of(connection);
      }
      connection.close(CloseMode.IMMEDIATE);
    }
    return Optional.empty();
  }

  /** Keeps a connection that is between two messages. */
  void keep(URI uri, Connection connection) {
    Optional<Idle> surplus;
    synchronized (idle) {
      idle.addFirst(new Idle(origin(uri), connection, clock.instant()));
      surplus = idle.size() > MAX_IDLE ? Optional.of(idle.removeLast()) : Optional.empty();
    }
    surplus.ifPresent(oldest -> oldest.connection().close(CloseMode.IMMEDIATE));
  }

  /** A new connection, its TLS handshake done and the name in the certificate checked. */
  Connection connect(URI uri, Lifeline lifeline) throws IOException {
    boolean secure = isSecure(uri);
    Socket socket = new Socket();
    lifeline.hold(socket);
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(Math.toIntExact(limits.read().toMillis()));
      socket.connect(
          new InetSocketAddress(uri.getHost(), port(uri)),
          Math.toIntExact(limits.connect().toMillis()));
      return secure ? new Connection(secured(socket, uri), socket) : new Connection(socket);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private SSLSocket secured(Socket socket, URI uri) throws IOException {
    SSLSocket secured = (SSLSocket) tls.get().createSocket(socket, uri.getHost(), port(uri), true);
    SSLParameters parameters = secured.getSSLParameters();
    // A bare SSLSocket takes a valid certificate of any name.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private Optional<Idle> poll(String origin) {
    synchronized (idle) {
      Optional<Idle> found = idle.stream().filter(kept -> kept.origin().equals(origin)).findFirst();
      found.ifPresent(idle::remove);
      return found;
    }
  }

  /** By the wall clock: the monotonic one stands still while a function is frozen. */
  private boolean isFresh(Idle kept) {
    Duration age = Duration.between(kept.since(), clock.instant());
    return !age.isNegative() && age.compareTo(limits.idle()) <= 0;
  }

  private static String origin(URI uri) {
    return (isSecure(uri) ? "https://" : "http://") + uri.getHost() + ":" + port(uri);
  }

  private static boolean isSecure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return isSecure(uri) ? 443 : 80;
  }
}
