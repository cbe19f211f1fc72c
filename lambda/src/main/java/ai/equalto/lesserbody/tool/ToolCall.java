package ai.equalto.lesserbody.tool;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.auth.Principal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A caller's wish to run a tool, not yet checked.
 *
 * @param tool the name as sent
 * @param arguments the arguments as sent
 * @param principal who calls
 * @param requestId the gateway's id of the request
 * @param protocolVersion the MCP revision of the call, for the audit
 * @param clientName what the client calls itself, for the audit
 */
public record ToolCall(
    String tool,
    JsonNode arguments,
    Principal principal,
    String requestId,
    String protocolVersion,
    Optional<String> clientName) {
  public ToolCall {
    requireNonNull(tool, "tool");
    requireNonNull(arguments, "arguments");
    requireNonNull(principal, "principal");
    requireNonNull(requestId, "requestId");
    requireNonNull(protocolVersion, "protocolVersion");
    requireNonNull(clientName, "clientName");
  }
}
