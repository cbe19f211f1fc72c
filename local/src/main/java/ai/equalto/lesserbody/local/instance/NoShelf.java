package ai.equalto.lesserbody.local.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Keeps nothing. */
final class NoShelf implements Shelf {
  @Override
  public Map<Long, JsonNode> load(String kind) {
    return Map.of();
  }

  @Override
  public void keep(String kind, long id, ObjectNode item) {}

  @Override
  public void drop(String kind, long id) {}

  @Override
  public void close() {}
}
