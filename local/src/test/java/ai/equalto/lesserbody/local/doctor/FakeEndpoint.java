package ai.equalto.lesserbody.local.doctor;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * Answers as a good endpoint below the stage {@code /live} does, until a test replaces an answer.
 * What is answered goes by method and path, such as {@code GET /healthz}; a POST of the endpoint by
 * who calls ({@code anonymous}, {@code bad}) or by what is called, such as {@code tools/list}.
 */
final class FakeEndpoint implements AutoCloseable {
  private static final String STAGE = "/live";

  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Canned> answers = new ConcurrentHashMap<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  /** An answer; in its texts {@code @} stands for the URL without {@code /mcp}. */
  record Canned(int status, Map<String, String> headers, String body) {}

  private FakeEndpoint(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    documents();
    refusals();
    calls();
    server.start();
  }

  static FakeEndpoint start() throws IOException {
    return new FakeEndpoint(HttpServer.create(address(), 0), "http");
  }

  static FakeEndpoint startTls(SSLContext identity) throws IOException {
    HttpsServer server = HttpsServer.create(address(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(identity));
    return new FakeEndpoint(server, "https");
  }

  private static InetSocketAddress address() throws IOException {
    return new InetSocketAddress(InetAddress.getByName("localhost"), 0);
  }

  private void documents() {
    String metadata = "{\"resource\":\"@/mcp\",\"authorization_servers\":[\"" + root() + "\"]}";
    replace("GET /healthz", 200, "{\"status\":\"ok\"}");
    replace("GET /.well-known/oauth-protected-resource", 200, metadata);
    replace("GET /.well-known/oauth-protected-resource/mcp", 200, metadata);
    replace("GET root /.well-known/oauth-protected-resource/live/mcp", 200, metadata);
    replace(
        "GET root /.well-known/oauth-authorization-server", 200, "{\"issuer\":\"" + root() + "\"}");
    replace(
        "GET /.well-known/mcp.json",
        200,
        """
        {"endpoint":"@/mcp","auth":{"resource_metadata":"@/x"},
         "protocolVersions":["2026-07-28","2025-11-25","2025-06-18","2025-03-26"],
         "tools":[{"name":"echo"},{"name":"memory_append"}]}\
        """);
  }

  private void refusals() {
    String challenge = "Bearer resource_metadata=\"@/.well-known/oauth-protected-resource/mcp\"";
    Map<String, String> refusal =
        Map.of(
            "WWW-Authenticate", challenge,
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Expose-Headers", "WWW-Authenticate");
    for (String who : List.of("anonymous", "bad", "GET /mcp")) {
      replace(who, new Canned(401, refusal, "{}"));
    }
    replace("POST /iam/mcp", 403, "{}");
    replace("OPTIONS https://doctor.invalid", 403, "{}");
    replace(
        "OPTIONS https://app.example",
        new Canned(
            204,
            Map.of(
                "Access-Control-Allow-Origin", "https://app.example",
                "Access-Control-Allow-Methods", "GET, POST, DELETE",
                "Access-Control-Allow-Headers", "authorization, content-type"),
            ""));
  }

  private void calls() {
    good("server/discover", "{\"supportedVersions\":[\"2026-07-28\"]}");
    for (String revision : List.of("2025-11-25", "2025-06-18", "2025-03-26")) {
      good("initialize " + revision, "{\"protocolVersion\":\"" + revision + "\"}");
    }
    replace("notifications/initialized", 202, "");
    good("tools/list", "{\"tools\":[{\"name\":\"echo\"}]}");
    good("tools/call echo", "{\"structuredContent\":{\"message\":\"the doctor was here\"}}");
    replace(
        "tools/call memory_append",
        new Canned(
            403,
            Map.of("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"write\""),
            ""));
  }

  private void good(String key, String result) {
    replace(
        key,
        new Canned(
            200,
            Map.of("Cache-Control", "no-store", "RateLimit", "\"read\";r=9;t=1"),
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}"));
  }

  void replace(String key, int status, String body) {
    replace(key, new Canned(status, Map.of(), body));
  }

  void replace(String key, Canned answer) {
    answers.put(key, answer);
  }

  Target target() {
    return Target.parse(base() + "/mcp");
  }

  /** What was asked for, by the keys of the answers. */
  List<String> seen() {
    return List.copyOf(seen);
  }

  private String root() {
    return scheme + "://localhost:" + server.getAddress().getPort();
  }

  private String base() {
    return root() + STAGE;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String key = key(exchange, new String(body, StandardCharsets.UTF_8));
      seen.add(key);
      Canned canned = answers.getOrDefault(key, new Canned(404, Map.of(), ""));
      canned
          .headers()
          .forEach(
              (name, value) -> exchange.getResponseHeaders().set(name, value.replace("@", base())));
      byte[] text = canned.body().replace("@", base()).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(canned.status(), text.length == 0 ? -1 : text.length);
      if (text.length > 0) {
        exchange.getResponseBody().write(text);
      }
    }
  }

  private static String key(HttpExchange exchange, String body) {
    String path = exchange.getRequestURI().getPath();
    String below = path.startsWith(STAGE) ? path.substring(STAGE.length()) : "root " + path;
    Headers headers = exchange.getRequestHeaders();
    String method = exchange.getRequestMethod();
    if (method.equals("OPTIONS")) {
      return method + " " + headers.getFirst("Origin");
    }
    if (!method.equals("POST") || !below.equals("/mcp")) {
      return method + " " + below;
    }
    String authorization = headers.getFirst("Authorization");
    if (authorization == null) {
      return "anonymous";
    }
    return authorization.equals("Bearer doctor") ? "bad" : called(body);
  }

  private static String called(String body) {
    try {
      JsonNode message = Json.read(body.getBytes(StandardCharsets.UTF_8));
      JsonNode params = message.path("params");
      String detail = params.path("name").asText() + params.path("protocolVersion").asText();
      return (message.path("method").asText() + " " + detail).strip();
    } catch (JsonSyntaxException e) {
      return "no JSON";
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
