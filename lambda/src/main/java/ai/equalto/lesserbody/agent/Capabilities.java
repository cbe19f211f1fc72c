package ai.equalto.lesserbody.agent;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;
import java.util.List;

/** What {@code agent://capabilities} holds: who the caller is, and what it may use. */
record Capabilities(
    @Description("Who you are here: the name that your data is kept under.") String identity,
    @Description("The scopes that your token gives you, those that they include among them.")
        List<String> scopes,
    @Description("The tools that you may call.") List<OpenTool> tools,
    @Description("The resources that you may read.") List<OpenResource> resources,
    @Description("The templates of further resources that you may read.")
        List<OpenResource> resourceTemplates,
    @Description("The prompts that you may use.") List<OpenPrompt> prompts) {
  Capabilities {
    requireNonNull(identity, "identity");
    scopes = List.copyOf(scopes);
    tools = List.copyOf(tools);
    resources = List.copyOf(resources);
    resourceTemplates = List.copyOf(resourceTemplates);
    prompts = List.copyOf(prompts);
  }

  record OpenTool(
      @Description("Its name.") String name,
      @Description("What it is called.") String title,
      @Description("The scope that it needs.") String scope,
      @Description("Whether a person has to confirm each call.") boolean confirmed) {}

  record OpenResource(
      @Description("Its URI, or the form of its URIs.") String uri,
      @Description("What it is called.") String title,
      @Description("The scope that it needs.") String scope) {}

  record OpenPrompt(
      @Description("Its name.") String name,
      @Description("What it is called.") String title,
      @Description("The scope that it needs.") String scope) {}
}
