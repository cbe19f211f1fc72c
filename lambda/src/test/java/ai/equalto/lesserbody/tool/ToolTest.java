package ai.equalto.lesserbody.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.tool.SampleTools.Input;
import ai.equalto.lesserbody.tool.SampleTools.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolTest {
  private static Tool<Input, Output> named(String name) {
    return SampleTools.tool(name, Scope.READ, (input, context) -> ToolResult.failure("unused"));
  }

  private static Tool<Input, Output> described(String title, String description) {
    return Tool.of(
        "echo",
        title,
        description,
        Scope.READ,
        ToolAnnotations.READS,
        Input.class,
        Output.class,
        (input, context) -> ToolResult.failure("unused"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "memory_append", "a.b-c_D9", "-", "."})
  void takesNamesOfLettersDigitsUnderscoresHyphensAndDots(String name) {
    assertThat(named(name).name()).isEqualTo(name);
  }

  @Test
  void takesNamesOfAHundredAndTwentyEightCharacters() {
    assertThat(named("a".repeat(128)).name()).hasSize(128);
    assertThatIllegalArgumentException().isThrownBy(() -> named("a".repeat(129)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "a\n", "é", "a:b", "a,b", "a\0", "tool!"})
  void refusesOtherNames(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named(name))
        .withMessage("not a tool name: " + name);
  }

  @ParameterizedTest
  @CsvSource({"'', Text", "' ', Text", "Text, ''", "Text, ' '"})
  void refusesABlankTitleOrDescription(String title, String description) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> described(title, description))
        .withMessage("the tool echo lacks a title or a description");
  }

  @Test
  void refusesToBeDeclaredWithoutAScope() {
    assertThatNullPointerException()
        .isThrownBy(() -> SampleTools.tool("echo", null, (input, context) -> null))
        .withMessage("scope");
    assertThatNullPointerException()
        .isThrownBy(() -> SampleTools.tool("echo", Scope.READ, null))
        .withMessage("handler");
  }
}
