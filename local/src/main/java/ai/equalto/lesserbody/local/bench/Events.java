package ai.equalto.lesserbody.local.bench;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the function is asked: the events of this checkout, by one caller who may read and write.
 */
final class Events {
  private final ObjectNode call;
  private final ObjectNode body;
  private final ObjectNode list;
  private final ObjectNode discovery;
  private final ObjectNode legacyCall;
  private final String token;

  /**
   * @param folder the events of the checkout
   * @param token of the caller
   */
  Events(Path folder, String token) throws IOException {
    this.call = read(folder.resolve("modern-tools-call.json"));
    String text = call.get("body").textValue();
    this.body = read(text.getBytes(StandardCharsets.UTF_8));
    this.list = read(folder.resolve("modern-tools-list.json"));
    this.discovery = read(folder.resolve("discovery-mcp-json.json"));
    this.legacyCall = read(folder.resolve("legacy-tools-call.json"));
    this.token = token;
  }

  private static ObjectNode read(Path file) throws IOException {
    return read(Files.readAllBytes(file));
  }

  private static ObjectNode read(byte[] json) throws BenchException {
    try {
      return (ObjectNode) Json.read(json);
    } catch (JsonSyntaxException e) {
      throw new BenchException("An event of this checkout is no JSON: " + e.getMessage(), e);
    }
  }

  /** {@code GET /.well-known/mcp.json}. */
  Event discovery() {
    return new Event("discovery", Json.write(discovery), "lesser-body");
  }

  /** {@code tools/list}. */
  Event list() {
    return new Event("tools/list", signed(list), "inputSchema");
  }

  /** A call of {@code echo}. */
  Event echo() {
    return call("echo", Json.object().put("message", "hello"), "hello");
  }

  /** The same in the revision that the peers know. */
  Event legacyEcho() {
    return new Event("tools/call echo (2025-11-25)", signed(legacyCall), "hello");
  }

  /** A call of {@code memory_append}, which remembers something new each time. */
  Event append() {
    ObjectNode arguments = Json.object().put("content", "The sea was calm.");
    arguments.putArray("tags").add("sea");
    return call("memory_append", arguments, "event_id");
  }

  /** A call of {@code memory_query} for the last of what is remembered. */
  Event query() {
    return call("memory_query", Json.object().put("limit", 10), "events");
  }

  /** A call of a tool. */
  Event call(String tool, ObjectNode arguments, String wanted) {
    ObjectNode event = call.deepCopy();
    ((ObjectNode) event.get("headers")).put("Mcp-Name", tool);
    ((ObjectNode) event.get("multiValueHeaders")).putArray("Mcp-Name").add(tool);
    ObjectNode body = this.body.deepCopy();
    ((ObjectNode) body.get("params")).put("name", tool).set("arguments", arguments);
    event.put("body", Json.write(body));
    return new Event("tools/call " + tool, signed(event), wanted);
  }

  private String signed(ObjectNode event) {
    return Json.write(event).replace("${TOKEN}", token);
  }
}
