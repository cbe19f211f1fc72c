package ai.equalto.lesserbody.local.gateway;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a Lambda authorizer of type {@code REQUEST}, whose identity source is the {@code
 * Authorization} field and whose answers are not kept.
 */
final class Authorization {
  private static final Logger LOG = LoggerFactory.getLogger(Authorization.class);

  private final RequestStreamHandler authorizer;
  private final GatewayResponses responses;

  Authorization(RequestStreamHandler authorizer, GatewayResponses responses) {
    this.authorizer = authorizer;
    this.responses = responses;
  }

  /** What the gateway answers to a request that the function is not to see. */
  Optional<ProxyAnswer> refusal(ProxyEvents.Event event) {
    if (!event.isGuarded()) {
      return Optional.empty();
    }
    String identity = event.json().path("headers").path("Authorization").asText("");
    return identity.isEmpty() ? Optional.of(responses.unauthorized()) : ask(event);
  }

  private Optional<ProxyAnswer> ask(ProxyEvents.Event event) {
    ObjectNode question = event.json().deepCopy();
    question.remove(List.of("body", "isBase64Encoded"));
    question.put("type", "REQUEST").put("methodArn", methodArn(event));
    try {
      return read(policy(question, event.requestId()));
    } catch (Exception e) {
      if ("Unauthorized".equals(e.getMessage())) {
        return Optional.of(responses.unauthorized());
      }
      LOG.error("The authorizer failed at request {}", event.requestId(), e);
      return Optional.of(GatewayResponses.AUTHORIZER_FAILURE);
    }
  }

  private static String methodArn(ProxyEvents.Event event) {
    return "arn:aws:execute-api:us-east-1:000000000000:local/"
        + ProxyEvents.STAGE
        + "/"
        + event.json().path("httpMethod").asText()
        + event.json().path("path").asText();
  }

  private JsonNode policy(ObjectNode question, String requestId)
      throws IOException, JsonSyntaxException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    authorizer.handleRequest(
        new ByteArrayInputStream(Json.write(question).getBytes(StandardCharsets.UTF_8)),
        answer,
        LocalContext.start(requestId, Clock.systemUTC()));
    return Json.read(answer.toByteArray());
  }

  private static Optional<ProxyAnswer> read(JsonNode policy) {
    String effect = policy.at("/policyDocument/Statement/0/Effect").asText();
    return effect.equals("Allow")
        ? Optional.empty()
        : Optional.of(GatewayResponses.accessDenied(policy.path("context")));
  }
}
