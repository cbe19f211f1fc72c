package ai.equalto.lesserbody.call;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * What client and call have settled so far. A call that asked is run again from its beginning; it
 * then finds here what was answered, and what it wanted to remember.
 */
public final class Conversation {
  private final Set<Capability> capabilities;
  private final ObjectNode responses;
  private final Set<String> asked;
  private final ObjectNode answers;
  private final ObjectNode remembered;

  /**
   * A conversation to go on with.
   *
   * @param capabilities what the client can be asked for
   * @param responses what the client sends now, by the keys of questions
   * @param asked the keys of the questions that this very call is known to have asked
   * @param answers what was answered in earlier rounds
   * @param remembered what the call remembered in earlier rounds
   */
  public Conversation(
      Set<Capability> capabilities,
      ObjectNode responses,
      Set<String> asked,
      ObjectNode answers,
      ObjectNode remembered) {
    this.capabilities = Set.copyOf(capabilities);
    this.responses = requireNonNull(responses, "responses");
    this.asked = Set.copyOf(asked);
    this.answers = answers.deepCopy();
    this.remembered = remembered.deepCopy();
  }

  /** A conversation in which nothing was said yet. */
  public static Conversation begin(Set<Capability> capabilities) {
    return new Conversation(capabilities, Json.object(), Set.of(), Json.object(), Json.object());
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
    String key = question.key();
    JsonNode response = answers.has(key) ? answers.get(key) : responses.path(key);
    if (question.isBound() && !answers.has(key) && !asked.contains(key)) {
      return Optional.empty();
    }
    Optional<A> answer = question.read(response);
    if (answer.isPresent()) {
      answers.set(key, response);
    }
    return answer;
  }
}
