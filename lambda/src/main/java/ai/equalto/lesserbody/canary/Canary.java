package ai.equalto.lesserbody.canary;

import ai.equalto.lesserbody.audit.AuditEvent.CanaryPassed;
import ai.equalto.lesserbody.auth.AccessToken;
import ai.equalto.lesserbody.auth.CanaryTokens;
import ai.equalto.lesserbody.auth.ProtectedResource;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.transport.HttpCall;
import ai.equalto.lesserbody.transport.HttpCall.Method;
import ai.equalto.lesserbody.transport.HttpReply;
import ai.equalto.lesserbody.transport.HttpTransport;
import ai.equalto.lesserbody.transport.TransportException;
import ai.equalto.lesserbody.transport.TransportLimits;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Does what a client does that comes for the first time: reads the public documents, is sent to get
 * a token, and calls a tool with one. Every question is asked once; whatever is answered but what a
 * client needs is a failure.
 */
public final class Canary {
  /** Four questions, and nine seconds for the secret, within the thirty of the function. */
  public static final TransportLimits LIMITS =
      new TransportLimits(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          256 * 1024);

  /** What API Gateway makes of the challenge of a function, where no client looks for it. */
  private static final String RENAMED = "x-amzn-remapped-www-authenticate";

  private static final int TEXT_BYTES = 16;

  private final HttpTransport transport;
  private final URI endpoint;
  private final String base;
  private final String audience;
  private final CanaryTokens tokens;
  private final SecureRandom random;
  private final Clock clock;

  /**
   * @param endpoint the public URL of the MCP endpoint, ending in {@code /mcp}
   * @param audience what every token must be meant for; without one, the endpoint
   */
  public Canary(
      HttpTransport transport,
      URI endpoint,
      Optional<String> audience,
      CanaryTokens tokens,
      SecureRandom random,
      Clock clock) {
    String url = endpoint.toString();
    this.transport = transport;
    this.endpoint = endpoint;
    this.base = url.substring(0, url.length() - ProtectedResource.ENDPOINT_PATH.length());
    this.audience = audience.orElse(url);
    this.tokens = tokens;
    this.random = random;
    this.clock = clock;
  }

  /**
   * How long the steps took.
   *
   * @throws CanaryException at the first step that failed
   */
  public CanaryPassed run() {
    long begun = clock.millis();
    readCard();
    readMetadata();
    long discovered = clock.millis();
    meetChallenge();
    long challenged = clock.millis();
    AccessToken token = token();
    long signed = clock.millis();
    call(token);
    return new CanaryPassed(discovered - begun, challenged - discovered, clock.millis() - signed);
  }

  private void readCard() {
    JsonNode card = get(Step.CARD, base + "/.well-known/mcp.json");
    expect(Step.CARD, isEndpoint(card.path("endpoint")), "another endpoint", endpoint.toString());
  }

  /** A client must not go on if this is the metadata of another resource (RFC 9728 section 3.3). */
  private void readMetadata() {
    JsonNode metadata = get(Step.METADATA, metadataUrl());
    expect(
        Step.METADATA,
        isEndpoint(metadata.path("resource")),
        "another resource",
        endpoint.toString());
    expect(
        Step.METADATA,
        metadata.path("authorization_servers").path(0).isTextual(),
        "no authorization server",
        "one at least");
  }

  private void meetChallenge() {
    HttpReply reply = send(Step.CHALLENGE, Question.echo(endpoint, "no token", Map.of()));
    expectStatus(Step.CHALLENGE, reply, 401);
    String wanted = "resource_metadata=\"" + metadataUrl() + "\"";
    expect(
        Step.CHALLENGE,
        reply.headers().value(RENAMED).isEmpty(),
        "the header " + RENAMED,
        "WWW-Authenticate");
    expect(
        Step.CHALLENGE,
        reply.headers().value("WWW-Authenticate").filter(it -> it.contains(wanted)).isPresent(),
        "status 401 without the way to a token",
        "WWW-Authenticate with " + wanted);
  }

  private AccessToken token() {
    return tokens
        .mint(audience)
        .orElseThrow(() -> Step.TOKEN.failed("the signing secret cannot be read", "a secret"));
  }

  private void call(AccessToken token) {
    byte[] bytes = new byte[TEXT_BYTES];
    random.nextBytes(bytes);
    String text = HexFormat.of().formatHex(bytes);
    Map<String, String> bearer = Map.of("Authorization", "Bearer " + token.reveal());
    HttpReply reply = send(Step.CALL, Question.echo(endpoint, text, bearer));
    expectStatus(Step.CALL, reply, 200);
    JsonNode message = json(Step.CALL, reply).at("/result/structuredContent/message");
    expect(Step.CALL, text.equals(message.textValue()), "another text", "the one that was sent");
  }

  private JsonNode get(Step step, String url) {
    HttpReply reply = send(step, HttpCall.of(Method.GET, URI.create(url), Map.of()));
    expectStatus(step, reply, 200);
    return json(step, reply);
  }

  private HttpReply send(Step step, HttpCall call) {
    try {
      return transport.send(call);
    } catch (TransportException e) {
      throw step.failed("no reply (" + e.reason() + ")", "one within 5 seconds", e);
    }
  }

  private static JsonNode json(Step step, HttpReply reply) {
    try {
      return Json.read(reply.body().bytes());
    } catch (JsonSyntaxException e) {
      throw step.failed("status " + reply.status() + " without JSON", "JSON", e);
    }
  }

  private static void expectStatus(Step step, HttpReply reply, int status) {
    expect(step, reply.status() == status, "status " + reply.status(), "status " + status);
  }

  private static void expect(Step step, boolean holds, String got, String expected) {
    if (!holds) {
      throw step.failed(got, expected);
    }
  }

  private boolean isEndpoint(JsonNode url) {
    return endpoint.toString().equals(url.textValue());
  }

  private String metadataUrl() {
    return base + ProtectedResource.METADATA_PATH + ProtectedResource.ENDPOINT_PATH;
  }
}
