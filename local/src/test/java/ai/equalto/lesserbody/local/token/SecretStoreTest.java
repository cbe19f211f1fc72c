package ai.equalto.lesserbody.local.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretStoreTest {
  @TempDir private Path temp;

  @Test
  void takesTheSecretOfTheEnvironment() throws Exception {
    String given = "a secret that is long enough for HS256";

    assertThat(store(Map.of("JWT_SECRET", given)).secret().reveal()).isEqualTo(given);
    assertThat(folder()).doesNotExist();
  }

  @Test
  void ignoresBlanksAroundItAsTheFunctionDoes() throws Exception {
    String given = "a secret that is long enough for HS256";

    assertThat(store(Map.of("JWT_SECRET", " " + given + "\n")).secret().reveal()).isEqualTo(given);
  }

  @Test
  void rejectsAShortSecretOfTheEnvironment() {
    assertThatThrownBy(() -> store(Map.of("JWT_SECRET", "short")).secret())
        .isInstanceOf(SecretException.class)
        .hasMessage("JWT_SECRET has a secret of 5 bytes; HS256 needs at least 32.");
  }

  @Test
  void makesUpASecretOnce() throws Exception {
    String first = store(Map.of()).secret().reveal();

    assertThat(first).matches("[A-Za-z0-9_-]{64}");
    assertThat(store(Map.of("JWT_SECRET", "")).secret().reveal()).isEqualTo(first);
  }

  @Test
  void letsOnlyTheOwnerReadIt() throws Exception {
    store(Map.of()).secret();

    assertThat(permissions(folder())).isEqualTo("rwx------");
    assertThat(permissions(file())).isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files).containsExactly(file());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "dG9vIHNob3J0", "not base64url, but certainly long enough to be it!!"})
  void rejectsADamagedFile(String content) throws Exception {
    Files.createDirectory(folder());
    Files.writeString(file(), content);

    assertThatThrownBy(() -> store(Map.of()).secret())
        .isInstanceOf(SecretException.class)
        .hasMessageContaining("is damaged; delete the file");
  }

  @Test
  void firstUsesAtTheSameTimeAgree() throws Exception {
    List<Callable<String>> uses = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      uses.add(() -> store(Map.of()).secret().reveal());
    }
    try (var threads = Executors.newFixedThreadPool(uses.size())) {
      List<String> secrets = new ArrayList<>();
      for (Future<String> secret : threads.invokeAll(uses)) {
        secrets.add(secret.get());
      }
      assertThat(secrets).hasSize(16).containsOnly(secrets.getFirst());
    }
  }

  @Test
  void neverPrintsASecret() throws Exception {
    SigningSecret secret = store(Map.of()).secret();

    assertThat(secret).hasToString("SigningSecret[redacted]");
  }

  private SecretStore store(Map<String, String> environment) {
    return new SecretStore(environment, folder(), new SecureRandom());
  }

  private Path folder() {
    return temp.resolve(".local");
  }

  private Path file() {
    return folder().resolve("jwt-secret");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
