package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table in the documentation is the enum of the settings, row for row. */
class ConfigurationTableTest {
  @ParameterizedTest
  @ValueSource(strings = {"../docs/configuration.md", "../README.md"})
  void showsEverySettingWithItsDefaultAndMeaning(Path document) throws IOException {
    Stream<String> heading = Stream.of("| Variable | Default | Meaning |", "| --- | --- | --- |");
    Stream<String> rows =
        Arrays.stream(Setting.values())
            .map(setting ->
                "| `%s` | %s | %s |"
                    .formatted(setting.name(), setting.defaultText(), setting.meaning()));

    assertThat(Files.readAllLines(document))
        .containsSequence(Stream.concat(heading, rows).toList());
  }
}
