package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import java.util.Optional;

/** The error codes that MCP adds to those of JSON-RPC (2026-07-28, "Error Codes"). */
public final class McpErrors {
  /** A header field is missing, malformed or contradicts the body. */
  public static final int HEADER_MISMATCH = -32020;

  /** The call needs something that the client does not declare it can do. */
  public static final int MISSING_CAPABILITY = -32021;

  /** The server does not speak the requested revision. */
  public static final int UNSUPPORTED_VERSION = -32022;

  /** There is no such resource; revisions before 2026-07-28. */
  private static final int RESOURCE_NOT_FOUND = -32002;

  /** A scope is missing; our own, and so outside of the range that JSON-RPC reserves. */
  public static final int INSUFFICIENT_SCOPE = 403;

  /** The caller asks for more than it may in this time; our own like the one above. */
  static final int RATE_LIMITED = 429;

  private McpErrors() {}

  /** There is no such resource, as each era has it ("Resources", "Error Handling"). */
  public static RpcError resourceNotFound(String uri, Revision revision) {
    int code = revision.isStateless() ? RpcError.INVALID_PARAMS : RESOURCE_NOT_FOUND;
    return new RpcError(code, "Resource not found", Optional.of(Json.object().put("uri", uri)));
  }

  /** Header fields and body disagree; the words repeat neither of the two. */
  static RpcError headerMismatch(String words) {
    return new RpcError(HEADER_MISMATCH, "Header mismatch: " + words);
  }
}
