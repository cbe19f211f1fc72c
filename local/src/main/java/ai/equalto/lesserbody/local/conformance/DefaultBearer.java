package ai.equalto.lesserbody.local.conformance;

import ai.equalto.lesserbody.local.gateway.RequestDecorator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Gives each request without an {@code Authorization} header a bearer token (RFC 6750), since the
 * suite sends none. A request that has the header keeps it, whatever stands in it.
 */
public final class DefaultBearer implements RequestDecorator {
  private static final String AUTHORIZATION = "Authorization";

  private final Supplier<String> token;

  /**
   * @param token a token that is valid now
   */
  public DefaultBearer(Supplier<String> token) {
    this.token = token;
  }

  @Override
  public Map<String, List<String>> headers(Map<String, List<String>> sent) {
    if (sent.containsKey(AUTHORIZATION)) {
      return sent;
    }
    Map<String, List<String>> headers = new LinkedHashMap<>(sent);
    headers.put(AUTHORIZATION, List.of("Bearer " + token.get()));
    return headers;
  }
}
