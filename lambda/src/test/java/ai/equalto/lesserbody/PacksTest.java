package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.testkit.AskingPack;
import ai.equalto.lesserbody.testkit.ShowingPack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which packs a server serves. */
class PacksTest {
  private static final Pack MORE = ShowingPack.create();

  private static List<String> tools(String packs, Pack... more) {
    return TestClient.of(new TestServer(Map.of("MCP_PACKS", packs), more))
        .as("alice", "write")
        .result("tools/list", "{}")
        .get("tools")
        .findValuesAsText("name");
  }

  @Test
  void servesAllUnlessTheSettingNamesSome() {
    assertThat(tools("", MORE)).contains("echo", "memory_append", "report");
    assertThat(tools("echo", MORE)).containsExactly("echo");
    assertThat(tools(" showing , echo,", MORE))
        .contains("echo", "report")
        .doesNotContain("memory_append");
    assertThat(tools("lesser", MORE)).hasSize(12).contains("post_create", "timeline_read");
    assertThat(tools("memory", MORE)).contains("memory_append").doesNotContain("echo", "report");
  }

  @Test
  void aNameThatIsUnknownStopsTheStart() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> tools("echo,trumpet,accordion", MORE))
        .withMessageContaining(
            "MCP_PACKS names no pack: accordion, trumpet; wanted: echo, memory, lesser, showing, agent");
    assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> tools("Echo"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo", "memory", "showing", "agent"})
  void twoPacksOfOneNameStopTheStart(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tools("", MORE, Pack.of(name, "")))
        .withMessage("two packs are called " + name);
  }

  @Test
  void twoToolsResourcesOrPromptsOfOneNameStopTheStart() {
    Pack same = Pack.of("same", "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tools("", MORE, same.withTools(MORE.tools().getFirst())))
        .withMessage("two tools are called report");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tools("", MORE, same.withResources(MORE.resources().getFirst())))
        .withMessage("two resources are at showing://bytes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tools("", MORE, same.withTemplates(MORE.templates().getFirst())))
        .withMessage("two resources are at showing://painted/{color}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tools("", MORE, same.withPrompts(MORE.prompts().getFirst())))
        .withMessage("two prompts are called letter");
  }

  @Test
  void namesOfPacksThatAreNotServedMayBeTheSame() {
    Pack same = Pack.of("same", "").withTools(MORE.tools().getFirst());

    assertThat(tools("same", MORE, same)).containsExactly("report");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Echo", "1a", "-a", "a b", "a_b", "a,b", "é"})
  void refusesOtherNamesOfPacks(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pack.of(name, ""))
        .withMessage("not a name of a pack: " + name);
  }

  @ParameterizedTest
  @CsvSource({
    "echo, 'logging,tools'",
    "asking, 'completions,logging,prompts,resources,tools'",
    "only-prompts, 'completions,logging,prompts,tools'",
    "only-resources, 'completions,logging,resources,tools'",
    "only-templates, 'completions,logging,resources,tools'",
  })
  void aServerDeclaresWhatItServes(String pack, String capabilities) {
    Pack[] more = {
      new AskingPack().pack(),
      Pack.of("only-prompts", "").withPrompts(MORE.prompts().getFirst()),
      Pack.of("only-resources", "").withResources(MORE.resources().getFirst()),
      Pack.of("only-templates", "").withTemplates(MORE.templates().getFirst())
    };
    TestServer server = new TestServer(Map.of("MCP_PACKS", pack), more);

    var discovered = TestClient.of(server).result("server/discover", "{}").get("capabilities");
    var card = server.send("GET", "/.well-known/mcp.json", Map.of(), "").json();

    assertThat(discovered.properties())
        .extracting(Map.Entry::getKey)
        .containsExactly(capabilities.split(","));
    assertThat(card.get("capabilities")).isEqualTo(discovered);
  }
}
