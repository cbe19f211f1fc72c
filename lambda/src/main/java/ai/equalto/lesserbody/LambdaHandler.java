package ai.equalto.lesserbody;

import ai.equalto.lesserbody.audit.FaultLog;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.Router;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.pack.Pack;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The door: what Lambda calls for each request that API Gateway proxies (REST API, payload 1.0).
 * Nothing behind it knows of Lambda.
 */
public final class LambdaHandler implements RequestStreamHandler {
  /** What answering takes, and what a cold start took of the 29 seconds that the gateway waits. */
  private static final long MOST_RESERVED_MILLIS = 3_000;

  /** What the gateway waits. */
  private static final long MOST_MILLIS = 29_000;

  private final Router<Principal> router;
  private final FaultLog faults;
  private final Clock clock;

  /** Kept here, since the runtime holds what is to be told of a snapshot only weakly. */
  @SuppressWarnings("UnusedVariable")
  private Optional<Priming> priming = Optional.empty();

  /** What the Lambda runtime calls: settings come from the environment. */
  public LambdaHandler() {
    ProviderOrder.askForHmacEarly();
    this(System.getenv());
    // Asked here as well, since others have no time to load what does it.
    if (LambdaEnvironment.isStartedAhead(System.getenv())) {
      priming = Priming.arrange(System.getenv(), LambdaHandler::door, faults);
    }
  }

  static Priming.Door door(Map<String, String> settings) {
    LambdaHandler other = new LambdaHandler(settings, List.of(), Clock.systemUTC(), line -> {});
    return (event, answer) -> write(other.answer(event, "priming", MOST_MILLIS), answer);
  }

  /**
   * A function with these settings, which logs to standard output.
   *
   * @throws ConfigException if a setting is missing or malformed
   */
  public LambdaHandler(Map<String, String> environment) {
    this(environment, List.of(), Clock.systemUTC(), new StandardOutput());
  }

  /**
   * A function with these settings, which can also serve packs that are not part of it.
   *
   * @param more packs to choose from besides those of this artifact
   * @param log takes each line that it logs
   * @throws ConfigException if a setting is missing or malformed
   */
  public LambdaHandler(
      Map<String, String> environment, List<Pack> more, Clock clock, Consumer<String> log) {
    this.router = Wiring.router(environment, more, clock, log);
    this.faults = new FaultLog(log, clock);
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    write(answer(input, context.getAwsRequestId(), context.getRemainingTimeInMillis()), output);
  }

  private Response answer(InputStream input, String invocationId, long millisLeft)
      throws IOException {
    long reserved = Math.min(millisLeft / 5, MOST_RESERVED_MILLIS);
    Instant deadline = clock.instant().plusMillis(millisLeft - reserved);
    try {
      return answer(ProxyEventReader.read(input), invocationId, deadline);
    } catch (JsonProcessingException malformed) {
      // Its message quotes the event, so it must not reach the runtime, which would log it.
      faults.record(invocationId, malformed);
      return notHttp();
    }
  }

  private static Response notHttp() {
    return Response.error(400, "bad_request", "This is not a proxied HTTP request.");
  }

  private Response answer(
      APIGatewayProxyRequestEvent event, String invocationId, Instant deadline) {
    String requestId = ProxyEvent.requestId(event, invocationId);
    Request request;
    try {
      request = ProxyEvent.request(event, requestId, deadline);
    } catch (IllegalArgumentException malformed) {
      return notHttp();
    }
    try {
      return router.route(request);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError broken) {
      faults.record(requestId, broken);
      return Response.error(500, "internal_error", "Request " + requestId + " failed.");
    }
  }

  private static void write(Response response, OutputStream output) throws IOException {
    ObjectNode json = Json.object().put("statusCode", response.status());
    ObjectNode headers = json.putObject("headers");
    List<String> names = new ArrayList<>(response.headers().keySet());
    names.sort(null);
    for (String name : names) {
      headers.put(name, response.headers().get(name));
    }
    json.put("body", response.body()).put("isBase64Encoded", false);
    Json.write(json, output);
  }
}
