package ai.equalto.lesserbody.call;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What client and call have settled so far. A call that asked is run again from its beginning; it
 * then finds here what was answered, and what it wanted to remember.
 */
public final class Conversation {
  private final Set<Capability> capabilities;
  private final ObjectNode responses;
  private final Predicate<Question<?>> asked;
  private final ObjectNode answers;
  private final ObjectNode remembered;

  /**
   * A conversation to go on with.
   *
   * @param capabilities what the client can be asked for
   * @param responses what the client sends now, by the keys of questions
   * @param asked whether this very call is known to have asked a question
   * @param answers what was answered in earlier rounds
   * @param remembered what the call remembered in earlier rounds
   */
  public Conversation(
      Set<Capability> capabilities,
      ObjectNode responses,
      Predicate<Question<?>> asked,
      ObjectNode answers,
      ObjectNode remembered) {
    this.capabilities = Set.copyOf(capabilities);
    this.responses = requireNonNull(responses, "responses");
    this.asked = requireNonNull(asked, "asked");
    this.answers = answers.deepCopy();
    this.remembered = remembered.deepCopy();
  }

  /** A conversation in which nothing was asked yet; a client may answer all the same. */
  public static Conversation begin(Set<Capability> capabilities, ObjectNode responses) {
    return new Conversation(
        capabilities, responses, question -> false, Json.object(), Json.object());
  }

  /** What the client can be asked for. */
  public Set<Capability> capabilities() {
    return capabilities;
  }

  /** The answers that the call has taken note of, by the keys of its questions. */
  public ObjectNode answers() {
    return answers;
  }

  /** What the call wants to know in its next round. */
  public ObjectNode remembered() {
    return remembered;
  }

  /** The answer to a question, if a proper one is there. */
  <A> Optional<A> answer(Question<A> question) {
    Optional<A> earlier = question.read(answers.path(question.key()));
    if (earlier.isPresent()) {
      return earlier;
    }
    if (question.binding() != Binding.NONE && !asked.test(question)) {
      return Optional.empty();
    }
    JsonNode response = responses.path(question.key());
    Optional<A> answer = question.read(response);
    if (answer.isPresent()) {
      answers.set(question.key(), response);
    }
    return answer;
  }
}
