package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.LambdaHandler;
import ai.equalto.lesserbody.local.dynamo.EmbeddedDynamo;
import ai.equalto.lesserbody.local.dynamo.Tables;
import ai.equalto.lesserbody.local.gateway.Gateway;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The system on a laptop: the deployed function behind a gateway, with a DynamoDB of its own unless
 * the environment names tables elsewhere.
 */
final class LocalServer implements AutoCloseable {
  private final Gateway gateway;
  private final Optional<EmbeddedDynamo> dynamo;

  private LocalServer(Gateway gateway, Optional<EmbeddedDynamo> dynamo) {
    this.gateway = gateway;
    this.dynamo = dynamo;
  }

  /**
   * Starts; requests are answered when this returns.
   *
   * @param port 0 takes any free one
   * @throws java.net.BindException if the port is taken
   * @throws ai.equalto.lesserbody.local.dynamo.DataInUseException if the directory is
   * @throws ai.equalto.lesserbody.ConfigException if the function cannot use the environment
   */
  static LocalServer start(Host host, int port, Storage storage) throws IOException {
    return start(host, Gateway.bind(port), storage, LambdaHandler::new);
  }

  /**
   * Starts behind a gateway that was built for it, and is closed with it.
   *
   * @param function makes the function of its settings
   * @throws ai.equalto.lesserbody.local.dynamo.DataInUseException if the directory is in use
   * @throws ai.equalto.lesserbody.ConfigException if the function cannot use the environment
   */
  static LocalServer start(
      Host host,
      Gateway gateway,
      Storage storage,
      Function<Map<String, String>, RequestStreamHandler> function)
      throws IOException {
    Optional<EmbeddedDynamo> dynamo = Optional.empty();
    try {
      LocalSettings settings = new LocalSettings(host);
      settings.fillServer(gateway.uri("/mcp"), host.secret());
      if (!LocalSettings.nameTables(host)) {
        dynamo = Optional.of(storage.start());
        fillTables(settings, dynamo.get().endpoint());
      }
      gateway.serve(function.apply(settings.environment()));
      return new LocalServer(gateway, dynamo);
    } catch (IOException | RuntimeException e) {
      new LocalServer(gateway, dynamo).close();
      throw e;
    }
  }

  private static void fillTables(LocalSettings settings, URI embedded) {
    settings.fillTables(embedded);
    try (Tables tables = new Tables(embedded)) {
      settings.value(LocalSettings.MEMORY_TABLE).ifPresent(tables::ensureMemory);
      settings.value(LocalSettings.SESSION_TABLE).ifPresent(tables::ensureSessions);
    }
  }

  /** The URL of the MCP endpoint. */
  URI endpoint() {
    return gateway.uri("/mcp");
  }

  /** Frees the port, then the DynamoDB that requests under way may still use. */
  @Override
  public void close() throws IOException {
    gateway.close();
    if (dynamo.isPresent()) {
      dynamo.get().close();
    }
  }
}
