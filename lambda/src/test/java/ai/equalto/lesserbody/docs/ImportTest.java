package ai.equalto.lesserbody.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.LogLevel;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.testkit.Called;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolOutput;
import ai.equalto.lesserbody.tool.ToolResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportTest {
  record Lines(@Description("The lines to import.") List<String> lines) {}

  static final Tool<?, ?> IMPORT =
      Tool.named("import", "Import", "Imports lines.", Scope.WRITE, ToolAnnotations.ADDS)
          .taking(Lines.class)
          .by((given, call) -> {
            int size = given.lines().size();
            for (int i = 0; i < size; i++) {
              if (given.lines().get(i).isBlank()) {
                call.log(LogLevel.WARNING, "import", "line " + (i + 1) + " is blank");
              }
              call.progress(i + 1, size, "line " + (i + 1) + " of " + size);
            }
            return ToolResult.showing(Content.text("Imported."));
          });

  @Test
  void tellsHowFarItIs() {
    Called<ToolOutput> called =
        Kit.of(IMPORT).as("alice", Scope.WRITE).call("import", "{'lines':['a','']}");

    assertThat(called.progress()).containsExactly("line 1 of 2", "line 2 of 2");
    assertThat(called.log()).containsExactly("line 2 is blank");
  }
}
