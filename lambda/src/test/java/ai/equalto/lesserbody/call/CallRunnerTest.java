package ai.equalto.lesserbody.call;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestServer;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Output;
import ai.equalto.lesserbody.testkit.Called;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolHandler;
import ai.equalto.lesserbody.tool.ToolOutput;
import ai.equalto.lesserbody.tool.ToolResult;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallRunnerTest {
  record Nothing() {}

  record Consent(@Description("Whether it is right.") boolean ok) {}

  private static Tool<?, ?> tool(ToolHandler<Nothing, Output.None> handler) {
    return Tool.named("t", "T", "Made for a test.", Scope.READ, ToolAnnotations.READS)
        .taking(Nothing.class)
        .by(handler);
  }

  @Test
  void anAnswerToOtherWordsDoesNotCount() {
    int[] files = {3};
    Tool<?, ?> erase =
        tool((input, call) -> {
          String words = "Erase " + files[0]++ + " files?";
          call.ask(FormQuestion.of("ok", words, Consent.class));
          return ToolResult.showing(Content.text("erased"));
        });

    Called<ToolOutput> called =
        Kit.of(erase).as("alice", Scope.READ).accepting("ok", "{'ok':true}").call("t", "{}");

    assertThat(called.questions()).hasSize(1);
  }

  @Test
  void whatIsToldIsAsItWasWhenItWasTold() {
    Tool<?, ?> tells =
        tool((input, call) -> {
          ObjectNode data = Json.object().put("a", 1);
          call.log(LogLevel.INFO, "t", data);
          data.put("a", 2);
          return ToolResult.showing(Content.text("told"));
        });

    Called<ToolOutput> called = Kit.of(tells).as("alice", Scope.READ).call("t", "{}");

    assertThat(called.told().getFirst().params().at("/data/a").intValue()).isEqualTo(1);
  }

  @Test
  void nothingIsToldAfterTheAnswer() {
    Notifications notifications =
        Notifications.wanted(Optional.empty(), Optional.of(LogLevel.DEBUG));
    notifications.close();

    notifications.log(LogLevel.ERROR, "t", Json.object());

    assertThat(notifications.close()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {StackOverflowError.class, NoClassDefFoundError.class, AssertionError.class})
  void anErrorIsAnsweredAndLoggedLikeAnyBug(Class<? extends Error> type) {
    Pack pack =
        Pack.of("broken", "")
            .withTools(
                tool((input, call) -> {
                  throw error(type);
                }));
    TestServer server = new TestServer(Map.of("MCP_PACKS", "broken"), pack);

    TestServer.Reply reply =
        server.send(
            "POST",
            "/mcp",
            Map.of(
                "Content-Type", "application/json",
                "MCP-Protocol-Version", "2025-11-25",
                "Authorization", "Bearer " + TestServer.token("alice", "read")),
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"t\"}}");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.json().at("/error/code").intValue()).isEqualTo(-32603);
    assertThat(server.log())
        .anyMatch(line -> line.contains("\"outcome\":\"error\""))
        .anyMatch(line -> line.contains("\"event\":\"fault\"") && line.contains(type.getName()))
        .noneMatch(line -> line.contains("pw123"));
  }

  private static Error error(Class<? extends Error> type) {
    if (type == StackOverflowError.class) {
      return new StackOverflowError("pw123");
    }
    return type == AssertionError.class
        ? new AssertionError("pw123")
        : new NoClassDefFoundError("pw123");
  }

  @Test
  void anAnswerThatIsTooLargeToSendIsAnErrorThatSaysSo() {
    Pack pack =
        Pack.of("large", "")
            .withTools(
                tool((input, call) -> ToolResult.showing(Content.text("\"".repeat(1_600_000)))));

    TestServer.Reply reply =
        new TestServer(Map.of("MCP_PACKS", "large"), pack)
            .send(
                "POST",
                "/mcp",
                Map.of(
                    "Content-Type", "application/json",
                    "MCP-Protocol-Version", "2025-11-25",
                    "Authorization", "Bearer " + TestServer.token("alice", "read")),
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"t\"}}");

    assertThat(reply.json().at("/error/message").asText()).contains("ask for less at once");
    assertThat(reply.json().at("/id").intValue()).isEqualTo(1);
  }
}
