package ai.equalto.lesserbody.jsonrpc;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A JSON-RPC error (section 5.1).
 *
 * @param code one of the constants here, or one that the protocol above defines
 * @param message one sentence for a person
 * @param data more for a program
 */
public record RpcError(int code, String message, Optional<ObjectNode> data) {
  /** The body is not JSON. */
  public static final int PARSE_ERROR = -32700;

  /** The JSON is not a request. */
  public static final int INVALID_REQUEST = -32600;

  /** There is no such method. */
  public static final int METHOD_NOT_FOUND = -32601;

  /** The parameters do not fit the method. */
  public static final int INVALID_PARAMS = -32602;

  /** The server failed. */
  public static final int INTERNAL_ERROR = -32603;

  public RpcError {
    requireNonNull(message, "message");
    requireNonNull(data, "data");
  }

  /** An error without data. */
  public RpcError(int code, String message) {
    this(code, message, Optional.empty());
  }
}
