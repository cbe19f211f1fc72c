package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.content.Message;
import ai.equalto.lesserbody.content.ResourceContents;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.prompt.Prompt;
import ai.equalto.lesserbody.prompt.PromptResult;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.resource.ResourceInfo;
import ai.equalto.lesserbody.resource.ResourceResult;
import ai.equalto.lesserbody.schema.Output;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolHandler;
import ai.equalto.lesserbody.tool.ToolResult;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a call may take, through the whole function. */
class DeadlineTest {
  record Nothing() {}

  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final TestServer server = new TestServer(Map.of(), pack());

  private Pack pack() {
    return Pack.of("slow", "")
        .withTools(
            tool(
                "deadline",
                (none, call) -> ToolResult.showing(Content.text(call.deadline().toString()))),
            tool("wait", (none, call) -> ToolResult.showing(Content.text(await()))))
        .withResources(
            new Resource(
                "slow://wait",
                new ResourceInfo(
                    "wait", "Wait", "Waits for ever.", "text/plain", Scope.READ, Caching.NONE),
                (uri, none, call) ->
                    ResourceResult.of(ResourceContents.text(uri, "text/plain", await()))))
        .withPrompts(
            Prompt.of(
                "wait",
                "Wait",
                "Waits for ever.",
                Scope.READ,
                Nothing.class,
                (none, call) -> PromptResult.of(Message.user(Content.text(await())))));
  }

  private static Tool<?, ?> tool(String name, ToolHandler<Nothing, Output.None> handler) {
    return Tool.named(name, "Slow", "Takes its time.", Scope.READ, ToolAnnotations.READS)
        .taking(Nothing.class)
        .by(handler);
  }

  private String await() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
    return "interrupted";
  }

  @ParameterizedTest
  @CsvSource({
    "29000, 26000",
    "900000, 897000",
    "15000, 12000",
    "15001, 12001",
    "10000, 8000",
    "1000, 800",
  })
  void keepsAFifthOfTheTimeForTheAnswerButThreeSecondsAtMost(int left, long used) {
    TestServer timed = server.withMillisLeft(left);

    assertThat(
            TestClient.of(timed)
                .result("tools/call", "{'name':'deadline'}")
                .at("/content/0/text")
                .textValue())
        .isEqualTo(TestTokens.NOW.plusMillis(used).toString());
  }

  @Test
  void tellsTheCallerThatAToolWasStopped() throws InterruptedException {
    Reply reply = call("tools/call", "{'name':'wait'}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(TestClient.result(reply).get("isError").booleanValue()).isTrue();
    assertThat(TestClient.result(reply).at("/content/0/text").textValue()).startsWith("Timed out:");
    assertStopped("tool_call");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "resources/read | {'uri':'slow://wait'} | resource_read",
        "prompts/get    | {'name':'wait'}       | prompt_get",
      })
  void tellsTheCallerThatAnythingElseWasStopped(String method, String params, String event)
      throws InterruptedException {
    Reply reply = call(method, params);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(TestClient.error(reply).get("code").intValue()).isEqualTo(-32603);
    assertThat(TestClient.error(reply).get("message").textValue()).startsWith("Timed out:");
    assertStopped(event);
  }

  /** With so little left that the test does not wait for long. */
  private Reply call(String method, String params) {
    return TestClient.of(server.withMillisLeft(25)).send(method, params);
  }

  private void assertStopped(String event) throws InterruptedException {
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(server.log())
        .singleElement()
        .asString()
        .contains("\"event\":\"" + event + "\"", "\"outcome\":\"timed_out\"");
  }

  @Test
  void beginsNothingWhenThereIsNoTimeLeft() {
    Reply reply = TestClient.of(server.withMillisLeft(0)).send("tools/call", "{'name':'wait'}");

    assertThat(TestClient.result(reply).at("/content/0/text").textValue()).startsWith("Timed out:");
    assertThat(interrupted.getCount()).isEqualTo(1);
    assertThat(server.log()).singleElement().asString().contains("\"outcome\":\"timed_out\"");
  }

  @Test
  void listsAtAnyTime() {
    assertThat(TestClient.of(server.withMillisLeft(0)).result("tools/list", "{}").get("tools"))
        .isNotEmpty();
  }
}
