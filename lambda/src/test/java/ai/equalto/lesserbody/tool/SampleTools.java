package ai.equalto.lesserbody.tool;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import java.util.Optional;

/** Tools that do as the test says. */
final class SampleTools {
  private SampleTools() {}

  record Input(
      @Description("A text.") @Bounds(max = 5) String text,
      @Description("A number.") Optional<Integer> number) {
    Input {
      if (text.equals("bad")) {
        throw new IllegalArgumentException("text must not be bad");
      }
    }
  }

  record Output(@Description("A text.") String text) {}

  static Tool<Input, Output> tool(String name, Scope scope, ToolHandler<Input, Output> handler) {
    return Tool.of(
        name,
        "A title",
        "A description.",
        scope,
        ToolAnnotations.READS,
        Input.class,
        Output.class,
        handler);
  }
}
