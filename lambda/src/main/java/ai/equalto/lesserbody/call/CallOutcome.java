package ai.equalto.lesserbody.call;

import ai.equalto.lesserbody.audit.AuditEvent.Outcome;
import ai.equalto.lesserbody.auth.Refusal;
import java.util.List;
import java.util.Set;

/**
 * How a call ended, for the protocol to put on the wire.
 *
 * @param <T> what it gives when all went well
 */
public sealed interface CallOutcome<T> {
  /** What the audit says of it. */
  Outcome recorded();

  /** The work is done. */
  record Done<T>(T value) implements CallOutcome<T> {
    @Override
    public Outcome recorded() {
      return Outcome.OK;
    }
  }

  /** The work could not be done; the message tells a model what to do about it. */
  record Failed<T>(String message) implements CallOutcome<T> {
    @Override
    public Outcome recorded() {
      return Outcome.FAILED;
    }
  }

  /** The input does not fit, and nothing was done; the message names each field. */
  record InvalidInput<T>(String message) implements CallOutcome<T> {
    @Override
    public Outcome recorded() {
      return Outcome.INVALID_INPUT;
    }
  }

  /** What was sent as input is no object, so there is nothing to correct in it. */
  record MalformedInput<T>() implements CallOutcome<T> {
    @Override
    public Outcome recorded() {
      return Outcome.INVALID_INPUT;
    }
  }

  /** The person who was asked to confirm did not, and nothing was done. */
  record Declined<T>(String message) implements CallOutcome<T> {
    @Override
    public Outcome recorded() {
      return Outcome.DECLINED;
    }
  }

  /** There is nothing of that name. */
  record NotFound<T>() implements CallOutcome<T> {
    @Override
    public Outcome recorded() {
      return Outcome.NOT_FOUND;
    }
  }

  /** The caller may not. */
  record Denied<T>(Refusal.InsufficientScope refusal) implements CallOutcome<T> {
    @Override
    public Outcome recorded() {
      return Outcome.DENIED;
    }
  }

  /** The client has to be asked first. */
  record InputRequired<T>(List<Question<?>> questions) implements CallOutcome<T> {
    public InputRequired {
      questions = List.copyOf(questions);
    }

    @Override
    public Outcome recorded() {
      return Outcome.INPUT_REQUIRED;
    }
  }

  /** The client would have to be asked, and does not declare that it can be. */
  record CannotAsk<T>(Set<Capability> missing) implements CallOutcome<T> {
    public CannotAsk {
      missing = Set.copyOf(missing);
    }

    @Override
    public Outcome recorded() {
      return Outcome.CANNOT_ASK;
    }
  }

  /** The work was stopped, for there was no time left. */
  record TimedOut<T>() implements CallOutcome<T> {
    @Override
    public Outcome recorded() {
      return Outcome.TIMED_OUT;
    }
  }
}
