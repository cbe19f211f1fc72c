package ai.equalto.lesserbody.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.equalto.lesserbody.auth.SecretSourceException;
import ai.equalto.lesserbody.auth.SecretSourceException.Reason;
import ai.equalto.lesserbody.auth.SecretVersion;
import ai.equalto.lesserbody.auth.SecretVersions;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.testkit.StubSecretsManager;
import ai.equalto.lesserbody.testkit.StubSecretsManager.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The real client against Secrets Manager's protocol. */
class StoredSecretTest {
  private static final String FIRST = "the-first-stored-secret-of-this-test";
  private static final String SECOND = "the-second-stored-secret-of-this-test";

  private final StubSecretsManager manager = new StubSecretsManager(TestTokens.CLOCK, FIRST);
  private final StoredSecret secret = secret(manager.url(), StubSecretsManager.ARN);

  private StoredSecret secret(String url, String id) {
    return new StoredSecret(
        new SecretsConnection("eu-west-1", Optional.of(URI.create(url)), manager.environment()),
        id);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void readsTheCurrentVersionAndFindsNoOther() throws Exception {
    SecretVersions versions = secret.fetch();

    assertThat(versions.current().id()).isEqualTo("version-1");
    assertThat(versions.current().createdAt()).isEqualTo(TestTokens.NOW);
    assertThat(versions.previous()).isEmpty();
    assertThat(manager.calls())
        .containsExactly("GetSecretValue AWSCURRENT", "GetSecretValue AWSPREVIOUS");
  }

  @Test
  void readsTheVersionBeforeAfterARotation() throws Exception {
    manager.rotateTo("version-2", SECOND);

    assertThat(secret.fetch().current().id()).isEqualTo("version-2");
    assertThat(secret.fetch().previous().map(SecretVersion::id)).contains("version-1");
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCESS_DENIED", "UNDECRYPTABLE", "BINARY", "NOT_FOUND"})
  void aVersionBeforeThatCannotBeReadIsNone(Fault fault) throws Exception {
    manager.rotateTo("version-2", SECOND);
    manager.fail(fault, StoredSecret.PREVIOUS);

    assertThat(secret.fetch().current().id()).isEqualTo("version-2");
    assertThat(secret.fetch().previous()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERNAL_ERROR", "THROTTLING", "GARBAGE"})
  void aVersionBeforeThatIsNotAnsweredForNowIsWaitedFor(Fault fault) {
    manager.rotateTo("version-2", SECOND);
    manager.fail(fault, StoredSecret.PREVIOUS);

    assertThat(reasonOf(secret)).isEqualTo(Reason.NO_ANSWER);
  }

  @Test
  void aVersionBeforeThatCannotBeReadIsLoggedOnce() throws Exception {
    manager.rotateTo("version-2", SECOND);
    manager.fail(Fault.UNDECRYPTABLE, StoredSecret.PREVIOUS);
    String line = "AWSPREVIOUS of a secret cannot be read: DecryptionFailureException";
    long before = logged(line);

    secret.fetch();
    assertThat(logged(line) - before).isEqualTo(1);
  }

  private static long logged(String text) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("target/trace.log"))) {
      return lines.filter(line -> line.contains(text)).count();
    }
  }

  @Test
  void findsTheSecretByItsName() throws Exception {
    assertThat(secret(manager.url(), "lesser/jwt-secret").fetch().current().id())
        .isEqualTo("version-1");
  }

  @ParameterizedTest
  @CsvSource({
    "INTERNAL_ERROR, NO_ANSWER, 3",
    "THROTTLING, NO_ANSWER, 3",
    "GARBAGE, NO_ANSWER, 3",
    "ACCESS_DENIED, REFUSED, 1",
    "UNDECRYPTABLE, REFUSED, 1",
    "BINARY, MALFORMED, 1",
    "NOT_FOUND, NOT_FOUND, 1",
  })
  void saysWhyASecretCannotBeHad(Fault fault, Reason reason, int calls) {
    manager.fail(fault);

    assertThat(reasonOf(secret)).isEqualTo(reason);
    assertThat(manager.calls()).hasSizeLessThanOrEqualTo(calls);
  }

  @Test
  void aSecretOfAnotherNameIsNotFound() {
    assertThat(reasonOf(secret(manager.url(), "other"))).isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void aClosedPortIsNoAnswer() {
    String closed = "http://127.0.0.1:" + LocalDynamo.closedPort();

    assertThat(reasonOf(secret(closed, StubSecretsManager.ARN))).isEqualTo(Reason.NO_ANSWER);
  }

  @Test
  void nothingLogsTheSecretAtAnyLevel() throws Exception {
    secret.fetch();
    manager.fail(Fault.GARBAGE);
    reasonOf(secret);

    assertThat(Files.readString(Path.of("target/trace.log"))).doesNotContain(FIRST);
  }

  private static Reason reasonOf(StoredSecret secret) {
    SecretSourceException failure =
        catchThrowableOfType(SecretSourceException.class, secret::fetch);
    assertThat(failure).isNotNull();
    return failure.reason();
  }
}
