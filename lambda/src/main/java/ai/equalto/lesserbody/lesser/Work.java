package ai.equalto.lesserbody.lesser;

import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.schema.InvalidInputException;
import ai.equalto.lesserbody.tool.ToolHandler;
import ai.equalto.lesserbody.tool.ToolResult;
import com.fasterxml.jackson.databind.JsonNode;

/** What a tool does with the instance. */
@FunctionalInterface
interface Work<I extends RawInput, O> {
  /** How many characters of JSON are shown; a page of posts has far fewer. */
  int MAX_RAW = 262_144;

  /** What came of it, and the instance's own words for that. */
  record Done<O>(O output, JsonNode json) {}

  /** Does it. */
  Done<O> on(I input, CallContext call) throws InstanceException, InvalidInputException;

  /** The work as a handler, for which it is a failure when the instance does not do it. */
  static <I extends RawInput, O> ToolHandler<I, O> handler(Work<I, O> work) {
    return (input, call) -> {
      try {
        Done<O> done = work.on(input, call);
        return input.raw().orElse(false)
            ? ToolResult.of(done.output(), Content.text(shown(done.json())))
            : ToolResult.of(done.output());
      } catch (InstanceException e) {
        return ToolResult.failure(e.getMessage());
      }
    };
  }

  private static String shown(JsonNode json) {
    String text = Json.write(json);
    return text.length() <= MAX_RAW
        ? text
        : "The instance's JSON has " + text.length() + " characters, too many to show here.";
  }
}
