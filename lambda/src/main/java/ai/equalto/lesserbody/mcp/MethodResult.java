package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.Challenge;
import ai.equalto.lesserbody.call.Question;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcId;
import ai.equalto.lesserbody.jsonrpc.RpcReply;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What came of one JSON-RPC method, before an era puts it on the wire. */
public sealed interface MethodResult {
  /**
   * What it is as a reply to the call of this id.
   *
   * @throws IllegalStateException if it is a question, which {@link Rounds} puts, to clients that
   *     can answer
   */
  RpcReply reply(RpcId id);

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

    @Override
    public RpcReply reply(RpcId id) {
      return new RpcReply.Result(id, result);
    }
  }

  /** It has to know something of the client first. */
  record InputRequired(List<Question<?>> questions) implements MethodResult {
    public InputRequired {
      questions = List.copyOf(questions);
    }

    @Override
    public RpcReply reply(RpcId id) {
      throw new IllegalStateException("a question is no reply");
    }
  }

  /** It did not. */
  record Failed(RpcError error) implements MethodResult {
    @Override
    public RpcReply reply(RpcId id) {
      return new RpcReply.Failure(Optional.of(id), error);
    }
  }

  /** The caller is known but may not. */
  record Refused(Challenge challenge) implements MethodResult {
    @Override
    public RpcReply reply(RpcId id) {
      return new RpcReply.Failure(
          Optional.of(id), new RpcError(McpErrors.INSUFFICIENT_SCOPE, challenge.description()));
    }
  }

  /** A failure without data. */
  static MethodResult failed(int code, String message) {
    return new Failed(new RpcError(code, message));
  }
}
