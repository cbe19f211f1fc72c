package ai.equalto.lesserbody.prompt;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.content.Message;
import java.util.List;

/** What came of filling a prompt. A bug is an exception. */
public sealed interface PromptResult {
  /** The conversation to begin with. */
  record Success(List<Message> messages) implements PromptResult {
    public Success {
      messages = List.copyOf(messages);
    }
  }

  /**
   * It could not be filled.
   *
   * @param message tells what to do about it; never holds a secret
   */
  record Failure(String message) implements PromptResult {
    public Failure {
      requireNonNull(message, "message");
    }
  }

  /** The conversation to begin with. */
  static PromptResult of(Message... messages) {
    return new Success(List.of(messages));
  }
}
