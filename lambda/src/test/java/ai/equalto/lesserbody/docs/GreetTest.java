package ai.equalto.lesserbody.docs;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.schema.Bounds;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;
import org.junit.jupiter.api.Test;

class GreetTest {
  record Person(@Description("Whom to greet.") @Bounds(min = 1, max = 80) String name) {}

  record Greeting(@Description("The greeting.") String text) {}

  static final Tool<?, ?> GREET =
      Tool.named("greet", "Greet", "Greets a person by name.", Scope.READ, ToolAnnotations.READS)
          .taking(Person.class)
          .giving(Greeting.class)
          .by((person, call) -> ToolResult.of(new Greeting("Hello, " + person.name() + "!")));

  @Test
  void greets() {
    Kit kit = Kit.of(GREET).as("alice", Scope.READ);
    kit.call("greet", "{'name':'Ada'}").gives("{'text':'Hello, Ada!'}");
  }
}
