package ai.equalto.lesserbody.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TroubleshootingPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");
  private static final Path PAGE = Path.of("../docs/troubleshooting.md");

  @Test
  void thePageHasARowForEachCheckInTheirOrder() throws Exception {
    String page = Files.readString(PAGE);
    String section = page.substring(page.indexOf("\n## What the doctor"), page.indexOf("\n## 401"));

    assertThat(ROW.matcher(section).results())
        .extracting(row -> row.group(1))
        .containsExactlyElementsOf(Arrays.stream(Check.values()).map(Check::id).toList());
  }
}
