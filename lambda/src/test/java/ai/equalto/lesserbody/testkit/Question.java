package ai.equalto.lesserbody.testkit;

import ai.equalto.lesserbody.http.Request;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a POST asks, as far as the form of its answer depends on it.
 *
 * @param revision the revision that the answer must be of
 * @param body the body, missing if it is not JSON
 */
record Question(String revision, JsonNode body) {
  /** What a client speaks that names no revision (2025-11-25, "Protocol Version Header"). */
  static final String UNNAMED = "2025-03-26";

  private static final String STATELESS = "2026-07-28";
  private static final Set<String> OLDER = Set.of("2025-11-25", "2025-06-18", UNNAMED);

  /**
   * Reads a request by the rules of 2026-07-28, "Backward Compatibility": an older revision is
   * spoken by who names it in the body or the header field and does not contradict that, or who
   * names none, or who initializes. Everything else is answered in the newest.
   *
   * @param session the revision that the session of the request was begun with
   */
  static Question of(Request request, JsonNode body, String session) {
    Optional<String> header = request.header("MCP-Protocol-Version");
    JsonNode claim = body.at("/params/_meta/io.modelcontextprotocol~1protocolVersion");
    boolean older =
        claim.isMissingNode()
            ? isInitialize(body) || header.stream().allMatch(OLDER::contains)
            : OLDER.contains(claim.asText()) && header.stream().allMatch(claim.asText()::equals);
    return new Question(older ? header.filter(OLDER::contains).orElse(session) : STATELESS, body);
  }

  Question in(String settled) {
    return new Question(settled, body);
  }

  boolean isInitialize() {
    return isInitialize(body);
  }

  private static boolean isInitialize(JsonNode body) {
    return "initialize".equals(body.path("method").textValue());
  }

  boolean isBatch() {
    return body.isArray();
  }

  boolean hasId(JsonNode id) {
    return messages().anyMatch(message -> id.equals(message.get("id")));
  }

  /** The method that was called with this id, unless two were. */
  Optional<String> method(JsonNode id) {
    List<String> methods =
        messages()
            .filter(message -> id.equals(message.get("id")))
            .map(message -> message.path("method").textValue())
            .distinct()
            .toList();
    return methods.size() == 1 ? Optional.ofNullable(methods.getFirst()) : Optional.empty();
  }

  private Stream<JsonNode> messages() {
    return body.isArray() ? StreamSupport.stream(body.spliterator(), false) : Stream.of(body);
  }
}
