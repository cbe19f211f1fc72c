package ai.equalto.lesserbody.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the token says of itself, judged as the function will, but for its signature. */
final class TokenClaims {
  private static final Duration MAX_AGE = Duration.ofHours(24);
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  private final Target target;
  private final JsonNode claims;
  private final Clock clock;

  TokenClaims(Target target, JsonNode claims, Clock clock) {
    this.target = target;
    this.claims = claims;
    this.clock = clock;
  }

  Result judge() {
    Instant now = clock.instant();
    Optional<Instant> issued = time("iat");
    Optional<Instant> expires = time("exp");
    if (issued.isEmpty() || expires.isEmpty()) {
      return Result.failed("no iat or no exp", "Get a token that names both.");
    }
    if (!expires.get().isAfter(now)) {
      return Result.failed("expired at " + expires.get(), "Get a new token.");
    }
    if (issued.get().isBefore(now.minus(MAX_AGE))) {
      return Result.failed("issued more than 24 hours ago", "Get a new token.");
    }
    Instant latest = now.plus(CLOCK_SKEW);
    if (issued.get().isAfter(latest) || time("nbf").filter(latest::isBefore).isPresent()) {
      return Result.failed(
          "not good yet", "Set the clock of this machine, or of whoever issued the token.");
    }
    return scopesAndAudience(Duration.between(now, expires.get()));
  }

  private Result scopesAndAudience(Duration left) {
    if (scopes().isEmpty()) {
      return Result.failed("no scopes", "Get a token with the scope read, write or admin.");
    }
    String seen = String.join(", ", scopes()) + "; " + left.toMinutes() + " minutes left";
    JsonNode audience = claims.path("aud");
    return audience.isMissingNode()
            || texts(audience).anyMatch(target.endpoint().toString()::equals)
        ? Result.ok(seen)
        : Result.warning(
            seen + "; its aud is not this URL",
            "Good only if JWT_AUDIENCE is that aud. If all calls get 401, set McpEndpoint to this"
                + " URL, or get a token for it.");
  }

  /** Whether it is certain that the function will see no scope {@code write} or above. */
  boolean lacksWrite() {
    return !scopes().isEmpty()
        && scopes().stream().noneMatch(name -> name.endsWith("write") || name.endsWith("admin"));
  }

  private Set<String> scopes() {
    return Stream.of("scopes", "scope")
        .flatMap(name -> texts(claims.path(name)))
        .flatMap(text -> Arrays.stream(text.split(" ", -1)))
        .filter(name -> !name.isEmpty())
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  private static Stream<String> texts(JsonNode node) {
    return (node.isArray() ? node.valueStream() : Stream.of(node))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue);
  }

  private Optional<Instant> time(String name) {
    JsonNode seconds = claims.path(name);
    return seconds.isNumber() && Math.abs(seconds.doubleValue()) < Instant.MAX.getEpochSecond()
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
        : Optional.empty();
  }
}
