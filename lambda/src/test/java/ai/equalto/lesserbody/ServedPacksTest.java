package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.TestSecrets;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.aws.DynamoConnection;
import ai.equalto.lesserbody.call.Offer;
import ai.equalto.lesserbody.pack.ClosedPack;
import ai.equalto.lesserbody.pack.Pack;
import ai.equalto.lesserbody.testkit.Kit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every pack of this artifact, once it is opened. */
class ServedPacksTest {
  private static List<Pack> all() {
    Map<String, String> environment =
        Map.of("LESSER_TABLE_NAME", "memories", "AWS_REGION", "eu-west-1");
    DynamoConnection unused = new DynamoConnection("eu-west-1", Optional.empty(), environment);
    return new Packs(
            Config.read(environment), unused, TestSecrets.none(), TestTokens.CLOCK, List.of())
        .served().stream().map(ClosedPack::open).toList();
  }

  @Test
  void everyPackKeepsTheRules() {
    assertThat(all()).isNotEmpty().allSatisfy(pack -> Kit.of(pack).verify());
  }

  @Test
  void everyToolIsOnThePageAboutTools() throws IOException {
    assertThat(rows("tool", "what it does"))
        .containsExactlyInAnyOrderElementsOf(served(Pack::tools));
  }

  @Test
  void everyResourceIsOnThePageAboutTools() throws IOException {
    assertThat(rows("resource", "what it holds"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(served(Pack::resources).stream(), served(Pack::templates).stream())
                .toList());
  }

  @Test
  void everyPromptIsOnThePageAboutTools() throws IOException {
    assertThat(rows("prompt", "what it asks for"))
        .containsExactlyInAnyOrderElementsOf(served(Pack::prompts));
  }

  @Test
  void everyPackIsNamedWhereItCanBeChosen() throws IOException {
    String page = Files.readString(Path.of("../docs/tools.md"));

    assertThat(all())
        .allSatisfy(pack ->
            assertThat(List.of(page, Setting.MCP_PACKS.meaning()))
                .allSatisfy(text -> assertThat(text).contains("`" + pack.name() + "`")));
  }

  private static List<String> served(Function<Pack, List<? extends Offer>> what) {
    return all().stream()
        .flatMap(pack -> what.apply(pack).stream())
        .map(one -> "| `%s` | %s |".formatted(one.auditName(), one.scope().token()))
        .toList();
  }

  /** The first two cells of each row of the table with this heading. */
  private static List<String> rows(String first, String last) throws IOException {
    String heading = "| " + first + " | scope | " + last + " |";
    return Files.readAllLines(Path.of("../docs/tools.md")).stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(row -> row.substring(0, row.indexOf('|', row.indexOf('|', 1) + 1) + 1))
        .toList();
  }
}
