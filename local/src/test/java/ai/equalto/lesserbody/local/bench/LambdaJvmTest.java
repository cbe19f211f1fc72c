package ai.equalto.lesserbody.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LambdaJvmTest {
  @Test
  void theImageIsStartedWithTheFlagsThatItIsMeasuredWith() throws IOException {
    List<String> context = Files.readAllLines(Path.of("../lambda/image/context"));

    assertThat(context)
        .contains("-XX:InitialRAMPercentage=12.5")
        .containsAll(LambdaJvm.OF_IMAGE.subList(1, LambdaJvm.OF_IMAGE.size()));
  }

  @Test
  void publishedVersionsAreStartedWithWhatTheyAreMeasuredWith() throws IOException {
    List<String> template = Files.readAllLines(Path.of("../template.yaml"));

    for (Map.Entry<String, String> variable : LambdaJvm.OF_TEMPLATE.entrySet()) {
      String line = "          %s: \"%s\"".formatted(variable.getKey(), variable.getValue());
      assertThat(template)
          .as("for the function and its authorizer")
          .filteredOn(line::equals)
          .hasSize(2);
    }
  }

  @Test
  void lambdaLeavesBothCompilersToWhatItTakesASnapshotOf() {
    List<String> command = LambdaJvm.client(List.of(), List.of(), "Handler");
    Launch onDemand = new Launch(command, Path.of("."), Map.of("A", "b"));

    Launch snapshot = LambdaJvm.forSnapshot(onDemand);

    assertThat(onDemand.command()).contains("-XX:TieredStopAtLevel=1");
    assertThat(snapshot.command()).isNotEmpty().doesNotContain("-XX:TieredStopAtLevel=1");
    assertThat(snapshot.environment())
        .containsEntry("A", "b")
        .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
  }
}
