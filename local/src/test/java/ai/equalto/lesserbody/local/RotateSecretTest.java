package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.testkit.StubSecretsManager;
import ai.equalto.lesserbody.testkit.StubSecretsManager.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RotateSecretTest {
  private static final String OLD = "the-old-secret-of-a-rotation-for-tests";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-28T12:00:00Z"), ZoneOffset.UTC);

  private final StubSecretsManager manager = new StubSecretsManager(CLOCK, OLD);
  private final Terminal terminal =
      new Terminal(
          Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "key"),
          Path.of("unused"),
          CLOCK);

  @AfterEach
  void close() {
    manager.close();
  }

  private int rotate(String... more) {
    String[] always = {
      "rotate-secret",
      "--secret-id=" + StubSecretsManager.ARN,
      "--region=eu-west-1",
      "--endpoint=" + manager.url()
    };
    String[] line = Arrays.copyOf(always, always.length + more.length);
    System.arraycopy(more, 0, line, always.length, more.length);
    return terminal.run(line);
  }

  @Test
  void replacesTheSecretAndSaysUntilWhenTheOldOneVerifies() {
    assertThat(rotate()).as(terminal.err()).isZero();

    String secret = manager.text("AWSCURRENT").orElseThrow();
    assertThat(secret).matches("[\\w-]{86}");
    assertThat(manager.text("AWSPREVIOUS")).contains(OLD);
    assertThat(terminal.out())
        .contains("createSecret: a new secret is stored", "finishSecret: the new secret is the")
        .contains("The one before verifies until 2026-07-28T13:00:00Z.")
        .doesNotContain(secret, OLD);
  }

  @Test
  void leavesNoGraceToASecretThatLeaked() {
    assertThat(rotate("--leaked")).as(terminal.err()).isZero();

    assertThat(manager.text("AWSPREVIOUS")).isEmpty();
    assertThat(manager.labels("version-1")).isEmpty();
    assertThat(terminal.out()).contains("The one before verifies nothing");
  }

  @Test
  void leavesARotationAloneThatAnotherBegan() {
    manager.store("version-2", Optional.empty(), "AWSPENDING");

    assertThat(rotate()).isEqualTo(1);
    assertThat(terminal.err()).startsWith("A rotation to version version-2 was begun");
    assertThat(manager.text("AWSCURRENT")).contains(OLD);
  }

  @Test
  void saysInALineWhatSecretsManagerRefused() {
    manager.fail(Fault.ACCESS_DENIED);

    assertThat(rotate()).isEqualTo(1);
    assertThat(terminal.err())
        .contains("refused by Secrets Manager", "AccessDeniedException")
        .doesNotContain("\tat ");
    assertThat(terminal.out()).isEmpty();
  }
}
