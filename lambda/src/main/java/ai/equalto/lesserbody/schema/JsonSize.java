package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How large a JSON value is.
 *
 * @param values how many values it holds, itself included and names not
 * @param depth how many levels of objects and arrays it has
 */
record JsonSize(int values, int depth) {
  /**
   * Measures level by level, so that no depth overflows the stack.
   *
   * @param most where to stop; a larger value measures as something larger than this
   */
  static JsonSize of(JsonNode root, int most) {
    int values = 0;
    int depth = 0;
    for (List<JsonNode> level = List.of(root);
        !level.isEmpty() && values <= most;
        level = below(level)) {
      values += level.size();
      depth += hasContainer(level) ? 1 : 0;
    }
    return new JsonSize(values, depth);
  }

  private static List<JsonNode> below(List<JsonNode> level) {
    List<JsonNode> below = new ArrayList<>();
    for (JsonNode value : level) {
      if (value.isContainerNode()) {
        for (JsonNode held : value) {
          below.add(held);
        }
      }
    }
    return below;
  }

  private static boolean hasContainer(List<JsonNode> level) {
    for (JsonNode value : level) {
      if (value.isContainerNode()) {
        return true;
      }
    }
    return false;
  }
}
