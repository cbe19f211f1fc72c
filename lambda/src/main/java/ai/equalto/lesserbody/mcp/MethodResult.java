package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.Challenge;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What came of one JSON-RPC method, before an era puts it on the wire. */
public sealed interface MethodResult {
  /** It worked. The object is the caller's to complete. */
  record Ok(ObjectNode result) implements MethodResult {}

  /** It did not. */
  record Failed(RpcError error) implements MethodResult {}

  /** The caller is known but may not. */
  record Refused(Challenge challenge) implements MethodResult {}

  /** A failure without data. */
  static MethodResult failed(int code, String message) {
    return new Failed(new RpcError(code, message));
  }
}
