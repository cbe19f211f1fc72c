package ai.equalto.lesserbody.testkit;

import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Watches what one server answers to POSTs on the MCP endpoint, and complains of every JSON-RPC
 * message that is not as its revision publishes it, see {@link WireSchemas}.
 */
public final class WireWitness {
  private static final String SESSION = "Mcp-Session-Id";

  /** The revisions that {@code initialize} settled, by session. */
  private final Map<String, String> settled = new ConcurrentHashMap<>();

  /**
   * Looks at one answer. A refusal outside of JSON-RPC, such as the challenge for a token, is an
   * object whose {@code error} is a text, and is let pass.
   *
   * @throws AssertionError naming the revision, the definition and the place of what is wrong
   */
  public void see(Request request, int status, Map<String, String> headers, String body) {
    if (!request.method().equals("POST") || !request.path().equals("/mcp") || body.isEmpty()) {
      return;
    }
    Question question = question(request);
    List<String> complaints =
        headers.getOrDefault("Content-Type", "").startsWith("text/event-stream")
            ? stream(question, body)
            : document(question, status, headers, read(body));
    if (!complaints.isEmpty()) {
      throw new AssertionError(String.join("\n", complaints));
    }
  }

  private Question question(Request request) {
    String session = request.header(SESSION).map(settled::get).orElse(Question.UNNAMED);
    try {
      return Question.of(request, Json.read(request.body().bytes()), session);
    } catch (JsonSyntaxException e) {
      return Question.of(request, MissingNode.getInstance(), session);
    }
  }

  private List<String> document(
      Question question, int status, Map<String, String> headers, JsonNode answer) {
    if (status >= 400 && answer.path("error").isTextual()) {
      return List.of();
    }
    JsonNode wanted = answer.at("/result/protocolVersion");
    if (question.isInitialize() && wanted.isTextual()) {
      Optional.ofNullable(headers.get(SESSION))
          .ifPresent(session -> settled.put(session, wanted.textValue()));
      return reply(question.in(wanted.textValue()), answer);
    }
    if (!question.isBatch() || !answer.isArray()) {
      return reply(question, answer);
    }
    List<String> complaints = new ArrayList<>();
    answer.forEach(reply -> complaints.addAll(reply(question, reply)));
    return complaints;
  }

  private static List<String> stream(Question question, String body) {
    List<JsonNode> messages = EventStream.messages(body).stream().map(WireWitness::read).toList();
    if (messages.isEmpty()) {
      return List.of("the stream ends without an answer");
    }
    List<String> complaints = new ArrayList<>();
    for (JsonNode message : messages.subList(0, messages.size() - 1)) {
      complaints.addAll(WireSchemas.notificationComplaints(question.revision(), message));
    }
    complaints.addAll(reply(question, messages.getLast()));
    return complaints;
  }

  private static List<String> reply(Question question, JsonNode reply) {
    Optional<JsonNode> id = Optional.ofNullable(reply.get("id"));
    if (id.isPresent() && !question.hasId(id.get())) {
      return List.of(question.revision() + " no message of the request has the answer's id");
    }
    return WireSchemas.complaints(question.revision(), id.flatMap(question::method), reply);
  }

  private static JsonNode read(String json) {
    try {
      return Json.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw new AssertionError("the answer is not JSON: " + e.getMessage(), e);
    }
  }
}
