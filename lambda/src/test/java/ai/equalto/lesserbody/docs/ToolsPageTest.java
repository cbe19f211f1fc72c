package ai.equalto.lesserbody.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.testkit.Kit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about tools shows code that compiles and works. */
class ToolsPageTest {
  private static final Path SOURCE =
      Path.of("src/test/java/ai/equalto/lesserbody/docs/GreetTool.java");

  @Test
  void showsTheToolOfThisTestAsItStands() throws IOException {
    String source = Files.readString(SOURCE);
    String shown = source.substring(source.indexOf("final class"));

    assertThat(Files.readString(Path.of("../docs/tools.md"))).contains("```java\n" + shown + "```");
  }

  @Test
  void theToolShownWorks() {
    Kit kit = Kit.of(GreetTool.create()).as("alice", Scope.READ);

    assertThat(kit.call("greet", "{'name':'Ada'}").structure())
        .isEqualTo(Json.object().put("text", "Hello, Ada!"));
  }
}
