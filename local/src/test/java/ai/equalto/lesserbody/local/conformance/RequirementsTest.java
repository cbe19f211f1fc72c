package ai.equalto.lesserbody.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementsTest {
  @TempDir private Path temp;

  @Test
  void readsTheScenariosOfServersAlone() throws Exception {
    assertThat(Samples.requirements(Samples.MODERN).required())
        .containsExactly("tools-list", "sep-2164-resource-not-found", "caching");
    assertThat(Samples.requirements(Samples.MODERN).notScored())
        .containsExactly("tasks-mrtr-composition", "json-schema-2020-12");
  }

  @Test
  void refusesAListThatIsWrittenInAnotherWay() throws Exception {
    Path file = Files.writeString(temp.resolve("r.yaml"), "server:\n  - name: ping\n");

    assertThatThrownBy(() -> Requirements.read(Samples.MODERN, file))
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining("the unknown line '  - name: ping'");
  }

  @Test
  void refusesAListThatRequiresNothing() throws Exception {
    Path file = Files.writeString(temp.resolve("r.yaml"), "client:\n  - initialize\n");

    assertThatThrownBy(() -> Requirements.read(Samples.MODERN, file))
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining("requires nothing of a server");
  }
}
