package ai.equalto.lesserbody.local.doctor;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.mcp.Revision;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** What a client of MCP sends. Nothing of it changes anything on the server. */
final class Messages {
  static final int ID = 1;

  private Messages() {}

  static HttpRequest.Builder ping(URI endpoint) {
    return post(endpoint, call("ping", Json.object()));
  }

  /** {@code initialize} of a revision that has it. */
  static HttpRequest.Builder initialize(URI endpoint, Revision revision) {
    ObjectNode params = Json.object().put("protocolVersion", revision.wire());
    params.putObject("capabilities");
    params.putObject("clientInfo").put("name", "lesser-body-doctor").put("version", "1");
    return post(endpoint, call("initialize", params));
  }

  static HttpRequest.Builder initialized(URI endpoint, Revision revision) {
    ObjectNode message =
        Json.object().put("jsonrpc", "2.0").put("method", "notifications/initialized");
    return post(endpoint, message).header(Revision.HEADER, revision.wire());
  }

  /** A call of the stateless revision. */
  static HttpRequest.Builder stateless(URI endpoint, String method, ObjectNode params) {
    String revision = Revision.V2026_07_28.wire();
    ObjectNode meta = params.putObject("_meta");
    meta.put("io.modelcontextprotocol/protocolVersion", revision);
    meta.putObject("io.modelcontextprotocol/clientCapabilities");
    return post(endpoint, call(method, params))
        .header(Revision.HEADER, revision)
        .header("Mcp-Method", method);
  }

  static HttpRequest.Builder callTool(URI endpoint, String tool, ObjectNode arguments) {
    ObjectNode params = Json.object().put("name", tool);
    params.set("arguments", arguments);
    return stateless(endpoint, "tools/call", params).header("Mcp-Name", tool);
  }

  private static ObjectNode call(String method, ObjectNode params) {
    ObjectNode call = Json.object().put("jsonrpc", "2.0").put("id", ID).put("method", method);
    call.set("params", params);
    return call;
  }

  private static HttpRequest.Builder post(URI uri, ObjectNode message) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(BodyPublishers.ofString(Json.write(message)));
  }
}
