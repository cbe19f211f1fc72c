package ai.equalto.lesserbody.tool;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.content.Content;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a tool gave.
 *
 * @param structured fits the tool's output schema; there if the tool has one
 * @param content what is shown beside it
 */
public record ToolOutput(Optional<JsonNode> structured, List<Content> content) {
  public ToolOutput {
    requireNonNull(structured, "structured");
    content = List.copyOf(content);
  }
}
