package ai.equalto.lesserbody.testkit;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.call.CallRunner;
import ai.equalto.lesserbody.call.Completions;
import ai.equalto.lesserbody.call.Shelf;
import ai.equalto.lesserbody.call.TimeLimit;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.prompt.Prompt;
import ai.equalto.lesserbody.prompt.PromptRegistry;
import ai.equalto.lesserbody.resource.ResourceRegistry;
import ai.equalto.lesserbody.resource.ResourceTemplate;
import ai.equalto.lesserbody.schema.Input;
import ai.equalto.lesserbody.schema.InvalidInputException;
import ai.equalto.lesserbody.schema.Output;
import ai.equalto.lesserbody.tool.Confirmation;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must hold of a pack and is looked at only when something in it is first used, since a cold
 * start has no time for it:
 *
 * <ul>
 *   <li>names, URIs and templates are unique;
 *   <li>every schema can be derived, is valid and within the limits, and its patterns compile;
 *   <li>mirrored headers are such as clients take;
 *   <li>the variables of a template are exactly the components of its record;
 *   <li>variables of templates and arguments of prompts are texts or enums;
 *   <li>a completer completes an argument that there is.
 * </ul>
 */
final class PackRules {
  /** A part of the check, which throws what a user would otherwise be the first to see. */
  @FunctionalInterface
  private interface Check {
    void run();
  }

  private final List<String> broken = new ArrayList<>();

  private PackRules() {}

  /** The rules that are broken, each with the name of what breaks it. */
  static List<String> broken(Pack pack) {
    PackRules rules = new PackRules();
    rules.checkNames(pack);
    pack.tools().forEach(rules::check);
    pack.templates().forEach(rules::check);
    pack.prompts().forEach(rules::check);
    return List.copyOf(rules.broken);
  }

  private void check(String name, Check check) {
    try {
      check.run();
    } catch (RuntimeException e) {
      broken.add(name + ": " + e.getMessage());
    }
  }

  private void check(String name, String rule, Set<String> offenders) {
    if (!offenders.isEmpty()) {
      broken.add(name + ": " + rule + ": " + String.join(", ", new TreeSet<>(offenders)));
    }
  }

  private void checkNames(Pack pack) {
    Clock clock = Clock.systemUTC();
    CallRunner runner =
        new CallRunner(new TimeLimit(clock), new AuditLog(line -> {}, clock), clock);
    var tools = List.of(Shelf.of(pack.tools()));
    var resources = List.of(Shelf.of(pack.resources()));
    var templates = List.of(Shelf.of(pack.templates()));
    var prompts = List.of(Shelf.of(pack.prompts()));
    check(pack.name(), () -> new ToolRegistry(tools, Confirmation.NONE, runner).all());
    check(pack.name(), () -> new ResourceRegistry(resources, templates, runner).isEmpty());
    check(pack.name(), () -> new PromptRegistry(prompts, runner).isEmpty());
  }

  private void check(Tool<?, ?> tool) {
    check(tool.name(), () -> derive(tool.input()));
    check(tool.name(), () -> tool.output().schema().ifPresent(schema -> Output.json(schema)));
  }

  private void check(ResourceTemplate<?> template) {
    String name = template.auditName();
    check(
        name,
        () -> {
          derive(template.variables());
          Set<String> variables = Set.copyOf(template.template().variables());
          Set<String> properties = properties(template.variables()).keySet();
          check(name, "variables that the record lacks", without(variables, properties));
          check(name, "components that the template lacks", without(properties, variables));
          checkTexts(name, template.variables(), template.completions());
        });
  }

  private void check(Prompt<?> prompt) {
    check(
        prompt.name(),
        () -> {
          derive(prompt.arguments());
          checkTexts(prompt.name(), prompt.arguments(), prompt.completions());
        });
  }

  private void checkTexts(String name, Input<?> input, Completions completions) {
    Map<String, JsonNode> properties = properties(input);
    Set<String> others = new HashSet<>(properties.keySet());
    others.removeIf(one -> "string".equals(properties.get(one).path("type").textValue()));
    check(name, "neither texts nor enums", others);
    check(name, "completed, but not there", without(completions.arguments(), properties.keySet()));
  }

  private static Map<String, JsonNode> properties(Input<?> input) {
    Map<String, JsonNode> properties = new HashMap<>();
    input
        .schema()
        .path("properties")
        .properties()
        .forEach(property -> properties.put(property.getKey(), property.getValue()));
    return properties;
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  /** Fails as the first caller would see it; that no arguments are given is no fault. */
  private static void derive(Input<?> input) {
    Input<?> checked = Input.json(input.schema());
    checked.headerParameters();
    try {
      input.read(Json.object());
    } catch (InvalidInputException e) {
      // What is read is of no interest, but that there is a reader.
    }
  }
}
