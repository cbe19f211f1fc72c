package ai.equalto.lesserbody.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;
import org.junit.jupiter.api.Test;

class ForgetTest {
  static final ToolAnnotations DESTROYS = new ToolAnnotations(false, true, true, false);

  static final Tool<?, ?> FORGET =
      Tool.named("forget", "Forget", "Forgets all there is.", Scope.WRITE, DESTROYS)
          .by((nothing, call) -> ToolResult.showing(Content.text("Forgotten.")));

  @Test
  void forgetsWhatAPersonConfirmed() {
    Kit kit = Kit.of(FORGET).as("alice", Scope.WRITE).confirming("forget");

    assertThat(kit.accepting("confirm_forget", "{'confirm':true}").call("forget", "{}").text())
        .isEqualTo("Forgotten.");
    assertThat(kit.declining("confirm_forget").call("forget", "{}").audit("outcome"))
        .isEqualTo("declined");
  }
}
