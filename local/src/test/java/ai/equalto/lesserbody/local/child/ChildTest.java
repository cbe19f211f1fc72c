package ai.equalto.lesserbody.local.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  @TempDir private Path temp;

  @Test
  void keepsWhatAProgramSaysAndReturnsItsStatus() throws Exception {
    Path log = temp.resolve("log");

    int status =
        Child.run(
            "sh",
            new ProcessBuilder("sh", "-c", "seq 30; echo bad >&2; exit 7"),
            log,
            Duration.ofMinutes(1));

    assertThat(status).isEqualTo(7);
    assertThat(Child.lastLines(log).lines()).hasSize(20).endsWith("29", "30", "bad");
  }

  @Test
  void stopsAProgramAtItsLimit() throws Exception {
    assertThatThrownBy(() ->
            Child.run(
                "The sleeper",
                new ProcessBuilder("sleep", "300"),
                temp.resolve("log"),
                Duration.ZERO))
        .isInstanceOf(ChildException.class)
        .hasMessageStartingWith("The sleeper did not end in time, and was stopped.");
    List<ProcessHandle> sleepers =
        ProcessHandle.current().children().filter(ChildTest::sleeps).toList();
    for (ProcessHandle sleeper : sleepers) {
      assertThat(sleeper.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }
  }

  @Test
  void saysThatAProgramIsMissing() {
    assertThatThrownBy(() ->
            Child.run(
                "it",
                new ProcessBuilder(temp.resolve("missing").toString()),
                temp.resolve("log"),
                Duration.ofMinutes(1)))
        .isInstanceOf(MissingProgramException.class)
        .hasMessageContaining("missing");
  }

  private static boolean sleeps(ProcessHandle child) {
    return child.info().command().orElse("").endsWith("/sleep");
  }
}
