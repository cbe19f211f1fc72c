package ai.equalto.lesserbody.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LambdaJvmTest {
  @Test
  void theImageIsStartedWithTheFlagsThatItIsMeasuredWith() throws IOException {
    List<String> context = Files.readAllLines(Path.of("../lambda/image/context"));

    assertThat(context)
        .contains("-XX:InitialRAMPercentage=12.5")
        .containsAll(LambdaJvm.OF_IMAGE.subList(1, LambdaJvm.OF_IMAGE.size()));
  }
}
