package ai.equalto.lesserbody.call;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a person did with a question (MCP, "Response Actions").
 *
 * @param <T> what was asked for
 */
public sealed interface Elicited<T> {
  /** The person answered. */
  record Accepted<T>(T content) implements Elicited<T> {
    public Accepted {
      requireNonNull(content, "content");
    }
  }

  /** The person said no. */
  record Declined<T>() implements Elicited<T> {}

  /** The person did not choose. */
  record Cancelled<T>() implements Elicited<T> {}

  /** The answer, if the person gave one. */
  default Optional<T> accepted() {
    return this instanceof Accepted<T>(T content) ? Optional.of(content) : Optional.empty();
  }
}
