package ai.equalto.lesserbody.tool;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.schema.Input;
import ai.equalto.lesserbody.schema.Output;
import java.util.List;

/**
 * A tool that lacks only its work. It takes and gives what it was last told to: at first no
 * arguments, and nothing structured. See {@link Tool#named}.
 */
public final class ToolDraft<I, O> {
  /** What a tool takes that needs no arguments. */
  public record NoArguments() {}

  private final String name;
  private final String title;
  private final String description;
  private final Scope scope;
  private final ToolAnnotations annotations;
  private final Input<I> input;
  private final Output<O> output;

  ToolDraft(
      String name,
      String title,
      String description,
      Scope scope,
      ToolAnnotations annotations,
      Input<I> input,
      Output<O> output) {
    this.name = name;
    this.title = title;
    this.description = description;
    this.scope = scope;
    this.annotations = annotations;
    this.input = input;
    this.output = output;
  }

  /** The draft of a tool whose arguments are a record, each component with a description. */
  public <T extends Record> ToolDraft<T, O> taking(Class<T> arguments) {
    return taking(Input.of(arguments));
  }

  /** The draft of a tool with these arguments. */
  public <T> ToolDraft<T, O> taking(Input<T> arguments) {
    return new ToolDraft<>(name, title, description, scope, annotations, arguments, output);
  }

  /** The draft of a tool whose result is a record, each component with a description. */
  public <T extends Record> ToolDraft<I, T> giving(Class<T> result) {
    return giving(Output.of(result));
  }

  /** The draft of a tool with this structured result. */
  public <T> ToolDraft<I, T> giving(Output<T> result) {
    return new ToolDraft<>(name, title, description, scope, annotations, input, result);
  }

  /** The tool that does this. */
  public Tool<I, O> by(ToolHandler<I, O> handler) {
    return new Tool<>(
        name, title, description, scope, annotations, input, output, List.of(), handler);
  }
}
