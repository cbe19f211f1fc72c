package ai.equalto.lesserbody.call;

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

  /**
   * Whether an answer counts only for the very call that asked, which is proved by the state that
   * went out with the question. A client may otherwise send an answer before it is asked.
   */
  default boolean isBound() {
    return false;
  }

  /** The method of the request that asks. */
  String method();

  /** The parameters of the request that asks. */
  ObjectNode params();

  /** The answer; empty if what came is none, so that it has to be asked again. */
  Optional<A> read(JsonNode response);
}
