package ai.equalto.lesserbody.local.instance;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the instance is.
 *
 * @param base its URL, without a slash at the end
 */
record Site(URI base) {
  /** What stands behind the second {@code @} of a full account name. */
  String domain() {
    return base.getAuthority();
  }

  /** The URL of something here. */
  String url(String path) {
    return base + path;
  }

  String profile(Account account) {
    return url("/@" + encode(account.username()));
  }

  String status(Account author, Status status) {
    return profile(author) + "/" + status.id();
  }

  String tag(String name) {
    return url("/tags/" + encode(name));
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
