package ai.equalto.lesserbody.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestClient;
import ai.equalto.lesserbody.TestServer;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.prompt.Prompt;
import ai.equalto.lesserbody.prompt.PromptResult;
import ai.equalto.lesserbody.resource.Resource;
import ai.equalto.lesserbody.resource.ResourceInfo;
import ai.equalto.lesserbody.resource.ResourceResult;
import ai.equalto.lesserbody.resource.ResourceTemplate;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Output;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that do not fit one page, through the whole function. */
class ListingsTest {
  private static final int COUNT = 120;

  record Nothing() {}

  record Id(@Description("Which one.") String id) {}

  private final TestClient client =
      TestClient.of(new TestServer(Map.of("MCP_PACKS", "many"), many()));

  /** As many of each, the even ones for readers and the odd ones for writers. */
  private static Pack many() {
    return Pack.of("many", "")
        .withTools(all(ListingsTest::tool).toArray(Tool<?, ?>[]::new))
        .withResources(all(ListingsTest::resource).toArray(Resource[]::new))
        .withTemplates(all(ListingsTest::template).toArray(ResourceTemplate<?>[]::new))
        .withPrompts(all(ListingsTest::prompt).toArray(Prompt<?>[]::new));
  }

  @FunctionalInterface
  private interface Maker<T> {
    T make(String name, Scope scope);
  }

  private static <T> List<T> all(Maker<T> maker) {
    return IntStream.range(0, COUNT)
        .mapToObj(i -> maker.make(name(i), i % 2 == 0 ? Scope.READ : Scope.WRITE))
        .toList();
  }

  private static String name(int i) {
    return "a-%03d".formatted(i);
  }

  private static Tool<Nothing, Output.None> tool(String name, Scope scope) {
    return Tool.named(name, "Many", "One of many.", scope, ToolAnnotations.READS)
        .taking(Nothing.class)
        .by((none, call) -> ToolResult.showing());
  }

  private static ResourceInfo info(String name, Scope scope) {
    return new ResourceInfo(name, "Many", "One of many.", "text/plain", scope, Caching.NONE);
  }

  private static Resource resource(String name, Scope scope) {
    return new Resource(
        "many://" + name, info(name, scope), (uri, none, call) -> new ResourceResult.Missing());
  }

  private static ResourceTemplate<Id> template(String name, Scope scope) {
    return ResourceTemplate.of(
        "many://" + name + "/{id}",
        info(name, scope),
        Id.class,
        (uri, id, call) -> new ResourceResult.Missing());
  }

  private static Prompt<Nothing> prompt(String name, Scope scope) {
    return Prompt.of(
        name, "Many", "One of many.", scope, Nothing.class, (none, call) -> PromptResult.of());
  }

  private static List<String> walk(TestClient client, String method, String field) {
    List<String> names = new ArrayList<>();
    ObjectNode params = Json.object();
    JsonNode page;
    do {
      page = TestClient.result(client.send(method, params));
      assertThat(page.get(field).size()).isBetween(1, 50);
      page.get(field).forEach(item -> names.add(item.get("name").textValue()));
      params.set("cursor", page.get("nextCursor"));
    } while (page.has("nextCursor"));
    return names;
  }

  @ParameterizedTest
  @CsvSource({
    "tools/list, tools",
    "resources/list, resources",
    "resources/templates/list, resourceTemplates",
    "prompts/list, prompts",
  })
  void leadThroughAllThatTheCallerMayUse(String method, String field) {
    assertThat(walk(client.as("alice", "write"), method, field))
        .isEqualTo(IntStream.range(0, COUNT).mapToObj(ListingsTest::name).toList());
    assertThat(walk(client.as("alice", "read"), method, field))
        .isEqualTo(
            IntStream.range(0, COUNT)
                .filter(i -> i % 2 == 0)
                .mapToObj(ListingsTest::name)
                .toList());
  }

  /** Nor does it tell that there is such an item. */
  @ParameterizedTest
  @CsvSource({"tools/list", "resources/list", "resources/templates/list", "prompts/list"})
  void aCursorThatNamesWhatTheCallerMayNotUseIsNone(String method) {
    ObjectNode params = Json.object();
    TestClient writer = client.as("alice", "write");
    params.set("cursor", TestClient.result(writer.send(method, params)).get("nextCursor"));

    JsonNode error = TestClient.error(client.as("alice", "read").send(method, params));

    assertThat(error.get("code").intValue()).isEqualTo(-32602);
  }
}
