package ai.equalto.lesserbody.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestClient;
import ai.equalto.lesserbody.TestServer;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.testkit.TestJson;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server tells of itself is what it does. */
class AgentPackTest {
  private static final String CAPABILITIES = "agent://capabilities";
  private static final String CONFIG = "agent://config";

  private static final Pack HARBOUR =
      Pack.of("harbour", "")
          .withTools(
              tool("sail", Scope.WRITE), tool("look", Scope.READ), tool("sink", Scope.ADMIN));

  private static Tool<?, ?> tool(String name, Scope scope) {
    return Tool.named(name, name, "It does.", scope, ToolAnnotations.READS)
        .by((nothing, call) -> ToolResult.showing());
  }

  private static Kit kit(Deployment deployment) {
    return Kit.of(AgentPack.describing(List.of(HARBOUR), deployment, TestTokens.CLOCK));
  }

  private static Deployment deployment(Optional<URI> url) {
    return new Deployment(
        "body",
        "1.2.3",
        List.of("2026-07-28", "2025-11-25"),
        url,
        url,
        Set.of("sink", "sail"),
        Duration.ofMinutes(10),
        Duration.ofHours(1));
  }

  private static JsonNode read(Kit kit, String uri, Scope... scopes) {
    return TestJson.object(kit.as("alice", scopes).read(uri).text());
  }

  @ParameterizedTest
  @CsvSource({
    "READ, look, read",
    "WRITE, 'look,sail', 'read,write'",
    "ADMIN, 'look,sail,sink', 'read,write,admin'"
  })
  void listsWhatTheScopesOfTheCallerOpen(Scope scope, String tools, String scopes) {
    JsonNode open = read(kit(deployment(Optional.empty())), CAPABILITIES, scope);

    assertThat(open.get("identity").textValue()).isEqualTo("alice");
    assertThat(open.get("tools").findValuesAsText("name")).containsExactly(tools.split(","));
    assertThat(open.get("scopes"))
        .extracting(JsonNode::textValue)
        .containsExactly(scopes.split(","));
    assertThat(open.get("resources").findValuesAsText("uri")).containsExactly(CAPABILITIES, CONFIG);
  }

  @Test
  void tellsOfEachToolItsScopeAndWhetherAPersonHasToConfirm() {
    JsonNode open = read(kit(deployment(Optional.empty())), CAPABILITIES, Scope.WRITE);

    assertThat(open.get("tools"))
        .isEqualTo(
            TestJson.json(
                "[{'name':'look','title':'look','scope':'read','confirmed':false},"
                    + "{'name':'sail','title':'sail','scope':'write','confirmed':true}]"));
  }

  @Test
  void tellsHowTheServerWasSetUp() {
    URI url = URI.create("https://agent.example/mcp");

    assertThat(read(kit(deployment(Optional.of(url))), CONFIG, Scope.READ).toString())
        .isEqualTo(
            TestJson.object(
                    """
                    {'name':'body','version':'1.2.3',
                     'protocol_versions':['2026-07-28','2025-11-25'],
                     'endpoint':'https://agent.example/mcp',
                     'instance':'https://agent.example/mcp','packs':['harbour','agent'],
                     'confirmed_tools':['sail','sink'],'call_seconds':20,'answer_minutes':10,
                     'session_minutes':60}
                    """)
                .toString());
  }

  @Test
  void whatWasNotSaidIsLeftOut() {
    assertThat(read(kit(deployment(Optional.empty())), CONFIG, Scope.READ).has("endpoint"))
        .isFalse();
    assertThat(read(kit(deployment(Optional.empty())), CONFIG, Scope.READ).has("instance"))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {CAPABILITIES, CONFIG})
  void needsAScopeToRead(String uri) {
    assertThat(kit(deployment(Optional.empty())).as("alice").read(uri).outcome())
        .isInstanceOf(CallOutcome.Denied.class);
  }

  /** With every pack there is, and as the methods of the protocol have it. */
  @ParameterizedTest
  @ValueSource(strings = {"read", "write", "admin"})
  void listsWhatTheMethodsOfTheProtocolList(String scope) {
    TestClient client = TestClient.of(new TestServer(Map.of(), HARBOUR)).as("alice", scope);

    JsonNode open = read(client, CAPABILITIES);

    assertThat(open.get("tools").findValuesAsText("name"))
        .isNotEmpty()
        .isEqualTo(listed(client, "tools/list", "name"));
    assertThat(open.get("resources").findValuesAsText("uri"))
        .isNotEmpty()
        .isEqualTo(listed(client, "resources/list", "uri"));
    assertThat(open.get("resource_templates").findValuesAsText("uri"))
        .isNotEmpty()
        .isEqualTo(listed(client, "resources/templates/list", "uriTemplate"));
    assertThat(open.get("prompts").findValuesAsText("name"))
        .isNotEmpty()
        .isEqualTo(listed(client, "prompts/list", "name"));
  }

  private static JsonNode read(TestClient client, String uri) {
    JsonNode result = client.result("resources/read", "{'uri':'" + uri + "'}");
    assertThat(result.get("cacheScope").textValue()).isEqualTo("private");
    assertThat(result.get("ttlMs").intValue()).isEqualTo(60_000);
    return TestJson.object(result.at("/contents/0/text").textValue());
  }

  /** The only list that a listing has besides what is said of caching. */
  private static List<String> listed(TestClient client, String method, String field) {
    JsonNode all =
        StreamSupport.stream(client.result(method, "{}").spliterator(), false)
            .filter(JsonNode::isArray)
            .findFirst()
            .orElseThrow();
    return StreamSupport.stream(all.spliterator(), false)
        .map(one -> one.get(field).textValue())
        .toList();
  }

  @Test
  void servedAloneItDescribesItself() {
    TestClient client = TestClient.of(new TestServer(Map.of("MCP_PACKS", "agent")));

    assertThat(read(client, CONFIG).get("packs").toString()).isEqualTo("[\"agent\"]");
    assertThat(read(client, CAPABILITIES).get("tools")).isEmpty();
  }

  @Test
  void namesNothingThatOnlyTheOperatorIsToKnow() {
    Map<String, String> hidden = new HashMap<>();
    hidden.put("JWT_SECRET_PREVIOUS", "the-secret-before-of-32-bytes-or-more");
    hidden.put("LESSER_TABLE_NAME", "table-of-memories");
    hidden.put("MCP_SESSION_TABLE", "table-of-sessions");
    hidden.put("MCP_ALLOWED_ORIGINS", "https://origin.example");
    hidden.put("AWS_REGION", "ap-south-2");
    hidden.put("AWS_ACCESS_KEY_ID", "access-key-id");
    hidden.put("AWS_SECRET_ACCESS_KEY", "secret-access-key");
    hidden.put("AWS_SESSION_TOKEN", "session-token-of-the-role");
    hidden.put("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1");
    Map<String, String> settings = new HashMap<>(hidden);
    settings.put("MCP_CONFIRM_TOOLS", "post_create");
    TestClient client = TestClient.of(new TestServer(settings)).as("alice", "admin");

    for (String uri : List.of(CONFIG, CAPABILITIES)) {
      assertThat(read(client, uri).toString())
          .contains("post_create")
          .doesNotContain(hidden.values())
          .doesNotContain(TestTokens.SECRET, TestServer.token("alice", "admin"))
          .doesNotContainIgnoringCase("arn:");
    }
  }
}
