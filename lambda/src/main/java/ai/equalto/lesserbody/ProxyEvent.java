package ai.equalto.lesserbody;

import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.http.Headers;
import ai.equalto.lesserbody.http.Peer;
import ai.equalto.lesserbody.http.Request;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a proxy event says of the HTTP request that it stands for. */
final class ProxyEvent {
  /** What the gateway calls the rest of a path. */
  private static final String PROXY = "{proxy+}";

  private ProxyEvent() {}

  /**
   * The request.
   *
   * @param deadline when the answer must be on its way
   * @throws IllegalArgumentException if the event is none of HTTP
   */
  static Request request(APIGatewayProxyRequestEvent event, String requestId, Instant deadline) {
    if (event.getHttpMethod() == null || event.getPath() == null) {
      throw new IllegalArgumentException("no method or no path");
    }
    return new Request(
        event.getHttpMethod(),
        path(event),
        headers(event),
        body(event),
        peer(event),
        requestId,
        baseUrl(event),
        deadline);
  }

  /** The gateway takes {@code requestId} from a client that sends one; the extended id it draws. */
  static String requestId(APIGatewayProxyRequestEvent event, String invocationId) {
    var context = event.getRequestContext();
    String drawn = context.getExtendedRequestId();
    return drawn != null ? drawn : Objects.requireNonNullElse(context.getRequestId(), invocationId);
  }

  /**
   * The resource, with what its placeholder matched: without the stage, and without a domain's base
   * path. The resource tells how the gateway checked the caller, so its own part of the path stays.
   */
  private static String path(APIGatewayProxyRequestEvent event) {
    String proxied =
        event.getPathParameters() == null ? null : event.getPathParameters().get("proxy");
    return proxied == null
        ? event.getPath()
        : Objects.requireNonNullElse(event.getResource(), "/" + PROXY).replace(PROXY, proxied);
  }

  private static Peer peer(APIGatewayProxyRequestEvent event) {
    RequestIdentity identity = event.getRequestContext().getIdentity();
    if (identity == null) {
      return Peer.UNKNOWN;
    }
    String arn = Objects.requireNonNullElse(identity.getUserArn(), "");
    return new Peer(
        Objects.requireNonNullElse(identity.getSourceIp(), ""),
        arn.isEmpty() ? Optional.empty() : Optional.of(arn));
  }

  /** The gateway fills both maps, one with all values; a hand-written event may have either. */
  private static Headers headers(APIGatewayProxyRequestEvent event) {
    if (event.getMultiValueHeaders() != null && !event.getMultiValueHeaders().isEmpty()) {
      return Headers.of(event.getMultiValueHeaders());
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (event.getHeaders() != null) {
      for (Map.Entry<String, String> field : event.getHeaders().entrySet()) {
        fields.put(field.getKey(), List.of(field.getValue()));
      }
    }
    return Headers.of(fields);
  }

  private static Body body(APIGatewayProxyRequestEvent event) {
    if (event.getBody() == null) {
      return Body.empty();
    }
    return Boolean.TRUE.equals(event.getIsBase64Encoded())
        ? Body.of(Base64.getDecoder().decode(event.getBody()))
        : Body.of(event.getBody());
  }

  /** The context's path begins with the stage or the base path, the one that is routed does not. */
  private static String baseUrl(APIGatewayProxyRequestEvent event) {
    var context = event.getRequestContext();
    String domain = Objects.requireNonNullElse(context.getDomainName(), "localhost");
    String full = Objects.requireNonNullElse(context.getPath(), "");
    String path = path(event);
    return full.endsWith(path)
        ? "https://" + domain + full.substring(0, full.length() - path.length())
        : "https://" + domain;
  }
}
