package ai.equalto.lesserbody.limit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tallies that all instances of the function share. Each step is one conditional write, so that no
 * two instances can both take what is left.
 */
public interface TallyStore {
  /**
   * Lets something through, if the tally is as it is thought to be.
   *
   * @param from the slot that the tally stands at; none if there is no tally
   * @param most how much may have been let through in that slot so far; not looked at if {@link
   *     #startsAnew}
   * @param to the slot to count in
   * @param amount how much is let through
   * @param expires when nothing of it counts any longer
   */
  record Step(OptionalLong from, long most, long to, long amount, Instant expires) {
    public Step {
      requireNonNull(from, "from");
      requireNonNull(expires, "expires");
    }

    /** Whether nothing that the tally holds counts any longer. */
    public boolean startsAnew() {
      return from.isEmpty() || Math.abs(to - from.getAsLong()) >= Tally.LENGTH;
    }
  }

  /** What became of a step. */
  sealed interface Taken {
    /** It was made; this is how the tally stands now. */
    record Yes(Tally now) implements Taken {}

    /** It was not made, for the tally stands like this. */
    record No(Optional<Tally> actual) implements Taken {}
  }

  /**
   * Makes a step.
   *
   * @throws UnavailableException if the store does not answer, or refuses
   */
  Taken take(String key, Step step);

  /**
   * Takes back what was let through, if its slot is still the latest. May do so twice, if its
   * answer is lost on the way.
   *
   * @throws UnavailableException if the store does not answer, or refuses
   */
  void giveBack(String key, long slot, long amount);

  /** The store did not answer, or refused. */
  final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
      super(message);
    }

    public UnavailableException(Throwable cause) {
      super(cause);
    }
  }
}
