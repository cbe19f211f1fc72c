package ai.equalto.lesserbody.pack;

import ai.equalto.lesserbody.call.Shelf;
import java.util.List;

/**
 * What is known of a pack before it is opened: all that start-up checks.
 *
 * @param name what a setting calls it
 * @param instructions how a model uses what is in it; one or two sentences, or empty
 * @param tools their names, in the order of the pack
 * @param resources their URIs
 * @param templates the forms of the URIs
 * @param prompts their names
 */
public record Manifest(
    String name,
    String instructions,
    List<String> tools,
    List<String> resources,
    List<String> templates,
    List<String> prompts) {
  public Manifest {
    tools = List.copyOf(tools);
    resources = List.copyOf(resources);
    templates = List.copyOf(templates);
    prompts = List.copyOf(prompts);
  }

  /** That of a pack with nothing in it yet. */
  public static Manifest of(String name, String instructions) {
    return new Manifest(name, instructions, List.of(), List.of(), List.of(), List.of());
  }

  /** The same, with tools of these names. */
  public Manifest withTools(String... names) {
    return new Manifest(name, instructions, List.of(names), resources, templates, prompts);
  }

  /** The same, with resources at these URIs. */
  public Manifest withResources(String... uris) {
    return new Manifest(name, instructions, tools, List.of(uris), templates, prompts);
  }

  /** The same, with templates of these forms. */
  public Manifest withTemplates(String... forms) {
    return new Manifest(name, instructions, tools, resources, List.of(forms), prompts);
  }

  /** The same, with prompts of these names. */
  public Manifest withPrompts(String... names) {
    return new Manifest(name, instructions, tools, resources, templates, List.of(names));
  }

  /** That of a pack that is open. */
  public static Manifest of(Pack pack) {
    return new Manifest(
        pack.name(),
        pack.instructions(),
        Shelf.names(pack.tools()),
        Shelf.names(pack.resources()),
        Shelf.names(pack.templates()),
        Shelf.names(pack.prompts()));
  }

  /** Compares by hand: what the JVM makes of two records' equality costs a cold start dearly. */
  boolean describes(Pack pack) {
    return name.equals(pack.name())
        && instructions.equals(pack.instructions())
        && tools.equals(Shelf.names(pack.tools()))
        && resources.equals(Shelf.names(pack.resources()))
        && templates.equals(Shelf.names(pack.templates()))
        && prompts.equals(Shelf.names(pack.prompts()));
  }
}
