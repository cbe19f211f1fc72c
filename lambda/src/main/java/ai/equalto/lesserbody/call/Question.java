package ai.equalto.lesserbody.call;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonDigest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Something that a call needs to know from its client (MCP 2026-07-28, "InputRequest").
 *
 * @param <A> the answer
 */
public sealed interface Question<A>
    permits FormQuestion, UrlQuestion, SamplingQuestion, RootsQuestion {
  /** What tells the question apart from all others of the same call. */
  String key();

  /** What the client must be able to do. */
  Capability needs();

  /** When an answer counts. */
  default Binding binding() {
    return Binding.ASKED;
  }

  /** The method of the request that asks. */
  String method();

  /** The parameters of the request that asks. */
  ObjectNode params();

  /** The answer; empty if what came is none, so that it has to be asked again. */
  Optional<A> read(JsonNode response);

  /** Tells the question, as it is put, from any other: an answer is to what was shown. */
  default String digest() {
    ObjectNode request = Json.object().put("method", method());
    request.set("params", params());
    return JsonDigest.of(request);
  }
}
