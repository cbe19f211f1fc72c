package ai.equalto.lesserbody.prompt;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.Completer;
import ai.equalto.lesserbody.call.Completions;
import ai.equalto.lesserbody.call.Offer;
import ai.equalto.lesserbody.content.Icon;
import ai.equalto.lesserbody.schema.Input;
import java.util.List;
import java.util.Map;

/**
 * One prompt (MCP, "Prompts"). Who may use it has no default: it is always written down.
 *
 * @param name unique; it also names the prompt in the audit
 * @param title a short name for people
 * @param description what it is for
 * @param scope what a caller must hold
 * @param arguments its arguments, each a text or an enum
 * @param completions suggests values of the arguments
 * @param icons pictures for people
 * @param handler fills it
 */
public record Prompt<I>(
    String name,
    String title,
    String description,
    Scope scope,
    Input<I> arguments,
    Completions completions,
    List<Icon> icons,
    PromptHandler<I> handler)
    implements Offer {
  public Prompt {
    if (name.isBlank() || title.isBlank() || description.isBlank()) {
      throw new IllegalArgumentException(
          "the prompt " + name + " lacks a name, a title or a description");
    }
    requireNonNull(scope, "scope");
    requireNonNull(arguments, "arguments");
    requireNonNull(completions, "completions");
    icons = List.copyOf(icons);
    requireNonNull(handler, "handler");
  }

  /** A prompt whose arguments are the components of a record. */
  public static <I extends Record> Prompt<I> of(
      String name,
      String title,
      String description,
      Scope scope,
      Class<I> arguments,
      PromptHandler<I> handler) {
    Input<I> input = Input.of(arguments);
    Completions none = new Completions(input, Map.of());
    return new Prompt<>(name, title, description, scope, input, none, List.of(), handler);
  }

  /** The same, with suggestions for one of the arguments. */
  public Prompt<I> completing(String argument, Completer completer) {
    return new Prompt<>(
        name,
        title,
        description,
        scope,
        arguments,
        completions.and(argument, completer),
        icons,
        handler);
  }

  /** The same with pictures. */
  public Prompt<I> withIcons(Icon... pictures) {
    return new Prompt<>(
        name, title, description, scope, arguments, completions, List.of(pictures), handler);
  }

  @Override
  public String auditName() {
    return name;
  }
}
