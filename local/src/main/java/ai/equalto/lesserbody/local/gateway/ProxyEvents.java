package ai.equalto.lesserbody.local.gateway;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Turns HTTP requests into the events that a REST API of API Gateway sends to a function behind a
 * proxy integration (payload format 1.0). Paths are those of a custom domain, and the same again
 * under the name of the stage, as at the API's own domain.
 */
final class ProxyEvents {
  /** The name of the stage. */
  static final String STAGE = "local";

  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final List<String> UNKNOWN_IDENTITY =
      List.of(
          "cognitoIdentityPoolId",
          "accountId",
          "cognitoIdentityId",
          "caller",
          "principalOrgId",
          "accessKey",
          "cognitoAuthenticationType",
          "cognitoAuthenticationProvider",
          "userArn",
          "user");

  private final String domain;
  private final Clock clock;
  private final RequestDecorator decorator;

  /**
   * @param domain the name, and port, that requests are sent to
   */
  ProxyEvents(String domain, Clock clock, RequestDecorator decorator) {
    this.domain = domain;
    this.clock = clock;
    this.decorator = decorator;
  }

  /**
   * An event.
   *
   * @param requestId the id in it that names the request everywhere
   * @param isGuarded whether the authorizer is to be asked about it
   */
  record Event(String requestId, boolean isGuarded, ObjectNode json) {}

  Event of(HttpExchange exchange, byte[] body) {
    Map<String, List<String>> headers = decorator.headers(RequestFields.headers(exchange));
    Map<String, List<String>> query = RequestFields.query(exchange);
    String requestId = UUID.randomUUID().toString();
    String path = withoutStage(exchange.getRequestURI().getPath());
    ApiResource resource = ApiResource.of(exchange.getRequestMethod(), path);
    ObjectNode event =
        Json.object()
            .put("resource", resource.path())
            .put("path", path)
            .put("httpMethod", exchange.getRequestMethod());
    event.set("headers", RequestFields.lastValues(headers));
    event.set("multiValueHeaders", RequestFields.allValues(headers));
    event.set("queryStringParameters", RequestFields.lastValues(query));
    event.set("multiValueQueryStringParameters", RequestFields.allValues(query));
    resource
        .proxy()
        .ifPresentOrElse(
            proxy -> event.putObject("pathParameters").put("proxy", proxy),
            () -> event.putNull("pathParameters"));
    event.putNull("stageVariables");
    event.set("requestContext", context(exchange, resource, requestId));
    putBody(event, body);
    return new Event(requestId, resource.isGuarded(), event);
  }

  private static String withoutStage(String path) {
    String prefix = "/" + STAGE;
    return path.equals(prefix) || path.startsWith(prefix + "/")
        ? "/" + path.substring(Math.min(path.length(), prefix.length() + 1))
        : path;
  }

  private ObjectNode context(HttpExchange exchange, ApiResource resource, String requestId) {
    Instant now = clock.instant();
    ObjectNode context =
        Json.object()
            .put("resourceId", "local")
            .put("resourcePath", resource.path())
            .put("httpMethod", exchange.getRequestMethod())
            .put("extendedRequestId", requestId)
            .put("requestTime", REQUEST_TIME.format(now))
            .put("path", exchange.getRequestURI().getPath())
            .put("accountId", "000000000000")
            .put("protocol", exchange.getProtocol())
            .put("stage", STAGE)
            .put("domainPrefix", "local")
            .put("requestTimeEpoch", now.toEpochMilli())
            .put("requestId", requestId);
    context.set("identity", identity(exchange));
    return context.put("domainName", domain).put("deploymentId", "local").put("apiId", "local");
  }

  private static ObjectNode identity(HttpExchange exchange) {
    ObjectNode identity = Json.object();
    UNKNOWN_IDENTITY.forEach(identity::putNull);
    return identity
        .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
        .put("userAgent", exchange.getRequestHeaders().getFirst("User-Agent"));
  }

  private static void putBody(ObjectNode event, byte[] body) {
    if (body.length == 0) {
      event.putNull("body").put("isBase64Encoded", false);
      return;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      event.put("body", text).put("isBase64Encoded", false);
    } catch (CharacterCodingException e) {
      event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    }
  }
}
