package ai.equalto.lesserbody.content;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Hints on how to use something (MCP, "Annotations").
 *
 * @param audience whom it is for; empty for nobody in particular
 * @param priority from 0, which may be left out, to 1, which may not
 * @param lastModified when it was last changed
 */
public record Annotations(
    Set<Role> audience, OptionalDouble priority, Optional<Instant> lastModified) {
  /** No hints. */
  public static final Annotations NONE =
      new Annotations(Set.of(), OptionalDouble.empty(), Optional.empty());

  public Annotations {
    audience = Set.copyOf(audience);
    if (!(priority.orElse(0) >= 0 && priority.orElse(0) <= 1)) {
      throw new IllegalArgumentException("a priority lies between 0 and 1");
    }
    requireNonNull(lastModified, "lastModified");
  }

  /** Meant for these. */
  public Annotations forAudience(Role... roles) {
    return new Annotations(Set.of(roles), priority, lastModified);
  }

  /** As important as this, from 0 to 1. */
  public Annotations withPriority(double importance) {
    return new Annotations(audience, OptionalDouble.of(importance), lastModified);
  }

  /** Last changed then. */
  public Annotations modifiedAt(Instant time) {
    return new Annotations(audience, priority, Optional.of(time));
  }

  /** Adds the field {@code annotations} to an object, if there are any, and returns the object. */
  public ObjectNode addTo(ObjectNode json) {
    if (audience.isEmpty() && priority.isEmpty() && lastModified.isEmpty()) {
      return json;
    }
    ObjectNode annotations = json.putObject("annotations");
    if (!audience.isEmpty()) {
      ArrayNode roles = annotations.putArray("audience");
      audience.stream().sorted().forEach(role -> roles.add(role.wire()));
    }
    priority.ifPresent(value -> annotations.put("priority", value));
    lastModified.ifPresent(time -> annotations.put("lastModified", time.toString()));
    return json;
  }
}
