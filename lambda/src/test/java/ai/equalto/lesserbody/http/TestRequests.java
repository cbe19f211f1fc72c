package ai.equalto.lesserbody.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests as the gateway would hand them over. */
public final class TestRequests {
  public static final String BASE_URL = "https://gateway.example/live";
  public static final String REQUEST_ID = "request-1";

  /** As late as can be. */
  public static final Instant DEADLINE = Instant.parse("9999-12-31T23:59:59Z");

  private TestRequests() {}

  /** A request without a body; header fields are names and values in turn. */
  public static Request of(String method, String path, String... nameAndValue) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (int i = 0; i < nameAndValue.length; i += 2) {
      fields.put(nameAndValue[i], List.of(nameAndValue[i + 1]));
    }
    return new Request(
        method,
        path,
        Headers.of(fields),
        Body.empty(),
        Peer.UNKNOWN,
        REQUEST_ID,
        BASE_URL,
        DEADLINE);
  }
}
