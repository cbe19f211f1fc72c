package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.auth.Seal;
import ai.equalto.lesserbody.call.Capability;
import ai.equalto.lesserbody.call.Conversation;
import ai.equalto.lesserbody.call.Question;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.jsonrpc.RpcError;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Calls that take several rounds (2026-07-28, "Multi Round-Trip Requests"). Between two rounds the
 * client carries what was settled; it is sealed, and opens for the same principal, the same method
 * and the same parameters only, for a while.
 */
public final class Rounds {
  /** What the seal is for. */
  public static final String PURPOSE = "request-state";

  private static final String RESPONSES = "inputResponses";
  private static final String STATE = "requestState";

  /** What the sealed values are called: the call that they belong to, and what it settled. */
  private static final String CALL = "call";

  private static final String SETTLED = "settled";

  private final Seal seal;
  private final Duration lifetime;

  /**
   * @param seal seals what the client carries
   * @param lifetime how long a client has for its answers
   */
  public Rounds(Seal seal, Duration lifetime) {
    this.seal = seal;
    this.lifetime = lifetime;
  }

  /** The outcome of looking at what a client brings. */
  private sealed interface Brought {
    record Accepted(Conversation conversation) implements Brought {}

    record Rejected(String reason) implements Brought {}
  }

  /** One round of a call. */
  MethodResult answer(Caller caller, RpcMessage.Call call, InteractiveMethod method) {
    return switch (brought(caller, call)) {
      case Brought.Rejected(String reason) -> {
        method.skip(caller, call.params());
        yield MethodResult.failed(RpcError.INVALID_PARAMS, "Invalid params: " + reason);
      }
      case Brought.Accepted(Conversation conversation) ->
          switch (method.answer(caller, call.params(), conversation)) {
            case MethodResult.InputRequired(var questions) ->
                ask(caller, call, conversation, questions);
            case MethodResult.Ok(var result, var caching) ->
                new MethodResult.Ok(result, caching.map(kept -> caching(call, kept)));
            case MethodResult.Failed failed -> failed;
            case MethodResult.Refused refused -> refused;
          };
    };
  }

  /** What depends on answers must not be kept, for they are no part of what it is kept under. */
  private static Caching caching(RpcMessage.Call call, Caching declared) {
    return call.params().has(RESPONSES) || call.params().has(STATE) ? Caching.NONE : declared;
  }

  private Brought brought(Caller caller, RpcMessage.Call call) {
    JsonNode responses = call.params().path(RESPONSES);
    boolean proper =
        responses.isMissingNode()
            || (responses.isObject()
                && responses.properties().stream().allMatch(field -> field.getValue().isObject()));
    if (!proper) {
      return new Brought.Rejected(RESPONSES + " must be an object of objects");
    }
    ObjectNode given = responses instanceof ObjectNode object ? object : Json.object();
    if (!call.params().has(STATE)) {
      return new Brought.Accepted(
          new Conversation(caller.capabilities(), given, Set.of(), Json.object(), Json.object()));
    }
    return opened(caller, call)
        .<Brought>map(settled ->
            new Brought.Accepted(
                new Conversation(
                    caller.capabilities(),
                    given,
                    asked(settled),
                    settled.withObjectProperty("answers"),
                    settled.withObjectProperty("remembered"))))
        .orElseGet(() ->
            new Brought.Rejected(STATE + " is not of this call, or too old; begin without it"));
  }

  private Optional<ObjectNode> opened(Caller caller, RpcMessage.Call call) {
    return Optional.ofNullable(call.params().path(STATE).textValue())
        .flatMap(sealed -> seal.open(caller.principal(), sealed))
        .filter(values -> CallDigest.of(call).equals(values.get(CALL)))
        .map(values -> read(values.get(SETTLED)));
  }

  private static ObjectNode read(String settled) {
    try {
      return (ObjectNode) Json.read(settled.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException("what was sealed here is no JSON", e);
    }
  }

  private static Set<String> asked(ObjectNode settled) {
    return StreamSupport.stream(settled.path("asked").spliterator(), false)
        .map(JsonNode::textValue)
        .collect(Collectors.toSet());
  }

  private MethodResult ask(
      Caller caller, RpcMessage.Call call, Conversation conversation, List<Question<?>> questions) {
    Set<Capability> missing = EnumSet.noneOf(Capability.class);
    questions.forEach(question -> missing.add(question.needs()));
    missing.removeAll(caller.capabilities());
    if (!missing.isEmpty()) {
      return missing(missing);
    }
    ObjectNode result = Json.object().put("resultType", "input_required");
    ObjectNode requests = result.putObject("inputRequests");
    ObjectNode settled = Json.object();
    settled.set("answers", conversation.answers());
    settled.set("remembered", conversation.remembered());
    ArrayNode asked = settled.putArray("asked");
    for (Question<?> question : questions) {
      asked.add(question.key());
      requests
          .putObject(question.key())
          .put("method", question.method())
          .set("params", question.params());
    }
    Map<String, String> values = Map.of(CALL, CallDigest.of(call), SETTLED, Json.write(settled));
    try {
      return new MethodResult.Ok(
          result.put(STATE, seal.seal(caller.principal(), values, lifetime)));
    } catch (IllegalArgumentException tooLong) {
      // Its answers are the client's, so that they do not fit is no fault of this server.
      return MethodResult.failed(
          RpcError.INVALID_PARAMS,
          "Invalid params: " + RESPONSES + " are too long to be kept for the next round");
    }
  }

  private static MethodResult missing(Set<Capability> capabilities) {
    ObjectNode data = Json.object();
    data.set("requiredCapabilities", Capability.declaration(capabilities));
    return new MethodResult.Failed(
        new RpcError(
            McpErrors.MISSING_CAPABILITY, "Missing required client capability", Optional.of(data)));
  }
}
