package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.Challenge;
import ai.equalto.lesserbody.call.Question;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What came of one JSON-RPC method, before an era puts it on the wire. */
public sealed interface MethodResult {
  /**
   * It worked.
   *
   * @param result the caller's to complete
   * @param caching how long it may be kept, if it is of the kind that may be
   */
  record Ok(ObjectNode result, Optional<Caching> caching) implements MethodResult {
    /** A result of the kind that is not kept. */
    public Ok(ObjectNode result) {
      this(result, Optional.empty());
    }
  }

  /** It has to know something of the client first. */
  record InputRequired(List<Question<?>> questions) implements MethodResult {
    public InputRequired {
      questions = List.copyOf(questions);
    }
  }

  /** It did not. */
  record Failed(RpcError error) implements MethodResult {}

  /** The caller is known but may not. */
  record Refused(Challenge challenge) implements MethodResult {}

  /** A failure without data. */
  static MethodResult failed(int code, String message) {
    return new Failed(new RpcError(code, message));
  }
}
