package ai.equalto.lesserbody.mcp;

/** The error codes that MCP adds to those of JSON-RPC (2026-07-28, "Error Codes"). */
public final class McpErrors {
  /** A header field is missing, malformed or contradicts the body. */
  public static final int HEADER_MISMATCH = -32020;

  /** The server does not speak the requested revision. */
  public static final int UNSUPPORTED_VERSION = -32022;

  /** A scope is missing; our own, and so outside of the range that JSON-RPC reserves. */
  public static final int INSUFFICIENT_SCOPE = 403;

  private McpErrors() {}
}
