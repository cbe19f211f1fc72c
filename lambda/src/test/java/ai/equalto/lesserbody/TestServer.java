package ai.equalto.lesserbody;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.testkit.WireWitness;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The whole function behind its door, with a fixed clock and a log that can be read. Whatever it
 * answers on the MCP endpoint is held against the published schema of the protocol.
 */
public final class TestServer {
  private final List<String> log;
  private final WireWitness witness;
  private final LambdaHandler handler;
  private final Context context;

  private TestServer(List<String> log, WireWitness witness, LambdaHandler handler, int millisLeft) {
    this.log = log;
    this.witness = witness;
    this.handler = handler;
    this.context = context(millisLeft);
  }

  /** A server with these settings on top of those that it cannot do without, and these packs. */
  public TestServer(Map<String, String> settings, Pack... more) {
    this(settings, TestTokens.CLOCK, more);
  }

  /** The same at another time. */
  public TestServer(Map<String, String> settings, Clock clock, Pack... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("JWT_SECRET", TestTokens.SECRET);
    environment.put("MCP_ENDPOINT", "https://agent.example/mcp");
    environment.put("LESSER_TABLE_NAME", "memories");
    environment.put("AWS_REGION", "eu-west-1");
    environment.putAll(settings);
    this.log = new CopyOnWriteArrayList<>();
    this.witness = new WireWitness();
    this.handler = new LambdaHandler(environment, List.of(more), clock, log::add);
    this.context = context(29_000);
  }

  private static Context context(int millisLeft) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getAwsRequestId" -> "invocation-1";
                  case "getRemainingTimeInMillis" -> millisLeft;
                  default -> null;
                });
  }

  /** The same server, which Lambda gives this much time for a request. */
  public TestServer withMillisLeft(int millisLeft) {
    return new TestServer(log, witness, handler, millisLeft);
  }

  /** A response of the gateway. */
  public record Reply(int status, Map<String, String> headers, String body) {
    /** The body, which must be JSON. */
    public JsonNode json() {
      return parse(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Everything that was logged so far, line by line. */
  public List<String> log() {
    return List.copyOf(log);
  }

  /** A token that the server accepts. */
  public static String token(String username, String... scopes) {
    return TestTokens.of(
        username,
        Arrays.stream(scopes)
            .map(scope -> Scope.valueOf(scope.toUpperCase(Locale.ROOT)))
            .toArray(Scope[]::new));
  }

  /** Sends one request as API Gateway would proxy it. */
  public Reply send(String method, String path, Map<String, String> headers, String body) {
    ObjectNode event = Json.object().put("httpMethod", method).put("path", path);
    ObjectNode fields = event.putObject("headers");
    headers.forEach(fields::put);
    event.put("body", body.isEmpty() ? null : body).put("isBase64Encoded", false);
    event
        .putObject("requestContext")
        .put("requestId", "request-1")
        .put("domainName", "abc.execute-api.eu-west-1.amazonaws.com")
        .put("path", "/live" + path);
    return send(Json.write(event));
  }

  /**
   * Invokes the function with an event as it is.
   *
   * @throws AssertionError if the answer is not what the revision of the request publishes
   */
  public Reply send(String event) {
    Reply reply = invoke(event);
    request(event)
        .ifPresent(request -> witness.see(request, reply.status(), reply.headers(), reply.body()));
    return reply;
  }

  /** The request that an event stands for, if it stands for one. */
  private static Optional<Request> request(String event) {
    try {
      return Optional.of(
          ProxyEvent.request(
              ProxyEventReader.read(stream(event)), "request-1", TestTokens.CLOCK.instant()));
    } catch (IOException | IllegalArgumentException notHttp) {
      return Optional.empty();
    }
  }

  private Reply invoke(String event) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(stream(event), output, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonNode result = parse(output.toByteArray());
    Map<String, String> headers = new HashMap<>();
    result
        .get("headers")
        .properties()
        .forEach(field -> headers.put(field.getKey(), field.getValue().textValue()));
    return new Reply(result.get("statusCode").intValue(), headers, result.get("body").textValue());
  }

  private static InputStream stream(String event) {
    return new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode parse(byte[] json) {
    try {
      return Json.read(json);
    } catch (JsonSyntaxException e) {
      throw new AssertionError("not JSON", e);
    }
  }
}
