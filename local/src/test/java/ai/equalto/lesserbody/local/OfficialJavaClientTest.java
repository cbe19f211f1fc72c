package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.McpHttpClientTransportAuthorizationException;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official Java SDK does the main job against the local server. */
class OfficialJavaClientTest {
  @TempDir private Path folder;

  private LocalServer server;

  @BeforeEach
  void start() throws IOException {
    Host host = new Host(Map.of(), folder, Clock.systemUTC(), new SecureRandom());
    server = LocalServer.start(host, 0, new Storage.InMemory());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void connectsAndListsTheTools() {
    as(
        "alice",
        "read,write",
        client -> {
          assertThat(client.getCurrentInitializationResult().protocolVersion())
              .isEqualTo("2025-11-25");
          assertThat(names(client))
              .containsExactly(
                  "echo",
                  "follow",
                  "followers_list",
                  "following_list",
                  "memory_append",
                  "memory_query",
                  "notifications_read",
                  "post_boost",
                  "post_create",
                  "post_favorite",
                  "post_search",
                  "profile_read",
                  "profile_update",
                  "timeline_read",
                  "unfollow");
        });
  }

  @Test
  void readsBackTheMemoryThatItWrote() {
    as(
        "alice",
        "read,write",
        client -> {
          call(
              client,
              "memory_append",
              Map.of("content", "The sea was calm.", "tags", List.of("sea")));

          CallToolResult found = call(client, "memory_query", Map.of("query", "SEA"));

          assertThat(events(found)).extracting("content").containsExactly("The sea was calm.");
        });
    as(
        "bob",
        "read",
        client -> {
          assertThat(events(call(client, "memory_query", Map.of()))).isEmpty();
        });
  }

  @Test
  void isToldHowToCorrectWrongArguments() {
    as(
        "alice",
        "read",
        client -> {
          CallToolResult result = call(client, "memory_query", Map.of("limit", 101));

          assertThat(result.isError()).isTrue();
          assertThat(((TextContent) result.content().getFirst()).text()).contains("limit", "100");
        });
  }

  @Test
  void seesNoToolThatItsTokenDoesNotReach() {
    as(
        "alice",
        "read",
        client -> {
          assertThat(names(client))
              .containsExactly(
                  "echo",
                  "followers_list",
                  "following_list",
                  "memory_query",
                  "notifications_read",
                  "post_search",
                  "profile_read",
                  "timeline_read");
          assertRefused(403, () -> call(client, "memory_append", Map.of("content", "x")));
        });
  }

  @Test
  void isRefusedWithAWrongToken() {
    assertRefused(401, () -> with("wrong.token.here", client -> {}));
  }

  private void as(String username, String scopes, Consumer<McpSyncClient> work) {
    with(token(username, scopes), work);
  }

  private void with(String token, Consumer<McpSyncClient> work) {
    String base = server.endpoint().resolve("/").toString();
    var transport =
        HttpClientStreamableHttpTransport.builder(base)
            .endpoint("/mcp")
            .addHttpRequestCustomizer((request, method, uri, body, context) ->
                request.header("Authorization", "Bearer " + token))
            .build();
    McpSyncClient client = McpClient.sync(transport).build();
    try {
      client.initialize();
      work.accept(client);
    } finally {
      client.closeGracefully();
    }
  }

  private static void assertRefused(int status, ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    while (thrown != null && !(thrown instanceof McpHttpClientTransportAuthorizationException)) {
      thrown = thrown.getCause();
    }
    assertThat(thrown)
        .asInstanceOf(type(McpHttpClientTransportAuthorizationException.class))
        .extracting(refusal -> refusal.getResponseInfo().statusCode())
        .isEqualTo(status);
  }

  private String token(String username, String scopes) {
    Terminal terminal = new Terminal(Map.of(), folder, Clock.systemUTC());
    assertThat(terminal.run("token", "--username", username, "--scopes", scopes)).isZero();
    return terminal.out().strip();
  }

  private static List<String> names(McpSyncClient client) {
    return client.listTools().tools().stream().map(Tool::name).toList();
  }

  private static CallToolResult call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static List<?> events(CallToolResult result) {
    return (List<?>) ((Map<?, ?>) result.structuredContent()).get("events");
  }
}
