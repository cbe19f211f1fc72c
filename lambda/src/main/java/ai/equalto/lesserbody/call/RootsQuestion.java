package ai.equalto.lesserbody.call;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for the folders that the client works on (MCP, "Roots"). */
public record RootsQuestion(String key) implements Question<List<RootsQuestion.Root>> {
  /**
   * One folder.
   *
   * @param uri where it is; the client's word, so check it before use
   * @param name what people call it
   */
  public record Root(String uri, Optional<String> name) {
    public Root {
      requireNonNull(uri, "uri");
      requireNonNull(name, "name");
    }
  }

  public RootsQuestion {
    requireNonNull(key, "key");
  }

  @Override
  public Capability needs() {
    return Capability.ROOTS;
  }

  @Override
  public String method() {
    return "roots/list";
  }

  @Override
  public ObjectNode params() {
    return Json.object();
  }

  @Override
  public Optional<List<Root>> read(JsonNode response) {
    if (!response.path("roots").isArray()) {
      return Optional.empty();
    }
    List<Root> roots = new ArrayList<>();
    for (JsonNode root : response.path("roots")) {
      if (!root.path("uri").isTextual()) {
        return Optional.empty();
      }
      roots.add(
          new Root(
              root.path("uri").textValue(), Optional.ofNullable(root.path("name").textValue())));
    }
    return Optional.of(List.copyOf(roots));
  }
}
