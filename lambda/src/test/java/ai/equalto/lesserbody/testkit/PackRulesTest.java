package ai.equalto.lesserbody.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.Completer;
import ai.equalto.lesserbody.content.Caching;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.prompt.Prompt;
import ai.equalto.lesserbody.prompt.PromptResult;
import ai.equalto.lesserbody.resource.ResourceInfo;
import ai.equalto.lesserbody.resource.ResourceResult;
import ai.equalto.lesserbody.resource.ResourceTemplate;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Matches;
import ai.equalto.lesserbody.schema.MirroredHeader;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackRulesTest {
  enum Color {
    RED
  }

  record Name(@Description("Any.") String name) {}

  record Painted(@Description("Any.") String name, @Description("Any.") Color color) {}

  record Counted(@Description("Any.") int count) {}

  record Undescribed(String name) {}

  record Odd(@Description("Any.") Thread odd) {}

  record Unclosed(@Description("Any.") @Matches("(") String name) {}

  record Spaced(@Description("Any.") @MirroredHeader("no token") String name) {}

  private static <I extends Record> Tool<?, ?> tool(Class<I> input) {
    return Tool.named("it", "It", "Any.", Scope.READ, ToolAnnotations.READS)
        .taking(input)
        .by((given, call) -> ToolResult.showing());
  }

  private static <V extends Record> ResourceTemplate<V> template(String form, Class<V> variables) {
    return ResourceTemplate.of(
        form,
        new ResourceInfo("it", "It", "Any.", "text/plain", Scope.READ, Caching.NONE),
        variables,
        (uri, given, call) -> new ResourceResult.Missing());
  }

  private static <I extends Record> Prompt<I> prompt(Class<I> arguments) {
    return Prompt.of("it", "It", "Any.", Scope.READ, arguments, (given, call) -> PromptResult.of());
  }

  private static List<String> broken(Tool<?, ?>... tools) {
    return PackRules.broken(Pack.of("pack", "").withTools(tools));
  }

  private static List<String> broken(ResourceTemplate<?>... templates) {
    return PackRules.broken(Pack.of("pack", "").withTemplates(templates));
  }

  private static List<String> broken(Prompt<?>... prompts) {
    return PackRules.broken(Pack.of("pack", "").withPrompts(prompts));
  }

  @Test
  void findsNothingWhereAllIsWell() {
    assertThat(broken(tool(Painted.class))).isEmpty();
    assertThat(broken(template("a://{name}/{color}", Painted.class))).isEmpty();
    assertThat(broken(prompt(Painted.class).completing("name", Completer.of("Ada")))).isEmpty();
  }

  @Test
  void findsNamesThatAreThereTwice() {
    assertThat(broken(tool(Name.class), tool(Name.class)))
        .containsExactly("pack: two tools are called it");
    assertThat(broken(prompt(Name.class), prompt(Name.class)))
        .containsExactly("pack: two prompts are called it");
    assertThat(broken(template("a://{name}", Name.class), template("a://{name}", Name.class)))
        .containsExactly("pack: two resources are at a://{name}");
  }

  @Test
  void findsRecordsOfWhichNoSchemaCanSpeak() {
    assertThat(broken(tool(Undescribed.class))).singleElement().asString().contains("@Description");
    assertThat(broken(tool(Odd.class))).singleElement().asString().contains("java.lang.Thread");
    assertThat(
            broken(
                Tool.of(
                    "it",
                    "It",
                    "Any.",
                    Scope.READ,
                    ToolAnnotations.READS,
                    Name.class,
                    Odd.class,
                    (given, call) -> ToolResult.failure("Any."))))
        .singleElement()
        .asString()
        .contains("java.lang.Thread");
  }

  @Test
  void findsPatternsThatAreNone() {
    assertThat(broken(tool(Unclosed.class))).singleElement().asString().contains("it: ", "regex");
  }

  @Test
  void findsHeadersThatClientsRefuse() {
    assertThat(broken(tool(Spaced.class))).singleElement().asString().contains("is no token");
  }

  @Test
  void findsVariablesThatAreNotThoseOfTheRecord() {
    assertThat(broken(template("a://{nome}", Name.class)))
        .containsExactly(
            "a://{nome}: variables that the record lacks: nome",
            "a://{nome}: components that the template lacks: name");
  }

  @Test
  void findsArgumentsThatAreNoTexts() {
    assertThat(broken(prompt(Counted.class))).containsExactly("it: neither texts nor enums: count");
    assertThat(broken(template("a://{count}", Counted.class)))
        .containsExactly("a://{count}: neither texts nor enums: count");
  }

  @Test
  void findsCompletersOfArgumentsThatAreNotThere() {
    assertThat(broken(prompt(Name.class).completing("nome", Completer.of("Ada"))))
        .containsExactly("it: completed, but not there: nome");
  }
}
