package ai.equalto.lesserbody.local.instance;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Lesser instance on a free port of the loopback interface alone. It answers the part of the
 * Mastodon client API that an agent needs, to whoever brings an access token of the secret it is
 * given; the account of a token's username is made on first use. The accounts {@code alice} and
 * {@code bob} are always there.
 */
public final class LesserInstance implements AutoCloseable {
  private static final List<String> SEEDED = List.of("alice", "bob");
  private static final int STOP_SECONDS = 1;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Shelf shelf;
  private final Faults faults = new Faults();

  /** Starts; requests are answered when this returns. */
  public LesserInstance(InstanceSettings settings) throws IOException {
    // Without it, small answers on a kept connection wait 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    this.shelf = settings.shelf();
    Store store = Store.open(shelf, settings.clock());
    this.server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    Site site = new Site(url());
    Accounts accounts = new Accounts(store, site);
    SEEDED.forEach(accounts::of);
    server.createContext(
        "/", new Door(InstanceWiring.desk(settings, store, accounts, site), faults));
    server.setExecutor(threads);
    server.start();
  }

  /** Its base URL, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What is to go wrong with it; nothing at first, and nobody can tell it over HTTP. */
  public Faults faults() {
    return faults;
  }

  /** Frees the port, after requests under way have had a second to finish, and the shelf. */
  @Override
  public void close() {
    server.stop(STOP_SECONDS);
    threads.shutdownNow();
    shelf.close();
  }
}
