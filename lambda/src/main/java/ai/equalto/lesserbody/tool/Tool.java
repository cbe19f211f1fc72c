package ai.equalto.lesserbody.tool;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.Names;
import ai.equalto.lesserbody.call.Offer;
import ai.equalto.lesserbody.content.Icon;
import ai.equalto.lesserbody.schema.Input;
import ai.equalto.lesserbody.schema.Output;
import java.util.List;

/**
 * One tool. What it may do and who may call it has no default: it is always written down.
 *
 * @param name unique; 1 to 128 ASCII letters, digits, underscores, hyphens and dots (MCP, "Tool
 *     Names"); it also names the tool in the audit
 * @param title a short name for people
 * @param description what it does and when to use it, in words for the model
 * @param scope what a caller must hold
 * @param annotations what it does to the world
 * @param input its arguments
 * @param output its structured result
 * @param icons pictures for people
 * @param handler the work
 */
public record Tool<I, O>(
    String name,
    String title,
    String description,
    Scope scope,
    ToolAnnotations annotations,
    Input<I> input,
    Output<O> output,
    List<Icon> icons,
    ToolHandler<I, O> handler)
    implements Offer {
  private static final String NAME = Names.UPPER + Names.LOWER + Names.DIGITS + "_.-";
  private static final int LONGEST_NAME = 128;

  public Tool {
    if (!Names.isOf(name, NAME) || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("not a tool name: " + name);
    }
    if (title.isBlank() || description.isBlank()) {
      throw new IllegalArgumentException("the tool " + name + " lacks a title or a description");
    }
    requireNonNull(scope, "scope");
    requireNonNull(annotations, "annotations");
    requireNonNull(input, "input");
    requireNonNull(output, "output");
    icons = List.copyOf(icons);
    requireNonNull(handler, "handler");
  }

  /**
   * The draft of a tool, to be told what it takes and gives and how it does that. Like {@link #of},
   * but for any kind of input and output.
   */
  public static ToolDraft<ToolDraft.NoArguments, Output.None> named(
      String name, String title, String description, Scope scope, ToolAnnotations annotations) {
    return new ToolDraft<>(
        name,
        title,
        description,
        scope,
        annotations,
        Input.of(ToolDraft.NoArguments.class),
        Output.none());
  }

  /** A tool from one record to another, each component with a {@code Description}. */
  public static <I extends Record, O extends Record> Tool<I, O> of(
      String name,
      String title,
      String description,
      Scope scope,
      ToolAnnotations annotations,
      Class<I> input,
      Class<O> output,
      ToolHandler<I, O> handler) {
    return new Tool<>(
        name,
        title,
        description,
        scope,
        annotations,
        Input.of(input),
        Output.of(output),
        List.of(),
        handler);
  }

  /** The tool with pictures. */
  public Tool<I, O> withIcons(Icon... pictures) {
    return new Tool<>(
        name, title, description, scope, annotations, input, output, List.of(pictures), handler);
  }

  @Override
  public String auditName() {
    return name;
  }
}
