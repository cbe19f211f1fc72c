package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.TestSecrets;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.aws.DynamoConnection;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.testkit.Kit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for every pack of this artifact. */
class ServedPacksTest {
  private static List<Pack> all() {
    Map<String, String> environment =
        Map.of("LESSER_TABLE_NAME", "memories", "AWS_REGION", "eu-west-1");
    DynamoConnection unused = new DynamoConnection("eu-west-1", Optional.empty(), environment);
    return Packs.chosen(
            Config.read(environment), unused, TestSecrets.none(), TestTokens.CLOCK, List.of())
        .served();
  }

  @Test
  void everyPackKeepsTheRules() {
    assertThat(all()).isNotEmpty().allSatisfy(pack -> Kit.of(pack).verify());
  }

  @Test
  void everyToolIsOnThePageAboutTools() throws IOException {
    String page = Files.readString(Path.of("../docs/tools.md"));

    assertThat(all().stream().flatMap(pack -> pack.tools().stream()))
        .isNotEmpty()
        .allSatisfy(tool ->
            assertThat(page)
                .contains("| `%s` | %s |".formatted(tool.name(), tool.scope().token())));
  }
}
