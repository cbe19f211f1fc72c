package ai.equalto.lesserbody.limit;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a request is within the limits of its caller, and the header fields that tell
 * (draft-ietf-httpapi-ratelimit-headers-10, and RFC 9110 section 10.2.3).
 *
 * @param refusal one sentence for a person; empty if the request is let through
 * @param fields for the response, whatever it is
 */
public record RateDecision(Optional<String> refusal, Map<String, String> fields) {
  public RateDecision {
    requireNonNull(refusal, "refusal");
    fields = Map.copyOf(fields);
  }

  static RateDecision passed(Map<Bucket, Verdict.Granted> granted, Instant now) {
    if (granted.isEmpty()) {
      return new RateDecision(Optional.empty(), Map.of());
    }
    String policies =
        granted.keySet().stream().map(RateDecision::policy).collect(Collectors.joining(", "));
    String limits =
        granted.entrySet().stream()
            .map(one ->
                limit(
                    one.getKey(), one.getValue().remaining(), seconds(now, one.getValue().more())))
            .collect(Collectors.joining(", "));
    return new RateDecision(
        Optional.empty(), Map.of("RateLimit-Policy", policies, "RateLimit", limits));
  }

  static RateDecision refused(Bucket bucket, Verdict.Refused verdict, Instant now) {
    long wait = Math.max(1, seconds(now, verdict.until()));
    return new RateDecision(
        Optional.of("Too many requests (" + bucket.name() + "); try again in " + wait + " s"),
        Map.of(
            "RateLimit-Policy", policy(bucket),
            "RateLimit", limit(bucket, verdict.remaining(), wait),
            "Retry-After", String.valueOf(wait)));
  }

  /** Without a time to come back at, as it would be refused then too. */
  static RateDecision tooMuch(Bucket bucket) {
    String words =
        "A batch may hold at most " + bucket.quota().limit() + " requests (" + bucket.name() + ")";
    return new RateDecision(Optional.of(words), Map.of("RateLimit-Policy", policy(bucket)));
  }

  /** The response with the fields. */
  public Response on(Response response) {
    Response with = response;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      with = with.with(field.getKey(), field.getValue());
    }
    return with;
  }

  // Put together by hand: the first formatting costs a cold start some 30 ms.
  private static String policy(Bucket bucket) {
    Quota quota = bucket.quota();
    return quoted(bucket) + ";q=" + quota.limit() + ";w=" + quota.window().toSeconds();
  }

  private static String limit(Bucket bucket, long remaining, long seconds) {
    return quoted(bucket) + ";r=" + remaining + ";t=" + seconds;
  }

  private static String quoted(Bucket bucket) {
    return "\"" + bucket.name() + "\"";
  }

  /** Rounded up, so that nobody comes back a moment too early. */
  private static long seconds(Instant now, Instant then) {
    return Math.max(0, Duration.between(now, then).plusMillis(999).toSeconds());
  }
}
