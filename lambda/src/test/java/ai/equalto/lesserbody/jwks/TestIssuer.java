package ai.equalto.lesserbody.jwks;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An issuer on loopback, which publishes what a test tells it to and counts who asks. */
public final class TestIssuer implements AutoCloseable {
  /** Where the metadata lie unless a test moves them. */
  public static final String METADATA = "/.well-known/oauth-authorization-server";

  /** Where they lie for OpenID Connect. */
  public static final String OPENID = "/.well-known/openid-configuration";

  /** Where the keys lie unless a test moves them. */
  public static final String KEYS = "/keys";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> tags = new CopyOnWriteArrayList<>();
  private volatile Runnable beforeKeys = () -> {};

  private record Reply(int status, Map<String, String> headers, String body) {}

  public TestIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    answers(METADATA, 200, metadata(url(), url() + KEYS));
  }

  /** Its identifier. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A document that names an issuer and where its keys lie. */
  public static String metadata(String issuer, String keysUri) {
    return Json.write(Json.object().put("issuer", issuer).put("jwks_uri", keysUri));
  }

  /** A set of these keys, each a JSON Web Key. */
  public static String set(ObjectNode... keys) {
    ObjectNode set = Json.object();
    set.putArray("keys").addAll(List.of(keys));
    return Json.write(set);
  }

  public TestIssuer publishes(TestKey... keys) {
    ObjectNode set = Json.object();
    List.of(keys).forEach(key -> set.withArray("keys").add(key.jwk()));
    return answers(KEYS, 200, Json.write(set));
  }

  /** Answers there like this from now on; nothing else is anywhere. */
  public TestIssuer answers(String path, int status, String body, String... namesAndValues) {
    Map<String, String> headers = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    replies.put(path, new Reply(status, headers, body));
    return this;
  }

  /** From now on something else happens before the keys are sent. */
  public void beforeKeys(Runnable action) {
    beforeKeys = action;
  }

  /** The paths that were asked for, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** How often the keys were asked for. */
  public long fetches() {
    return asked.stream().filter(KEYS::equals).count();
  }

  /** The entity tags that came with requests, in order. */
  public List<String> tags() {
    return List.copyOf(tags);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      asked.add(path);
      Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match"))
          .ifPresent(tags::add);
      if (path.equals(KEYS)) {
        beforeKeys.run();
      }
      Reply reply = replies.getOrDefault(path, new Reply(404, Map.of(), "nothing here"));
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
