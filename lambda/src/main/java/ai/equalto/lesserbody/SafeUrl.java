package ai.equalto.lesserbody;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** URLs of settings: whom they name, and nothing besides. */
final class SafeUrl {
  /** What to ask for where another is given. */
  static final String WANTED =
      "an https URL without query, fragment or user (http on loopback only)";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private SafeUrl() {}

  /** The URL; empty if it is none of this kind. */
  static Optional<URI> parse(String value) {
    try {
      URI url = URI.create(value);
      boolean plain =
          url.getHost() != null
              && url.getRawQuery() == null
              && url.getRawFragment() == null
              && url.getRawUserInfo() == null;
      boolean safe =
          "https".equals(url.getScheme())
              || ("http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost()));
      return plain && safe ? Optional.of(url) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
