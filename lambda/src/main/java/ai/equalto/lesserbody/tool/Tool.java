package ai.equalto.lesserbody.tool;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.auth.Scope;
import java.util.regex.Pattern;

/**
 * One tool. Nothing about it has a default: what it may do and who may call it is always written
 * down.
 *
 * @param name unique; 1 to 128 ASCII letters, digits, underscores, hyphens and dots (MCP, "Tool
 *     Names"); it also names the tool in the audit
 * @param title a short name for people
 * @param description what it does and when to use it, in words for the model
 * @param scope what a caller must hold
 * @param annotations what it does to the world
 * @param input the record of its arguments, each component with a {@code Description}
 * @param output the record of its result
 * @param handler the work
 */
public record Tool<I extends Record, O extends Record>(
    String name,
    String title,
    String description,
    Scope scope,
    ToolAnnotations annotations,
    Class<I> input,
    Class<O> output,
    ToolHandler<I, O> handler) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

  public Tool {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a tool name: " + name);
    }
    if (title.isBlank() || description.isBlank()) {
      throw new IllegalArgumentException("the tool " + name + " lacks a title or a description");
    }
    requireNonNull(scope, "scope");
    requireNonNull(annotations, "annotations");
    requireNonNull(input, "input");
    requireNonNull(output, "output");
    requireNonNull(handler, "handler");
  }
}
