package ai.equalto.lesserbody.local.gateway;

import java.util.List;
import java.util.Optional;

/**
 * The resource of the REST API that a path falls to, as the template has them.
 *
 * @param path as the template writes it
 * @param proxy what its placeholder matched, if it has one
 * @param isGuarded whether the authorizer is asked before the function
 */
record ApiResource(String path, Optional<String> proxy, boolean isGuarded) {
  private static final String ROOT = "/";
  private static final String PLACEHOLDER = "{proxy+}";
  private static final String PREFLIGHT = "OPTIONS";

  /** Open to everyone; the longest prefix comes first. */
  private static final List<String> PUBLIC = List.of("/.well-known/" + PLACEHOLDER, "/healthz");

  /** The resource of a path, which does not hold the stage. */
  static ApiResource of(String method, String path) {
    for (String open : PUBLIC) {
      String prefix = open.replace(PLACEHOLDER, "");
      if (open.equals(path)) {
        return new ApiResource(open, Optional.empty(), false);
      }
      if (!open.equals(prefix) && path.startsWith(prefix) && path.length() > prefix.length()) {
        return new ApiResource(open, Optional.of(path.substring(prefix.length())), false);
      }
    }
    boolean guarded = !method.equals(PREFLIGHT);
    return path.equals(ROOT)
        ? new ApiResource(ROOT, Optional.empty(), guarded)
        : new ApiResource(ROOT + PLACEHOLDER, Optional.of(path.substring(1)), guarded);
  }
}
