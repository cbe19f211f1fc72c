package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A threat is covered only as long as the test is there that its row names. */
class ThreatModelTest {
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");
  private static final List<Path> SOURCES =
      List.of(Path.of("src/test/java"), Path.of("../local/src/test/java"));

  private static List<String> rows() throws IOException {
    return Files.readAllLines(Path.of("../docs/threat-model.md")).stream()
        .filter(
            line -> line.startsWith("| ") && !line.startsWith("| threat") && !line.contains("---"))
        .toList();
  }

  @Test
  void everyThreatNamesATest() throws IOException {
    assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(row).containsPattern(TEST));
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    assertThat(
            rows().stream()
                .flatMap(row -> TEST.matcher(row).results())
                .filter(test -> !exists(test))
                .map(MatchResult::group))
        .isEmpty();
  }

  private static boolean exists(MatchResult test) {
    return source(test.group(1))
        .filter(source -> test.group(2) == null || source.contains("void " + test.group(2) + "("))
        .isPresent();
  }

  private static Optional<String> source(String name) {
    return SOURCES.stream().flatMap(folder -> files(folder, name + ".java")).findFirst();
  }

  private static Stream<String> files(Path folder, String name) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> texts =
          files.filter(file -> file.endsWith(name)).map(ThreatModelTest::text).toList();
      return texts.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
