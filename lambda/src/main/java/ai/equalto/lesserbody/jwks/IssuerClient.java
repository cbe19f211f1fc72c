package ai.equalto.lesserbody.jwks;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.jwks.IssuerException.Fault;
import ai.equalto.lesserbody.transport.HttpCall;
import ai.equalto.lesserbody.transport.HttpReply;
import ai.equalto.lesserbody.transport.HttpTransport;
import ai.equalto.lesserbody.transport.TransportException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Fetches what one issuer publishes. Keeps nothing, and follows no redirect. */
final class IssuerClient {
  /** How long the place of the keys is taken for granted. */
  private static final Duration LOCATED = Duration.ofHours(1);

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  /** RFC 9110 section 8.8.3, in visible ASCII, as it is sent back. */
  private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7E]{0,256}\"");

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String issuer;
  private final HttpTransport transport;

  IssuerClient(String issuer, HttpTransport transport) {
    this.issuer = issuer;
    this.transport = transport;
  }

  /**
   * What is published now.
   *
   * @param before what was, so that only a change is fetched
   * @throws IssuerException if that cannot be known
   */
  Published fetch(Optional<Published> before, Instant now) throws IssuerException {
    Optional<Published> located = before.filter(known -> now.isBefore(known.locatedAnew()));
    URI uri = located.isPresent() ? located.get().uri() : keysUri();
    Instant locatedAnew = located.map(Published::locatedAnew).orElseGet(() -> now.plus(LOCATED));

    Optional<Published> tagged =
        before.filter(known -> known.uri().equals(uri) && known.tag().isPresent());
    HttpReply reply = get(uri, tagged.flatMap(Published::tag));
    Duration fresh = Freshness.of(reply.headers());
    if (reply.status() == NOT_MODIFIED && tagged.isPresent()) {
      return tagged.get().revalidated(locatedAnew, now, fresh);
    }
    return new Published(
        KeySet.of(object(reply)),
        uri,
        locatedAnew,
        reply.headers().value("ETag").filter(tag -> TAG.matcher(tag).matches()),
        now.plus(fresh),
        now.plus(Published.STALE));
  }

  private URI keysUri() throws IssuerException {
    HttpReply reply = get(wellKnown(), Optional.empty());
    JsonNode metadata =
        object(reply.status() == OK ? reply : get(openIdConfiguration(), Optional.empty()));
    // RFC 8414 section 3.3: otherwise one issuer's document could speak for another's tokens.
    if (!issuer.equals(metadata.path("issuer").textValue())) {
      throw new IssuerException(Fault.WRONG_ISSUER);
    }
    try {
      URI uri = URI.create(metadata.path("jwks_uri").asText(""));
      if (isSafe(uri)) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new IssuerException(Fault.BAD_KEYS_URI);
    }
    throw new IssuerException(Fault.BAD_KEYS_URI);
  }

  /** Over https; or over http on loopback, where the issuer itself is. */
  private boolean isSafe(URI uri) {
    return uri.getHost() != null
        && ("https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme())
                && issuer.startsWith("http:")
                && LOOPBACK.contains(uri.getHost())));
  }

  /** RFC 8414 section 3.1: between the host and the path, of which a last slash goes. */
  private URI wellKnown() {
    String origin = issuer.substring(0, issuer.length() - path().length());
    return URI.create(origin + "/.well-known/oauth-authorization-server" + withoutSlash(path()));
  }

  /** OpenID Connect Discovery 1.0 section 4: behind the path. */
  private URI openIdConfiguration() {
    return URI.create(withoutSlash(issuer) + "/.well-known/openid-configuration");
  }

  private String path() {
    return URI.create(issuer).getRawPath();
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private HttpReply get(URI uri, Optional<String> tag) throws IssuerException {
    Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
    tag.ifPresent(known -> headers.put("If-None-Match", known));
    try {
      return transport.send(HttpCall.of(HttpCall.Method.GET, uri, headers));
    } catch (TransportException e) {
      throw new IssuerException(e);
    } catch (IllegalArgumentException e) {
      throw new IssuerException(Fault.BAD_KEYS_URI);
    }
  }

  private static JsonNode object(HttpReply reply) throws IssuerException {
    if (reply.status() != OK) {
      throw new IssuerException(Fault.STATUS);
    }
    try {
      JsonNode document = Json.read(reply.body().bytes());
      if (document.isObject()) {
        return document;
      }
    } catch (JsonSyntaxException e) {
      throw new IssuerException(Fault.NOT_JSON);
    }
    throw new IssuerException(Fault.NOT_JSON);
  }
}
