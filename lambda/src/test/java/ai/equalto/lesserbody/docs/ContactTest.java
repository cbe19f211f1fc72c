package ai.equalto.lesserbody.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.schema.Input;
import ai.equalto.lesserbody.schema.Output;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ContactTest {
  static final Input<ObjectNode> PHONE_OR_MAIL =
      Input.json(
          """
          {
            "type": "object",
            "properties": {"phone": {"type": "string"}, "mail": {"type": "string"}},
            "anyOf": [{"required": ["phone"]}, {"required": ["mail"]}]
          }
          """);

  static final Output<JsonNode> ANY_TEXT = Output.json("{\"type\": \"string\"}");

  static final Tool<?, ?> CONTACT =
      Tool.named("contact", "Contact", "Picks a way.", Scope.READ, ToolAnnotations.READS)
          .taking(PHONE_OR_MAIL)
          .giving(ANY_TEXT)
          .by((given, call) ->
              ToolResult.of(given.has("mail") ? given.get("mail") : given.get("phone")));

  private final Kit kit = Kit.of(CONTACT).as("alice", Scope.READ);

  @Test
  void takesWhatFitsTheSchema() {
    kit.call("contact", "{'mail':'ada@agent.example'}").gives("\"ada@agent.example\"");
    assertThat(kit.call("contact", "{}").complaint()).contains("mail").contains("phone");
  }
}
