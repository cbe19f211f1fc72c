package ai.equalto.lesserbody.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestServer;
import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.testkit.EventStream;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Posts whatever it is given, and holds the answer to what must be true of every answer: the server
 * does not break, says the same when asked again, repeats nothing of what it was sent that the
 * protocol does not want back, and leaves no more in its log than the calls that were made. That
 * the answer is as its revision publishes it is seen to by {@link TestServer}.
 */
final class HostileClient {
  /** What a body says of which nothing may come back. */
  static final String CANARY = "canary";

  private static final int MAX_SHOWN = 600;

  private final TestServer server = new TestServer(Map.of());
  private final String token = TestServer.token("alice", "read");
  private final Era era;
  private final String session;

  HostileClient(Era era) {
    this.era = era;
    this.session = era == Era.SESSION ? initialize() : "";
  }

  Era era() {
    return era;
  }

  private String initialize() {
    String body =
        """
        {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
        "capabilities":{},"clientInfo":{"name":"hostile","version":"1"}}}\
        """;
    return send(body.getBytes(StandardCharsets.UTF_8), Map.of()).headers().get("Mcp-Session-Id");
  }

  /**
   * Posts a body twice.
   *
   * @throws AssertionError quoting the beginning of the body, if the answer is not as it must be
   */
  Reply post(byte[] body) {
    int logged = server.log().size();
    try {
      Reply reply = send(body, era.headers(body, session));
      JsonNode asked = read(body);
      assertThat(reply.status())
          .matches(status -> status == 200 || status == 202 || status / 100 == 4);
      assertThat(reply.body().isEmpty()).isEqualTo(reply.status() == 202);
      assertThat(messages(reply)).allSatisfy(message -> assertHarmless(message));
      // Of a body that is too large nothing is read.
      if (isCall(asked) && reply.status() != 413) {
        assertThat(messages(reply).getLast().get("id")).isEqualTo(asked.get("id"));
      }
      List<String> log = server.log().subList(logged, server.log().size());
      assertThat(log).hasSizeLessThanOrEqualTo(asked.isArray() ? asked.size() : 1);
      assertThat(log).allSatisfy(line -> assertHarmlessLine(line));

      Reply again = send(body, era.headers(body, session));
      assertThat(again.status()).isEqualTo(reply.status());
      assertThat(again.body()).isEqualTo(reply.body());
      return reply;
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("%s: %s%n%s".formatted(era, shown(body), e.getMessage()), e);
    }
  }

  private Reply send(byte[] body, Map<String, String> headers) {
    Map<String, String> fields = new HashMap<>(headers);
    fields.put("Content-Type", "application/json");
    fields.put("Accept", "application/json, text/event-stream");
    fields.put("Authorization", "Bearer " + token);
    ObjectNode event = Json.object().put("httpMethod", "POST").put("path", "/mcp");
    ObjectNode sent = event.putObject("headers");
    fields.forEach(sent::put);
    event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    return server.send(Json.write(event));
  }

  /** The value that these bytes are, missing if they are no JSON. */
  static JsonNode read(byte[] json) {
    try {
      return Json.read(json);
    } catch (JsonSyntaxException e) {
      return MissingNode.getInstance();
    }
  }

  /** Every JSON-RPC message of an answer. */
  static List<JsonNode> messages(Reply reply) {
    if (reply.body().isEmpty()) {
      return List.of();
    }
    if (reply.headers().get("Content-Type").startsWith("text/event-stream")) {
      return EventStream.messages(reply.body()).stream()
          .map(data -> read(data.getBytes(StandardCharsets.UTF_8)))
          .toList();
    }
    return reply.json().isArray()
        ? StreamSupport.stream(reply.json().spliterator(), false).toList()
        : List.of(reply.json());
  }

  private static boolean isCall(JsonNode asked) {
    JsonNode id = asked.path("id");
    return asked.path("method").isTextual() && (id.isTextual() || id.isIntegralNumber());
  }

  private static void assertHarmless(JsonNode message) {
    assertThat(message.path("jsonrpc").textValue()).isEqualTo("2.0");
    assertThat(message.at("/error/code").intValue()).isNotEqualTo(-32603);
    assertThat(Json.write(Echo.without(message))).doesNotContainIgnoringCase(CANARY);
  }

  /** A client may say what it is called, and nothing else. */
  private static void assertHarmlessLine(String line) {
    assertThat(line).matches("[ -~]+").doesNotContain("\"event\":\"fault\"");
    ObjectNode fields = (ObjectNode) read(line.getBytes(StandardCharsets.UTF_8));
    fields.remove("client_name");
    assertThat(Json.write(fields)).doesNotContainIgnoringCase(CANARY);
  }

  private static String shown(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }
}
