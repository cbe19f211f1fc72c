package ai.equalto.lesserbody.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.Capability;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.call.RootsQuestion;
import ai.equalto.lesserbody.call.SamplingQuestion;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.schema.Output;
import ai.equalto.lesserbody.testkit.Called;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolOutput;
import ai.equalto.lesserbody.tool.ToolResult;
import org.junit.jupiter.api.Test;

class EssayTest {
  static final SamplingQuestion TITLE = SamplingQuestion.of("title", "Think of a title.", 20);
  static final RootsQuestion FOLDERS = new RootsQuestion("folders");

  static ToolResult<Output.None> write(CallContext call) throws InputRequiredException {
    if (!call.canAsk(Capability.ROOTS)) {
      return ToolResult.showing(Content.text(call.ask(TITLE).text()));
    }
    call.askTogether(TITLE, FOLDERS);
    String folder = call.ask(FOLDERS).getFirst().uri();
    return ToolResult.showing(Content.text(call.ask(TITLE).text() + " in " + folder));
  }

  static final Tool<?, ?> WRITE =
      Tool.named("write", "Write", "Writes an essay.", Scope.WRITE, ToolAnnotations.ADDS)
          .by((nothing, call) -> write(call));

  private final Kit kit =
      Kit.of(WRITE)
          .as("alice", Scope.WRITE)
          .asking(Capability.SAMPLING)
          .answering(
              "title", "{'role':'assistant','model':'any','content':{'type':'text','text':'Sea'}}");

  @Test
  void asksBothAtOnce() {
    Called<ToolOutput> called =
        kit.asking(Capability.ROOTS)
            .answering("folders", "{'roots':[{'uri':'file:///essays'}]}")
            .call("write", "{}");

    assertThat(called.text()).isEqualTo("Sea in file:///essays");
    assertThat(called.rounds()).isEqualTo(2);
  }

  @Test
  void doesWithoutFolders() {
    assertThat(kit.call("write", "{}").text()).isEqualTo("Sea");
  }
}
