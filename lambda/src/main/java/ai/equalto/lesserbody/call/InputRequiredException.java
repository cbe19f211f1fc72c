package ai.equalto.lesserbody.call;

import java.util.List;

/**
 * A call cannot go on before its client has answered. Thrown by {@link CallContext#ask} and meant
 * to leave the handler, which is run again from its beginning when the answers are there: so ask
 * before you act.
 */
public final class InputRequiredException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Question<?>> questions;

  InputRequiredException(List<Question<?>> questions) {
    // It is no fault, so nobody wants to know where it was thrown.
    super("the client is asked first", null, false, false);
    this.questions = List.copyOf(questions);
  }

  List<Question<?>> questions() {
    return questions;
  }
}
