package ai.equalto.lesserbody;

import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.testkit.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** A client of revision 2026-07-28; JSON has {@code '} for {@code "}. */
public final class TestClient {
  private static final String META = "io.modelcontextprotocol/";

  private final TestServer server;
  private final Map<String, String> headers;
  private final ObjectNode meta;

  private TestClient(TestServer server, Map<String, String> headers, ObjectNode meta) {
    this.server = server;
    this.headers = Map.copyOf(headers);
    this.meta = meta;
  }

  /** A client of Alice's, who may read; it can be asked for nothing, and accepts JSON alone. */
  public static TestClient of(TestServer server) {
    ObjectNode meta = Json.object().put(META + "protocolVersion", "2026-07-28");
    meta.putObject(META + "clientCapabilities");
    return new TestClient(
            server,
            Map.of("Content-Type", "application/json", "MCP-Protocol-Version", "2026-07-28"),
            meta)
        .as("alice", "read");
  }

  /** The same of somebody else's. */
  public TestClient as(String identity, String... scopes) {
    return sending("Authorization", "Bearer " + TestServer.token(identity, scopes));
  }

  /** The same, but with this header field in each request. */
  public TestClient sending(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new TestClient(server, more, meta);
  }

  /** The same, which accepts event streams. */
  public TestClient streaming() {
    return sending("Accept", "application/json, text/event-stream");
  }

  /** The same, with this field in the {@code _meta} of each request. */
  public TestClient meta(String name, String value) {
    ObjectNode more = meta.deepCopy();
    more.set(name, TestJson.json(value));
    return new TestClient(server, headers, more);
  }

  /** The same, which can be asked for this. */
  public TestClient declaring(String capabilities) {
    return meta(META + "clientCapabilities", capabilities);
  }

  /** The same, which wants to be told what is logged at this level. */
  public TestClient logging(String level) {
    return meta(META + "logLevel", "'" + level + "'");
  }

  /** The same, which wants to be told of progress. */
  public TestClient progressing(String token) {
    return meta("progressToken", token);
  }

  public Reply send(String method, String params) {
    return send(method, TestJson.object(params));
  }

  public Reply send(String method, ObjectNode params) {
    ObjectNode all = params.deepCopy();
    all.set("_meta", meta);
    ObjectNode call = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", method);
    call.set("params", all);
    Map<String, String> fields = new HashMap<>(headers);
    fields.put("Mcp-Method", method);
    JsonNode name = params.path(method.equals("resources/read") ? "uri" : "name");
    if (name.isTextual()) {
      fields.put("Mcp-Name", name.textValue());
    }
    return server.send("POST", "/mcp", fields, Json.write(call));
  }

  /** The result of a call, which must have one. */
  public JsonNode result(String method, String params) {
    return result(send(method, params));
  }

  /** The result in a reply, which must have one. */
  public static JsonNode result(Reply reply) {
    JsonNode result = reply.json().path("result");
    if (result.isMissingNode()) {
      throw new AssertionError("no result: " + reply.body());
    }
    return result;
  }

  /** The error in a reply, which must have one. */
  public static JsonNode error(Reply reply) {
    JsonNode error = reply.json().path("error");
    if (error.isMissingNode()) {
      throw new AssertionError("no error: " + reply.body());
    }
    return error;
  }
}
