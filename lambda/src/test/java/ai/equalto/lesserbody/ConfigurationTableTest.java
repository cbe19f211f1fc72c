package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in the documentation is the enum of the settings, row for row. */
class ConfigurationTableTest {
  private static final Path DOCUMENT = Path.of("../docs/configuration.md");

  private static List<String> table() throws IOException {
    try (Stream<String> lines = Files.lines(DOCUMENT)) {
      return lines.filter(line -> line.startsWith("|")).toList();
    }
  }

  @Test
  void showsEverySettingWithItsDefaultAndMeaning() throws IOException {
    Stream<String> heading = Stream.of("| Variable | Default | Meaning |", "| --- | --- | --- |");
    Stream<String> rows =
        Arrays.stream(Setting.values())
            .map(setting ->
                "| `%s` | %s | %s |"
                    .formatted(setting.name(), setting.defaultText(), setting.meaning()));

    assertThat(table()).containsExactlyElementsOf(Stream.concat(heading, rows).toList());
  }
}
