package ai.equalto.lesserbody.local.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ear of a Lambda Runtime API (version 2018-06-01) on a free port of the loopback interface: it
 * hands on what a runtime asks, in that order.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RuntimeApi.class);

  private final ServerSocket listener;
  private final BlockingQueue<Optional<Asked>> asked = new LinkedBlockingQueue<>();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  private RuntimeApi(ServerSocket listener) {
    this.listener = listener;
  }

  /** Starts to listen. */
  static RuntimeApi open() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    RuntimeApi api = new RuntimeApi(new ServerSocket(0, 0, loopback));
    Thread.ofPlatform().daemon().name("runtime api").start(api::accept);
    return api;
  }

  /** What the runtime finds in {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  /** Has whoever waits know that nobody will ask any more. */
  void giveUp() {
    asked.add(Optional.empty());
  }

  /** The next request; empty if there is none in time, or after {@link #giveUp}. */
  Optional<Asked> await(Duration longest) throws InterruptedException {
    Optional<Asked> next = asked.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
    return next == null ? Optional.empty() : next;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket connection = listener.accept();
        connection.setTcpNoDelay(true);
        connections.add(connection);
        Thread.ofPlatform().daemon().name("runtime").start(() -> hear(connection));
      } catch (IOException e) {
        LOG.debug("The runtime API is closed", e);
      }
    }
  }

  private void hear(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      Optional<Asked> next = Asked.read(in, connection.getOutputStream());
      while (next.isPresent()) {
        asked.add(next);
        next = Asked.read(in, connection.getOutputStream());
      }
    } catch (IOException e) {
      LOG.debug("A runtime is gone", e);
    } finally {
      connections.remove(connection);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
