package ai.equalto.lesserbody.echo;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;

/**
 * Sends back what it was sent: shows that a client, its token and the server understand each other.
 */
public final class EchoTool {
  private EchoTool() {}

  record Message(
      @Description("The text to send back, or that was sent back.") @Bounds(max = 65_536)
          String message) {}

  /** The tool {@code echo}. */
  public static Tool<?, ?> create() {
    return Tool.of(
        "echo",
        "Echo",
        "Returns the message it was given. Use it to check the connection.",
        Scope.READ,
        ToolAnnotations.READS,
        Message.class,
        Message.class,
        (input, context) -> ToolResult.of(input));
  }
}
