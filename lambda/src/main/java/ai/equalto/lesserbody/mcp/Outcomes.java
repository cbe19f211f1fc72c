package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.Challenge;
import ai.equalto.lesserbody.auth.ProtectedResource;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.Capability;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Outcomes of calls as results of methods. */
final class Outcomes {
  /** What a caller is told of an older revision, which asks in a way that a function cannot. */
  static final String CANNOT_ASK =
      "This has to ask the client first, which takes one of revision 2026-07-28.";

  /** What a caller is told whose work was stopped. */
  static final String TIMED_OUT =
      "Timed out: the work was stopped, as it took longer than this server may; it may be done in"
          + " part. Ask for less at once.";

  private final ProtectedResource resource;

  Outcomes(ProtectedResource resource) {
    this.resource = resource;
  }

  /**
   * The result of a method that has no words for a model: whatever is not done is an error.
   *
   * @param notFound what to say when there is nothing of that name
   */
  <T> MethodResult result(
      Caller caller,
      CallOutcome<T> outcome,
      Function<T, MethodResult> done,
      Supplier<MethodResult> notFound) {
    return switch (outcome) {
      case CallOutcome.Done<T>(T value) -> done.apply(value);
      case CallOutcome.Failed<T>(String message) ->
          MethodResult.failed(RpcError.INTERNAL_ERROR, message);
      case CallOutcome.InvalidInput<T>(String message) ->
          MethodResult.failed(RpcError.INVALID_PARAMS, message);
      case CallOutcome.MalformedInput<T>() ->
          MethodResult.failed(
              RpcError.INVALID_PARAMS, "Invalid params: arguments must be an object");
      case CallOutcome.Declined<T>(String message) ->
          MethodResult.failed(RpcError.INTERNAL_ERROR, message);
      case CallOutcome.NotFound<T>() -> notFound.get();
      case CallOutcome.Denied<T>(var refusal) ->
          new MethodResult.Refused(Challenge.of(refusal, resource, caller.request()));
      case CallOutcome.InputRequired<T>(var questions) -> new MethodResult.InputRequired(questions);
      case CallOutcome.CannotAsk<T>(var missing) -> cannotAsk(missing, caller.revision());
      case CallOutcome.TimedOut<T>() -> MethodResult.failed(RpcError.INTERNAL_ERROR, TIMED_OUT);
    };
  }

  private static MethodResult cannotAsk(Set<Capability> missing, Revision revision) {
    if (!revision.isStateless()) {
      return MethodResult.failed(RpcError.INTERNAL_ERROR, CANNOT_ASK);
    }
    ObjectNode data = Json.object();
    data.set("requiredCapabilities", Capability.declaration(missing));
    return new MethodResult.Failed(
        new RpcError(
            McpErrors.MISSING_CAPABILITY, "Missing required client capability", Optional.of(data)));
  }
}
