package ai.equalto.lesserbody.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.tool.ToolCall;
import ai.equalto.lesserbody.tool.ToolOutcome;
import ai.equalto.lesserbody.tool.ToolRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    Clock clock = Clock.systemUTC();
    AuditLog audit = new AuditLog(new ArrayList<>()::add, clock);
    ToolRegistry registry = new ToolRegistry(List.of(GreetTool.create()), audit, clock);

    ToolOutcome outcome =
        registry.call(
            new ToolCall(
                "greet",
                Json.object().put("name", "Ada"),
                TestPrincipals.of("alice", Scope.READ),
                "request-1",
                "2026-07-28",
                Optional.empty()));

    assertThat(outcome)
        .isEqualTo(new ToolOutcome.Success(Json.object().put("text", "Hello, Ada!")));
  }
}
