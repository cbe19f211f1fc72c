package ai.equalto.lesserbody.call;

import ai.equalto.lesserbody.schema.Input;
import ai.equalto.lesserbody.schema.InvalidInputException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The completers of some arguments. One whose schema lists its values is completed from there, and
 * needs none.
 */
public final class Completions {
  private final Input<?> input;
  private final Map<String, Completer> completers;

  /**
   * Completers by the names of the arguments.
   *
   * @param input the arguments
   */
  public Completions(Input<?> input, Map<String, Completer> completers) {
    this.input = input;
    this.completers = Map.copyOf(completers);
  }

  /** The same, and this completer for that argument. */
  public Completions and(String argument, Completer completer) {
    Map<String, Completer> more = new HashMap<>(completers);
    more.put(argument, completer);
    return new Completions(input, more);
  }

  /** The arguments that have a completer of their own. */
  public Set<String> arguments() {
    return completers.keySet();
  }

  /**
   * The values that fit; none for an argument that nothing is known of.
   *
   * @throws InvalidInputException if there is no such argument
   */
  public List<String> suggest(
      String argument, String typed, Map<String, String> settled, CallContext call)
      throws InvalidInputException {
    JsonNode schema = input.schema().path("properties").path(argument);
    if (schema.isMissingNode()) {
      throw new InvalidInputException("Invalid arguments: there is no such argument to complete.");
    }
    Completer completer = completers.getOrDefault(argument, Completer.of(listed(schema)));
    return completer.suggest(typed, settled, call);
  }

  private static String[] listed(JsonNode schema) {
    return StreamSupport.stream(schema.path("enum").spliterator(), false)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .toArray(String[]::new);
  }
}
