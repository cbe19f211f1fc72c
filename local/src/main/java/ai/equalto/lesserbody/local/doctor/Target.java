package ai.equalto.lesserbody.local.doctor;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The MCP endpoint that is examined.
 *
 * @param endpoint its URL, which ends in {@code /mcp}: https, or http on loopback, where nobody
 *     listens to a token on its way
 */
public record Target(URI endpoint) {
  private static final String PATH = "/mcp";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String METADATA = "/.well-known/oauth-protected-resource";
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  /**
   * Reads what was typed.
   *
   * @throws IllegalArgumentException if this is no URL of an endpoint; the message says what may
   *     have been meant
   */
  public static Target parse(String text) {
    String url = text.strip();
    if (!url.contains("://")) {
      throw new IllegalArgumentException(
          "A URL begins with https://; did you mean https://%s?".formatted(withPath(url)));
    }
    URI uri = URI.create(url);
    if (!isSafe(uri)) {
      throw new IllegalArgumentException(
          "The URL must be https, or http on loopback, and name a host and nobody");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("The URL of an endpoint has no query and no fragment");
    }
    if (!uri.getRawPath().endsWith(PATH)) {
      throw new IllegalArgumentException(
          "The URL of an endpoint ends in /mcp; did you mean %s?".formatted(withPath(url)));
    }
    return new Target(uri);
  }

  private static String withPath(String url) {
    String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    return base.endsWith(PATH) ? base : base + PATH;
  }

  /** Whether what is sent there cannot be read on its way. */
  static boolean isSafe(URI uri) {
    return uri.getHost() != null
        && uri.getRawUserInfo() == null
        && ("https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost())));
  }

  /** A URL that a server names, if it can be asked safely. */
  static Optional<URI> named(String text) {
    try {
      return Optional.of(URI.create(text)).filter(Target::isSafe);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean isTls() {
    return "https".equals(endpoint.getScheme());
  }

  String host() {
    String host = endpoint.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  int port() {
    int usual = isTls() ? HTTPS_PORT : HTTP_PORT;
    return endpoint.getPort() < 0 ? usual : endpoint.getPort();
  }

  /** A path beside the endpoint, where the function serves it. */
  URI beside(String path) {
    String url = endpoint.toString();
    return URI.create(url.substring(0, url.length() - PATH.length()) + path);
  }

  /** Where the function serves the metadata, and its challenges lead. */
  URI metadata() {
    return beside(METADATA + PATH);
  }

  /** The same without the endpoint's path. */
  URI shortMetadata() {
    return beside(METADATA);
  }

  /** Where RFC 9728 section 3.1 has a client look that knows the endpoint alone. */
  URI metadataOfRfc() {
    return endpoint.resolve(METADATA + endpoint.getRawPath());
  }

  /** A public document, as it would be without TLS. */
  URI plainHealth() {
    return URI.create("http://" + endpoint.getHost() + beside("/healthz").getRawPath());
  }
}
