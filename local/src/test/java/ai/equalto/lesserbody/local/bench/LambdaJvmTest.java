package ai.equalto.lesserbody.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LambdaJvmTest {
  @Test
  void theImageIsStartedWithTheFlagsThatItIsMeasuredWith() throws IOException {
    assertThat(Files.readAllLines(Path.of("../lambda/image/context")))
        .containsAll(LambdaJvm.OF_IMAGE);
  }
}
