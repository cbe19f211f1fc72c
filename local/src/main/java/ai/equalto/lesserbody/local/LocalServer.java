package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.AuthorizerHandler;
import ai.equalto.lesserbody.LambdaHandler;
import ai.equalto.lesserbody.auth.SigningKey;
import ai.equalto.lesserbody.local.dynamo.EmbeddedDynamo;
import ai.equalto.lesserbody.local.dynamo.Tables;
import ai.equalto.lesserbody.local.gateway.Functions;
import ai.equalto.lesserbody.local.gateway.Gateway;
import ai.equalto.lesserbody.local.instance.InstanceSettings;
import ai.equalto.lesserbody.local.instance.LesserInstance;
import ai.equalto.lesserbody.local.instance.Shelf;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The system on a laptop: the deployed function behind a gateway, with a DynamoDB of its own unless
 * the environment names tables elsewhere, and a Lesser instance of its own unless it names another.
 */
final class LocalServer implements AutoCloseable {
  private final Gateway gateway;
  private final LocalSettings settings;
  private Optional<EmbeddedDynamo> dynamo = Optional.empty();
  private Optional<LesserInstance> instance = Optional.empty();

  private LocalServer(Gateway gateway, LocalSettings settings) {
    this.gateway = gateway;
    this.settings = settings;
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
    return start(
        host,
        Gateway.bind(port),
        storage,
        settings -> new Functions(new LambdaHandler(settings), authorizer(settings)));
  }

  private static AuthorizerHandler authorizer(Map<String, String> settings) {
    return new AuthorizerHandler(
        settings, List.of(), Clock.systemUTC(), line -> System.out.println(line));
  }

  /**
   * Starts behind a gateway that was built for it, and is closed with it.
   *
   * @param functions makes the functions of their settings
   * @throws ai.equalto.lesserbody.local.dynamo.DataInUseException if the directory is in use
   * @throws ai.equalto.lesserbody.ConfigException if the function cannot use the environment
   */
  static LocalServer start(
      Host host,
      Gateway gateway,
      Storage storage,
      Function<Map<String, String>, Functions> functions)
      throws IOException {
    LocalServer server = new LocalServer(gateway, new LocalSettings(host));
    try {
      server.begin(host, storage);
      Functions made = functions.apply(server.settings.environment());
      gateway.serve(made, server.settings.endpoint().orElseThrow());
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void begin(Host host, Storage storage) throws IOException {
    settings.fillServer(endpoint(), host.secret());
    if (!LocalSettings.nameTables(host)) {
      EmbeddedDynamo embedded = storage.start();
      dynamo = Optional.of(embedded);
      fillTables(embedded.endpoint());
    }
    if (!LocalSettings.nameInstance(host)) {
      LesserInstance own = new LesserInstance(instanceSettings(host));
      instance = Optional.of(own);
      settings.fillInstance(own.url());
    }
  }

  private void fillTables(URI embedded) {
    settings.fillTables(embedded);
    try (Tables tables = new Tables(embedded)) {
      settings.value(LocalSettings.MEMORY_TABLE).ifPresent(tables::ensureMemory);
      settings.value(LocalSettings.SESSION_TABLE).ifPresent(tables::ensureSessions);
      settings.value(LocalSettings.REVOCATION_TABLE).ifPresent(tables::ensureRevocations);
      settings.value(LocalSettings.RATE_TABLE).ifPresent(tables::ensureRates);
    }
  }

  /** It accepts what the function does, and keeps its data where the function's are, if it may. */
  private InstanceSettings instanceSettings(Host host) throws IOException {
    return new InstanceSettings(
        SigningKey.of(host.secret().reveal()),
        settings.endpoint(),
        dynamo.map(embedded -> Shelf.inDynamo(embedded.endpoint())).orElseGet(Shelf::none),
        host.clock(),
        InstanceSettings.USUAL_REQUESTS);
  }

  /** The URL of the MCP endpoint. */
  URI endpoint() {
    return gateway.uri("/mcp");
  }

  /** The URL of the Lesser instance, whether it is the one that was started or another. */
  String lesser() {
    return settings.value(LocalSettings.LESSER).orElseThrow();
  }

  /** Frees the ports, and the DynamoDB last, as requests under way may still use it. */
  @Override
  public void close() throws IOException {
    gateway.close();
    instance.ifPresent(LesserInstance::close);
    if (dynamo.isPresent()) {
      dynamo.get().close();
    }
  }
}
