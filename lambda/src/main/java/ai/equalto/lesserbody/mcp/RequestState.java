package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Seal;
import ai.equalto.lesserbody.call.Binding;
import ai.equalto.lesserbody.call.Conversation;
import ai.equalto.lesserbody.call.Question;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonDigest;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client carries from one round of a call to the next: it is sealed, and opens for the same
 * principal, the same method and the same parameters only, for a while.
 *
 * @param asked the digests of the questions that were asked, by their keys
 * @param answers what was answered so far
 * @param remembered what the call remembers
 * @param isOnce whether it is spent when it is brought back
 */
record RequestState(ObjectNode asked, ObjectNode answers, ObjectNode remembered, boolean isOnce) {
  /** The parameter that carries it. */
  static final String PARAMETER = "requestState";

  /** What differs from round to round. */
  private static final Set<String> PASSING = Set.of("_meta", Rounds.RESPONSES, PARAMETER);

  /** What the sealed values are called: the call that they belong to, and what it settled. */
  private static final String CALL = "call";

  private static final String SETTLED = "settled";

  /** The state after a round that asks; once spendable, what follows from it is so too. */
  static RequestState after(
      Conversation conversation, List<Question<?>> questions, boolean wasOnce) {
    ObjectNode asked = Json.object();
    questions.forEach(question -> asked.put(question.key(), question.digest()));
    boolean isOnce =
        wasOnce || questions.stream().anyMatch(question -> question.binding() == Binding.ONCE);
    return new RequestState(asked, conversation.answers(), conversation.remembered(), isOnce);
  }

  /** The state that a call brings; empty if it is not of this call, or too old. */
  static Optional<RequestState> open(Seal seal, Principal principal, RpcMessage.Call call) {
    return Optional.ofNullable(call.params().path(PARAMETER).textValue())
        .flatMap(sealed -> seal.open(principal, sealed))
        .filter(values -> digest(call).equals(values.get(CALL)))
        .map(values -> read(values.get(SETTLED)));
  }

  /**
   * The state for a client to carry.
   *
   * @throws IllegalArgumentException if it is too long to be opened again
   */
  String seal(Seal seal, Principal principal, RpcMessage.Call call, Duration lifetime) {
    ObjectNode settled = Json.object().put("once", isOnce);
    settled.set("asked", asked);
    settled.set("answers", answers);
    settled.set("remembered", remembered);
    return seal.seal(principal, Map.of(CALL, digest(call), SETTLED, Json.write(settled)), lifetime);
  }

  /** Whether a question was asked, in these words. */
  boolean hasAsked(Question<?> question) {
    return question.digest().equals(asked.path(question.key()).textValue());
  }

  private static RequestState read(String settled) {
    try {
      ObjectNode json = (ObjectNode) Json.read(settled.getBytes(StandardCharsets.UTF_8));
      return new RequestState(
          json.withObjectProperty("asked"),
          json.withObjectProperty("answers"),
          json.withObjectProperty("remembered"),
          json.path("once").booleanValue());
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException("what was sealed here is no JSON", e);
    }
  }

  /** Tells one call from another, whatever round it is in. */
  static String digest(RpcMessage.Call call) {
    ObjectNode salient = Json.object();
    for (var parameter : call.params().properties()) {
      if (!PASSING.contains(parameter.getKey())) {
        salient.set(parameter.getKey(), parameter.getValue());
      }
    }
    ObjectNode whole = Json.object().put("method", call.method());
    whole.set("params", salient);
    return JsonDigest.of(whole);
  }
}
