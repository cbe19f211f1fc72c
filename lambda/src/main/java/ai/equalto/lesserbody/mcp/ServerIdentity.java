package ai.equalto.lesserbody.mcp;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What this server says of itself.
 *
 * @param version the version of the software
 */
public record ServerIdentity(String version) {
  /** The name of the software. */
  public static final String NAME = "lesser-body";

  private static final String INSTRUCTIONS =
      "The tools of an agent that lives on a Lesser instance. Memory belongs to the caller alone:"
          + " append what is worth keeping, and query it before asking again.";

  public ServerIdentity {
    requireNonNull(version, "version");
  }

  /** {@code Implementation}: name, title and version. */
  public ObjectNode implementation() {
    return Json.object().put("name", NAME).put("title", "Lesser Body").put("version", version);
  }

  /** What the server can do. Lists never change while it runs, so no changes are announced. */
  public ObjectNode capabilities() {
    ObjectNode capabilities = Json.object();
    capabilities.putObject("tools");
    return capabilities;
  }

  /** How a model uses this server. */
  public String instructions() {
    return INSTRUCTIONS;
  }

  /** The result of {@code server/discover}. */
  MethodResult discovery() {
    ObjectNode result = Json.object();
    ArrayNode versions = result.putArray("supportedVersions");
    Revision.supported().forEach(versions::add);
    result.set("capabilities", capabilities());
    return new MethodResult.Ok(result.put("instructions", INSTRUCTIONS));
  }

  /** The {@code _meta} of every stateless result. */
  ObjectNode resultMeta() {
    ObjectNode meta = Json.object();
    meta.set("io.modelcontextprotocol/serverInfo", implementation());
    return meta;
  }
}
