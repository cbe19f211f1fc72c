package ai.equalto.lesserbody.call;

import ai.equalto.lesserbody.auth.Refusal;
import java.util.List;
import java.util.Set;

/**
 * How a call ended, for the protocol to put on the wire.
 *
 * @param <T> what it gives when all went well
 */
public sealed interface CallOutcome<T> {
  /** The work is done. */
  record Done<T>(T value) implements CallOutcome<T> {}

  /** The work could not be done; the message tells a model what to do about it. */
  record Failed<T>(String message) implements CallOutcome<T> {}

  /** The input does not fit, and nothing was done; the message names each field. */
  record InvalidInput<T>(String message) implements CallOutcome<T> {}

  /** What was sent as input is no object, so there is nothing to correct in it. */
  record MalformedInput<T>() implements CallOutcome<T> {}

  /** The person who was asked to confirm did not, and nothing was done. */
  record Declined<T>(String message) implements CallOutcome<T> {}

  /** There is nothing of that name. */
  record NotFound<T>() implements CallOutcome<T> {}

  /** The caller may not. */
  record Denied<T>(Refusal.InsufficientScope refusal) implements CallOutcome<T> {}

  /** The client has to be asked first. */
  record InputRequired<T>(List<Question<?>> questions) implements CallOutcome<T> {
    public InputRequired {
      questions = List.copyOf(questions);
    }
  }

  /** The client would have to be asked, and does not declare that it can be. */
  record CannotAsk<T>(Set<Capability> missing) implements CallOutcome<T> {
    public CannotAsk {
      missing = Set.copyOf(missing);
    }
  }

  /** The work was stopped, for there was no time left. */
  record TimedOut<T>() implements CallOutcome<T> {}
}
