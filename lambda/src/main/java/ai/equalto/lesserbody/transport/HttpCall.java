package ai.equalto.lesserbody.transport;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.http.Body;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One request. Whatever could break out of its place in the message is refused when the call is
 * made.
 *
 * @param uri absolute, {@code http} or {@code https}, ASCII, without user and fragment
 * @param headers one value for each field, of visible ASCII characters, spaces and tabs; what
 *     frames the message ({@code Host}, {@code Content-Length} and the like) is not for callers
 * @param body what to send; a GET has none
 */
public record HttpCall(Method method, URI uri, Map<String, String> headers, Optional<Body> body) {
  /** What to do with the resource. */
  public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\t\\x20-\\x7E]*");
  private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7E]+");

  /** RFC 9112 section 6: a second opinion on where a message ends lets one pose as two. */
  private static final Set<String> FRAMING =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  public HttpCall {
    requireNonNull(method, "method");
    requireNonNull(body, "body");
    checkUri(uri);
    headers = Map.copyOf(headers);
    headers.forEach(HttpCall::checkHeader);
    if (method == Method.GET && body.isPresent()) {
      throw new IllegalArgumentException("a GET has no body");
    }
  }

  /** A call without a body. */
  public static HttpCall of(Method method, URI uri, Map<String, String> headers) {
    return new HttpCall(method, uri, headers, Optional.empty());
  }

  /** Without headers, query and body: they hold the token and what people wrote. */
  @Override
  public String toString() {
    return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }

  private static void checkUri(URI uri) {
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    if (!http && !"https".equalsIgnoreCase(uri.getScheme())) {
      throw new IllegalArgumentException("neither http nor https");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("a URI of a host, without user and fragment, is needed");
    }
    if (uri.getPort() > 65535) {
      throw new IllegalArgumentException("there is no such port");
    }
    // Cut to its lower byte, U+010A would be a line feed.
    if (!ASCII.matcher(uri.toString()).matches()) {
      throw new IllegalArgumentException("a URI in ASCII is needed");
    }
  }

  private static void checkHeader(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a header field");
    }
    if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(name + " is not for callers");
    }
    // A line break would begin a field, or a request, that the caller chose.
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("value of " + name + " has a forbidden character");
    }
  }
}
