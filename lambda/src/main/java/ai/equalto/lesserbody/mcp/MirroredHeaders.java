package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * {@code Mcp-Method} and {@code Mcp-Name} must say what the body says, or a gateway that trusts
 * them could be shown one call and this server another (2026-07-28, "Standard Request Headers").
 */
final class MirroredHeaders {
  private MirroredHeaders() {}

  /** What contradicts the body, in words that repeat neither of the two. */
  static Optional<String> contradiction(Request request, RpcMessage.Call call) {
    if (!request.header("Mcp-Method").equals(Optional.of(call.method()))) {
      return Optional.of("Mcp-Method is missing or differs from the body");
    }
    return switch (call.method()) {
      case "tools/call", "prompts/get" -> name(request, call.params().path("name"));
      case "resources/read" -> name(request, call.params().path("uri"));
      default -> Optional.empty();
    };
  }

  private static Optional<String> name(Request request, JsonNode named) {
    Optional<String> sent = request.header("Mcp-Name");
    Optional<String> header = sent.isEmpty() ? sent : HeaderValue.decode(sent.get());
    return header.isPresent() && header.get().equals(named.textValue())
        ? Optional.empty()
        : Optional.of("Mcp-Name is missing, malformed or differs from the body");
  }
}
