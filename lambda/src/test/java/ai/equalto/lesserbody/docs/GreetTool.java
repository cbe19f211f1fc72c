package ai.equalto.lesserbody.docs;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;

final class GreetTool {
  record Person(@Description("Whom to greet.") @Bounds(min = 1, max = 80) String name) {}

  record Greeting(@Description("The greeting.") String text) {}

  static Tool<?, ?> create() {
    return Tool.of(
        "greet",
        "Greet",
        "Greets a person by name.",
        Scope.READ,
        ToolAnnotations.READS,
        Person.class,
        Greeting.class,
        (person, call) -> ToolResult.of(new Greeting("Hello, " + person.name() + "!")));
  }
}
