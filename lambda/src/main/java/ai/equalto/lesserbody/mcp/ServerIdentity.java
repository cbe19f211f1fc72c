package ai.equalto.lesserbody.mcp;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What this server says of itself.
 *
 * @param version the version of the software
 * @param capabilities the names of what it can do (MCP, "ServerCapabilities")
 * @param instructions how a model uses it
 */
public record ServerIdentity(String version, Set<String> capabilities, String instructions) {
  /** The name of the software. */
  public static final String NAME = "lesser-body";

  /** The capability to send log messages. */
  public static final String LOGGING = "logging";

  public ServerIdentity {
    requireNonNull(version, "version");
    capabilities = Collections.unmodifiableSet(new LinkedHashSet<>(capabilities));
    requireNonNull(instructions, "instructions");
  }

  /** The same, but for one capability. */
  public ServerIdentity without(String capability) {
    Set<String> fewer = new LinkedHashSet<>(capabilities);
    fewer.remove(capability);
    return new ServerIdentity(version, fewer, instructions);
  }

  /** {@code Implementation}: name, title and version. */
  public ObjectNode implementation() {
    return Json.object().put("name", NAME).put("title", "Lesser Body").put("version", version);
  }

  /** What the server can do. Lists never change while it runs, so no changes are announced. */
  public ObjectNode declaration() {
    ObjectNode declared = Json.object();
    capabilities.forEach(declared::putObject);
    return declared;
  }

  /** The result of {@code server/discover}. */
  MethodResult discovery() {
    ObjectNode result = Json.object();
    ArrayNode versions = result.putArray("supportedVersions");
    Revision.supported().forEach(versions::add);
    result.set("capabilities", declaration());
    result.put("instructions", instructions);
    return new MethodResult.Ok(result, Optional.of(Caching.shared(Duration.ofMinutes(1))));
  }

  /** The {@code _meta} of every stateless result. */
  ObjectNode resultMeta() {
    ObjectNode meta = Json.object();
    meta.set("io.modelcontextprotocol/serverInfo", implementation());
    return meta;
  }
}
