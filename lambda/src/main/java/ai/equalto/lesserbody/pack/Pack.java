package ai.equalto.lesserbody.pack;

import ai.equalto.lesserbody.call.Names;
import ai.equalto.lesserbody.prompt.Prompt;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.resource.ResourceTemplate;
import ai.equalto.lesserbody.tool.Tool;
import java.util.List;

/**
 * Tools, resources and prompts that are served together or not at all, so that one artifact can be
 * deployed as several narrow servers.
 *
 * @param name what a setting calls it; lower-case letters, digits and hyphens
 * @param instructions how a model uses what is in it; one or two sentences, or empty
 */
public record Pack(
    String name,
    String instructions,
    List<Tool<?, ?>> tools,
    List<Resource> resources,
    List<ResourceTemplate<?>> templates,
    List<Prompt<?>> prompts) {
  private static final String NAME = Names.LOWER + Names.DIGITS + "-";

  public Pack {
    if (!Names.isOf(name, NAME) || Names.LOWER.indexOf(name.charAt(0)) < 0) {
      throw new IllegalArgumentException("not a name of a pack: " + name);
    }
    instructions = instructions.strip();
    tools = List.copyOf(tools);
    resources = List.copyOf(resources);
    templates = List.copyOf(templates);
    prompts = List.copyOf(prompts);
  }

  /** A pack with nothing in it yet. */
  public static Pack of(String name, String instructions) {
    return new Pack(name, instructions, List.of(), List.of(), List.of(), List.of());
  }

  /** The pack with these tools. */
  public Pack withTools(Tool<?, ?>... all) {
    return new Pack(name, instructions, List.of(all), resources, templates, prompts);
  }

  /** The pack with these resources. */
  public Pack withResources(Resource... all) {
    return new Pack(name, instructions, tools, List.of(all), templates, prompts);
  }

  /** The pack with these templates of resources. */
  public Pack withTemplates(ResourceTemplate<?>... all) {
    return new Pack(name, instructions, tools, resources, List.of(all), prompts);
  }

  /** The pack with these prompts. */
  public Pack withPrompts(Prompt<?>... all) {
    return new Pack(name, instructions, tools, resources, templates, List.of(all));
  }
}
