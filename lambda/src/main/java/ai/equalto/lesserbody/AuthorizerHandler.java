package ai.equalto.lesserbody;

import ai.equalto.lesserbody.audit.FaultLog;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.pack.Pack;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The door in front of the door: what API Gateway asks, as a Lambda authorizer of type {@code
 * REQUEST}, before it proxies a request. It asks the same hook as {@link LambdaHandler} does, and
 * says what came of it in the three ways that the gateway knows, since only the gateway's own
 * answers carry {@code WWW-Authenticate} to a client under that name: an exception for {@code 401},
 * a denial with the challenge in its context for {@code 403}, and any other exception for {@code
 * 503}. A filter, not the lock: what it allows is checked again.
 *
 * <p>The gateway's 401 names the metadata by the endpoint that is configured. Where none is, an API
 * cannot name itself: the one answer that carries a context is made the 401 then, and a missing
 * scope is left to the function.
 */
public final class AuthorizerHandler implements RequestStreamHandler {
  /** What the function has; no client should have to wait longer to be told who it is not. */
  private static final Duration MOST = Duration.ofSeconds(10);

  private static final String CHALLENGE = "WWW-Authenticate";

  private final Gate gate;
  private final FaultLog faults;
  private final Clock clock;

  /** Kept here, since the runtime holds what is to be told of a snapshot only weakly. */
  @SuppressWarnings("UnusedVariable")
  private Optional<Priming> priming = Optional.empty();

  /** What the Lambda runtime calls: settings come from the environment. */
  public AuthorizerHandler() {
    ProviderOrder.askForHmacEarly();
    this(System.getenv(), List.of(), Clock.systemUTC(), new StandardOutput());
    // Asked here as well, since others have no time to load what does it.
    if (LambdaEnvironment.isStartedAhead(System.getenv())) {
      priming = Priming.arrange(System.getenv(), AuthorizerHandler::door, faults);
    }
  }

  static Priming.Door door(Map<String, String> settings) {
    AuthorizerHandler other =
        new AuthorizerHandler(settings, List.of(), Clock.systemUTC(), line -> {});
    return (event, answer) -> {
      try {
        other.decide(event.readAllBytes(), answer, "priming");
      } catch (Unauthorized refused) {
        // The one call without a token.
      }
    };
  }

  /**
   * An authorizer with the settings of the function that it stands before.
   *
   * @param more packs to choose from besides those of this artifact
   * @param log takes each line that it logs
   * @throws ConfigException if a setting is missing or malformed
   */
  public AuthorizerHandler(
      Map<String, String> environment, List<Pack> more, Clock clock, Consumer<String> log) {
    this.gate = Wiring.gate(environment, more, clock, log);
    this.faults = new FaultLog(log, clock);
    this.clock = clock;
  }

  /**
   * Writes a policy for the one method that is asked for.
   *
   * @throws Unauthorized if the gateway is to answer 401
   * @throws Unavailable if it cannot be told who is calling
   */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    decide(input.readAllBytes(), output, context.getAwsRequestId());
  }

  private void decide(byte[] event, OutputStream output, String invocationId) throws IOException {
    String method = methodArn(event);
    Response verdict = verdict(event, invocationId);
    ObjectNode policy =
        switch (verdict.status()) {
          case 204 -> policy("Allow", method);
          case 401, 403, 429 -> refusal(verdict, method);
          default -> throw new Unavailable();
        };
    Json.write(policy, output);
  }

  /** The method that is asked for: read apart, as a proxied request has no place for it. */
  private static String methodArn(byte[] event) {
    return Optional.ofNullable(json(event).path("methodArn").textValue())
        .orElseThrow(Unavailable::new);
  }

  private static JsonNode json(byte[] text) {
    try {
      return Json.read(text);
    } catch (JsonSyntaxException e) {
      throw new Unavailable();
    }
  }

  private Response verdict(byte[] json, String invocationId) throws IOException {
    APIGatewayProxyRequestEvent event = ProxyEventReader.read(new ByteArrayInputStream(json));
    String requestId = ProxyEvent.requestId(event, invocationId);
    try {
      return gate.judge().handle(ProxyEvent.request(event, requestId, clock.instant().plus(MOST)));
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError broken) {
      faults.record(requestId, broken);
      throw new Unavailable();
    }
  }

  /**
   * Only a missing scope needs words of its own. Whoever is locked out has shown a token that
   * proves nothing, and on the paths of signatures no token does: they need another proof as well.
   */
  private ObjectNode refusal(Response verdict, String method) {
    boolean lacksScope = verdict.status() == 403 && verdict.headers().containsKey(CHALLENGE);
    if (gate.endpointIsKnown() && !lacksScope) {
      throw new Unauthorized();
    }
    return denial(verdict, method);
  }

  /** What the gateway makes its answer of, which is the answer of the function. */
  private static ObjectNode denial(Response verdict, String method) {
    ObjectNode policy = policy("Deny", method);
    JsonNode body = json(verdict.body().getBytes(StandardCharsets.UTF_8));
    policy
        .putObject("context")
        .put("challenge", verdict.headers().getOrDefault(CHALLENGE, ""))
        .put("error", body.path("error").asText())
        .put("description", body.path("error_description").asText());
    return policy;
  }

  private static ObjectNode policy(String effect, String method) {
    ObjectNode policy = Json.object().put("principalId", "caller");
    policy
        .putObject("policyDocument")
        .put("Version", "2012-10-17")
        .putArray("Statement")
        .addObject()
        .put("Action", "execute-api:Invoke")
        .put("Effect", effect)
        .put("Resource", method);
    return policy;
  }

  /** Its message is what the gateway knows a 401 by; it is no fault, so it has no trace to log. */
  static final class Unauthorized extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unauthorized() {
      super("Unauthorized", null, false, false);
    }
  }

  /** Nobody can be let in right now; the reason is in the audit or the log. */
  static final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unavailable() {
      super("Unavailable", null, false, false);
    }
  }
}
