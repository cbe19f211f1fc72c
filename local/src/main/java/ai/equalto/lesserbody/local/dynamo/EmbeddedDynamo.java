package ai.equalto.lesserbody.local.dynamo;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * DynamoDB Local behind HTTP, on a free port of the loopback interface alone. Its own server class
 * would listen on every interface and report its use to its maker, so it is not used.
 */
public final class EmbeddedDynamo implements AutoCloseable {
  private static final int UNUSED_PORT = 0;

  private final Server server;
  private final LocalDynamoDBRequestHandler tables;
  private final Optional<DataLock> lock;

  private EmbeddedDynamo(
      Server server, LocalDynamoDBRequestHandler tables, Optional<DataLock> lock) {
    this.server = server;
    this.tables = tables;
    this.lock = lock;
  }

  /** Starts with no tables, and forgets what it stores when it is closed. */
  public static EmbeddedDynamo inMemory() throws IOException {
    return start(Optional.empty(), Optional.empty());
  }

  /**
   * Starts with the tables of last time, or with none.
   *
   * @param directory where the tables are kept; created if need be
   * @throws DataInUseException if another process, or this one, has started with it already
   */
  public static EmbeddedDynamo storingIn(Path directory) throws IOException {
    DataLock lock = DataLock.take(directory);
    try {
      return start(Optional.of(directory), Optional.of(lock));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedDynamo start(Optional<Path> directory, Optional<DataLock> lock)
      throws IOException {
    NativeSqlite.load();
    // One database for all regions and access keys, so that anybody's tools find the tables.
    var tables =
        new LocalDynamoDBRequestHandler(
            UNUSED_PORT,
            directory.isEmpty(),
            directory.map(Path::toString).orElse(null),
            true,
            false);
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    var server = new Server(new InetSocketAddress(loopback, 0));
    server.setHandler(new LocalDynamoDBServerHandler(tables, null));
    try {
      server.start();
    } catch (Exception e) {
      tables.shutdown();
      throw new IOException("The embedded DynamoDB does not start: " + e.getMessage(), e);
    }
    return new EmbeddedDynamo(server, tables, lock);
  }

  /** Where an AWS client reaches it; any credentials and any region do. */
  public URI endpoint() {
    return URI.create(
        "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
  }

  /** Frees the port and the directory. */
  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("The embedded DynamoDB does not stop: " + e.getMessage(), e);
    } finally {
      tables.shutdown();
      if (lock.isPresent()) {
        lock.get().close();
      }
    }
  }
}
