package ai.equalto.lesserbody.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.audit.AuditEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about tools shows code that compiles and works: parts of the tests beside this one. */
class ToolsPageTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Path FOLDER = Path.of("src/test/java/ai/equalto/lesserbody/docs");

  private static List<String> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("../docs/tools.md")))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  private static Map<String, String> examples() throws IOException {
    Map<String, String> examples = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        if (!file.endsWith("ToolsPageTest.java")) {
          examples.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return examples;
  }

  /** As it stands, or as a part of a class, without the indentation of one. */
  private static boolean shows(String block, String example) {
    String part = example.replace("\n  ", "\n");
    return example.contains("\n" + block) || part.contains("\n" + block);
  }

  @Test
  void showsNothingButPartsOfExamples() throws IOException {
    var examples = examples().values();

    assertThat(blocks())
        .isNotEmpty()
        .allSatisfy(
            block -> assertThat(examples).as(block).anyMatch(example -> shows(block, example)));
  }

  @Test
  void showsEveryExampleAndEachIsTested() throws IOException {
    List<String> blocks = blocks();

    assertThat(examples())
        .isNotEmpty()
        .allSatisfy((name, example) -> {
          assertThat(blocks).as(name).anyMatch(block -> shows(block, example));
          assertThat(example).as(name).contains("  @Test\n");
        });
  }

  @Test
  void theShortestExampleIsAsShortAsThePageSays() throws IOException {
    String whole =
        blocks().stream().filter(block -> block.startsWith("class ")).findFirst().orElseThrow();

    assertThat(whole).contains("@Description", "Scope.READ", "@Test");
    assertThat(whole.lines().filter(line -> !line.isBlank())).hasSize(14);
    assertThat(Files.readString(Path.of("../docs/tools.md"))).contains("in fourteen lines");
  }

  @Test
  void listsEveryOutcomeOfTheAudit() throws IOException {
    String page = Files.readString(Path.of("../docs/tools.md"));

    assertThat(AuditEvent.Outcome.values())
        .allSatisfy(outcome ->
            assertThat(page).contains("| `" + outcome.name().toLowerCase(Locale.ROOT) + "` |"));
  }
}
