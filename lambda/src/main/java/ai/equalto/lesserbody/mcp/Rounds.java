package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.Seal;
import ai.equalto.lesserbody.call.Conversation;
import ai.equalto.lesserbody.call.Question;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonDigest;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Calls that take several rounds (2026-07-28, "Multi Round-Trip Requests"): puts the questions, and
 * runs the call again with the answers and the {@link RequestState} that the client brings.
 */
public final class Rounds {
  /** What the seal is for. */
  public static final String PURPOSE = "request-state";

  /** The parameter that carries answers. */
  static final String RESPONSES = "inputResponses";

  private final Seal seal;
  private final Duration lifetime;
  private final Optional<SpentStates> spentStates;

  /**
   * @param seal seals what the client carries
   * @param lifetime how long a client has for its answers
   * @param spentStates knows what was used up; without it nothing can be asked that is to be
   *     answered once
   */
  public Rounds(Seal seal, Duration lifetime, Optional<SpentStates> spentStates) {
    this.seal = seal;
    this.lifetime = lifetime;
    this.spentStates = spentStates;
  }

  /** The outcome of looking at what a client brings. */
  private sealed interface Brought {
    record Accepted(Conversation conversation, boolean isOnce) implements Brought {}

    record Rejected(RpcError error) implements Brought {}
  }

  /** One round of a call. */
  MethodResult answer(Caller caller, RpcMessage.Call call, InteractiveMethod method) {
    Brought brought = brought(caller, call);
    if (!(brought instanceof Brought.Accepted accepted)) {
      method.skip(caller, call.params());
      return new MethodResult.Failed(((Brought.Rejected) brought).error());
    }
    MethodResult result = method.answer(caller, call.params(), accepted.conversation());
    if (result instanceof MethodResult.Ok ok) {
      return ok.caching().isEmpty()
          ? ok
          : new MethodResult.Ok(ok.result(), Optional.of(caching(call, ok.caching().get())));
    }
    return switch (result) {
      case MethodResult.InputRequired(var questions) ->
          ask(
              caller,
              call,
              questions,
              RequestState.after(accepted.conversation(), questions, accepted.isOnce()));
      case MethodResult.Ok ok -> ok;
      case MethodResult.Failed failed -> failed;
      case MethodResult.Refused refused -> refused;
    };
  }

  /** What depends on answers must not be kept, for they are no part of what it is kept under. */
  private static Caching caching(RpcMessage.Call call, Caching declared) {
    return call.params().has(RESPONSES) || call.params().has(RequestState.PARAMETER)
        ? Caching.NONE
        : declared;
  }

  private Brought brought(Caller caller, RpcMessage.Call call) {
    JsonNode responses = call.params().path(RESPONSES);
    boolean proper =
        responses.isMissingNode()
            || (responses.isObject()
                && responses.properties().stream().allMatch(field -> field.getValue().isObject()));
    if (!proper) {
      return rejected(RESPONSES + " must be an object of objects");
    }
    ObjectNode given = responses instanceof ObjectNode object ? object : Json.object();
    if (!call.params().has(RequestState.PARAMETER)) {
      return new Brought.Accepted(Conversation.begin(caller.capabilities(), given), false);
    }
    return RequestState.open(seal, caller.principal(), call)
        .map(state ->
            state.isOnce() ? spend(caller, call, given, state) : goOn(caller, given, state))
        .orElseGet(() ->
            rejected(
                RequestState.PARAMETER + " is not of this call, or too old; begin without it"));
  }

  private static Brought goOn(Caller caller, ObjectNode given, RequestState state) {
    return new Brought.Accepted(
        new Conversation(
            caller.capabilities(), given, state::hasAsked, state.answers(), state.remembered()),
        state.isOnce());
  }

  private Brought spend(Caller caller, RpcMessage.Call call, ObjectNode given, RequestState state) {
    String id = JsonDigest.of(call.params().path(RequestState.PARAMETER));
    return switch (spentStates.orElseThrow().spend(id, lifetime)) {
      case SPENT -> goOn(caller, given, state);
      case SPENT_BEFORE -> rejected(RequestState.PARAMETER + " was used already; begin without it");
      case UNAVAILABLE ->
          new Brought.Rejected(
              new RpcError(
                  RpcError.INTERNAL_ERROR,
                  "What was confirmed cannot be looked up just now; try again shortly"));
    };
  }

  private static Brought rejected(String reason) {
    return new Brought.Rejected(new RpcError(RpcError.INVALID_PARAMS, "Invalid params: " + reason));
  }

  private MethodResult ask(
      Caller caller, RpcMessage.Call call, List<Question<?>> questions, RequestState state) {
    if (state.isOnce() && spentStates.isEmpty()) {
      return MethodResult.failed(
          RpcError.INTERNAL_ERROR,
          "This needs a confirmation, of which this server keeps no record; its operator has to"
              + " name a table of sessions");
    }
    ObjectNode result = Json.object().put("resultType", "input_required");
    ObjectNode requests = result.putObject("inputRequests");
    for (Question<?> question : questions) {
      requests
          .putObject(question.key())
          .put("method", question.method())
          .set("params", question.params());
    }
    try {
      return new MethodResult.Ok(
          result.put(RequestState.PARAMETER, state.seal(seal, caller.principal(), call, lifetime)));
    } catch (IllegalArgumentException tooLong) {
      // Its answers are the client's, so that they do not fit is no fault of this server.
      return MethodResult.failed(
          RpcError.INVALID_PARAMS,
          "Invalid params: " + RESPONSES + " are too long to be kept for the next round");
    }
  }
}
