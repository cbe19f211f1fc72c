package ai.equalto.lesserbody.jwks;

import static ai.equalto.lesserbody.jwks.KeysFixture.RSA;
import static ai.equalto.lesserbody.jwks.KeysFixture.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.equalto.lesserbody.audit.AuditLines;
import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.http.Headers;
import ai.equalto.lesserbody.transport.HttpReply;
import ai.equalto.lesserbody.transport.TransportLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the keys of an issuer are found, and what is not believed on the way. */
class DiscoveryTest {
  private KeysFixture keys = new KeysFixture();

  @AfterEach
  void stop() {
    keys.close();
  }

  private void withPath(String path) {
    keys.close();
    keys = new KeysFixture(path, IssuerKeys.LIMITS);
    keys.issuer.answers(TestIssuer.METADATA, 404, "");
  }

  private String metadata() {
    return TestIssuer.metadata(keys.id(), keys.issuer.url() + TestIssuer.KEYS);
  }

  private void assertFailsBy(String reason) {
    assertThat(keys.find(RSA)).isEqualTo(new KeyAnswer.Unavailable());
    assertThat(keys.failures()).containsExactly(reason);
  }

  private void answersMetadata(String document) {
    keys.issuer.answers(TestIssuer.METADATA, 200, document);
  }

  @Test
  void findsKeysByTheMetadataOfAnAuthorizationServer() {
    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
    assertThat(keys.issuer.asked()).containsExactly(TestIssuer.METADATA, TestIssuer.KEYS);
    assertThat(keys.audit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tenant", "/tenant/"})
  void putsTheWellKnownPartBeforeThePathOfTheIssuer(String path) {
    withPath(path);
    keys.issuer.answers(TestIssuer.METADATA + "/tenant", 200, metadata());

    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
  }

  @Test
  void findsAnIssuerThatIsWrittenWithASlash() {
    withPath("/");
    keys.issuer.answers(TestIssuer.METADATA, 200, metadata());

    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tenant", "/tenant/"})
  void fallsBackToOpenIdConnectBehindThePathOfTheIssuer(String path) {
    withPath(path);
    keys.issuer.answers("/tenant" + TestIssuer.OPENID, 200, metadata());

    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
    assertThat(keys.issuer.asked())
        .containsExactly(
            TestIssuer.METADATA + "/tenant", "/tenant" + TestIssuer.OPENID, TestIssuer.KEYS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "", "?/", "?/tenant"})
  void believesNoMetadataOfAnotherIssuer(String other) {
    answersMetadata(
        TestIssuer.metadata(other.replace("?", keys.id()), keys.issuer.url() + TestIssuer.KEYS));

    assertFailsBy("wrong_issuer");
    assertThat(keys.issuer.fetches()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://keys.example/keys",
        "http://169.254.169.254/latest/meta-data",
        "http://localhost.evil.example/keys",
        "http://127.0.0.1@keys.example/keys",
        "https://user@keys.example/keys",
        "https://keys.example/keys#1",
        "https://keys.example:99999/keys",
        "https:///keys",
        "https:keys",
        "file:///etc/passwd",
        "jar:https://keys.example/keys",
        "//keys.example/keys",
        "/keys",
        "not a uri",
        ""
      })
  void fetchesNoKeysFromAnUnsafePlace(String uri) {
    answersMetadata(TestIssuer.metadata(keys.id(), uri));

    assertFailsBy("bad_keys_uri");
  }

  @Test
  void needsMetadataToNameThePlaceOfTheKeys() {
    answersMetadata("{\"issuer\":\"" + keys.id() + "\"}");

    assertFailsBy("bad_keys_uri");
  }

  @Test
  void anIssuerOverHttpsCannotHaveKeysFetchedFromThisMachine() {
    IssuerClient client =
        new IssuerClient(
            "https://issuer.example",
            call ->
                new HttpReply(
                    200,
                    Headers.none(),
                    Body.of(
                        TestIssuer.metadata(
                            "https://issuer.example", "http://localhost:9000/keys"))));

    assertThat(
            catchThrowableOfType(
                    IssuerException.class,
                    () -> client.fetch(Optional.empty(), keys.clock.instant()))
                .reason())
        .isEqualTo("BAD_KEYS_URI");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "\"x\"", "{\"issuer\":", "{\"a\":1,\"a\":1}", "{}x"})
  void takesNothingButAJsonObject(String document) {
    answersMetadata(document);

    assertFailsBy("not_json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "{\"keys\":[}"})
  void takesNoKeysButFromAJsonObject(String document) {
    keys.issuer.answers(TestIssuer.KEYS, 200, document);

    assertFailsBy("not_json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"keys\":{}}", "{\"keys\":\"\"}", "{\"keys\":null}"})
  void takesNoKeysButFromASet(String document) {
    keys.issuer.answers(TestIssuer.KEYS, 200, document);

    assertFailsBy("no_key_set");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int status) {
    keys.issuer.answers("/moved", 200, TestIssuer.set(RSA.jwk()));
    keys.issuer.answers(TestIssuer.KEYS, status, "", "Location", keys.issuer.url() + "/moved");

    assertFailsBy("status");
    assertThat(keys.issuer.asked()).doesNotContain("/moved");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 304, 401, 404, 500})
  void takesNoKeysFromAnotherAnswerThanOk(int status) {
    keys.issuer.answers(TestIssuer.KEYS, status, "");

    assertFailsBy("status");
  }

  @Test
  void readsNoDocumentBeyondItsLimit() {
    String blanks = " ".repeat(64 * 1024);
    keys.issuer.answers(TestIssuer.KEYS, 200, TestIssuer.set(RSA.jwk()) + blanks);

    assertFailsBy("too_large");
  }

  @Test
  void waitsForASlowIssuerNoLongerThanItsLimit() {
    CountDownLatch over = new CountDownLatch(1);
    keys.close();
    keys = new KeysFixture("", TransportLimits.DEFAULT.within(Duration.ofMillis(200)));
    keys.issuer.beforeKeys(() -> await(over));

    assertFailsBy("timeout");
    over.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void tellsTheAuditOfAnIssuerThatIsNotThereInItsOwnWords() {
    keys.close();

    assertThat(keys.find(RSA)).isEqualTo(new KeyAnswer.Unavailable());
    assertThat(AuditLines.events(keys.audit()))
        .containsExactly(
            """
            {"time":"2026-03-01T12:00:00Z","event":"issuer_unreachable","request_id":"request-1",\
            "issuer":"%s","reason":"connect"}\
            """
                .formatted(keys.id()));
  }
}
