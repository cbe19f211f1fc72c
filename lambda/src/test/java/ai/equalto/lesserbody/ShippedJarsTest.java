package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every jar that ships costs start-up time and is code to trust, so each is admitted by name. */
class ShippedJarsTest {
  private static final Path CLASSPATH = Path.of("target/runtime-classpath.txt");
  private static final Path ADMITTED = Path.of("src/test/resources/shipped-jars.txt");
  private static final Pattern VERSION = Pattern.compile("-\\d[^/]*\\.jar$");

  @Test
  void shipsExactlyTheAdmittedJars() throws IOException {
    assertThat(shipped())
        .as("jars that ship, against %s (one name a line, sorted)", ADMITTED)
        .containsExactlyElementsOf(Files.readAllLines(ADMITTED));
  }

  private static List<String> shipped() throws IOException {
    String classpath = Files.readString(CLASSPATH).strip();
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(classpath)
        .map(jar -> VERSION.matcher(Path.of(jar).getFileName().toString()).replaceFirst(""))
        .sorted()
        .toList();
  }
}
