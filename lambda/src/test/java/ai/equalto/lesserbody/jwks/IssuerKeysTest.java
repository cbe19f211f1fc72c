package ai.equalto.lesserbody.jwks;

import static ai.equalto.lesserbody.jwks.KeysFixture.EC;
import static ai.equalto.lesserbody.jwks.KeysFixture.NEXT;
import static ai.equalto.lesserbody.jwks.KeysFixture.RSA;
import static ai.equalto.lesserbody.jwks.KeysFixture.found;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.audit.AuditLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long keys are kept, and how often an issuer is asked for them. */
class IssuerKeysTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final KeyAnswer UNKNOWN = new KeyAnswer.Unknown();
  private static final KeyAnswer UNAVAILABLE = new KeyAnswer.Unavailable();

  private final KeysFixture keys = new KeysFixture();
  private final TestIssuer issuer = keys.issuer;

  @AfterEach
  void stop() {
    keys.close();
  }

  private void publishesWith(String field, String value, TestKey... published) {
    issuer.publishes(published);
    issuer.answers(TestIssuer.KEYS, 200, TestIssuer.set(published[0].jwk()), field, value);
  }

  private void goesDown() {
    issuer.answers(TestIssuer.KEYS, 503, "{}");
  }

  @Test
  void asksNobodyBeforeAKeyIsNeeded() {
    assertThat(issuer.asked()).isEmpty();
  }

  @Test
  void keepsKeysWhileTheyAreFresh() {
    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
    keys.advance(FRESH.minus(SECOND));

    assertThat(keys.find(EC)).isEqualTo(found(EC));
    assertThat(issuer.fetches()).isEqualTo(1);
  }

  @Test
  void fetchesKeysAgainThatAreNoLongerFresh() {
    keys.find(RSA);
    keys.advance(FRESH);

    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
    assertThat(issuer.fetches()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"1, 60", "120, 120", "86400, 3600"})
  void keepsKeysAsLongAsTheIssuerSaysWithinBounds(long said, long kept) {
    publishesWith("Cache-Control", "max-age=" + said, RSA);
    keys.find(RSA);
    keys.advance(Duration.ofSeconds(kept - 1));
    keys.find(RSA);
    assertThat(issuer.fetches()).isEqualTo(1);

    keys.advance(SECOND);
    keys.find(RSA);
    assertThat(issuer.fetches()).isEqualTo(2);
  }

  @Test
  void aKeyIsForItsAlgorithmOnly() {
    assertThat(keys.find(EC.id(), "RS256")).isEqualTo(UNKNOWN);
    assertThat(keys.find(RSA.id(), "ES256")).isEqualTo(UNKNOWN);
    assertThat(keys.find(RSA.id(), "HS256")).isEqualTo(UNKNOWN);
    assertThat(issuer.fetches()).isEqualTo(1);
  }

  @Test
  void anIdIsComparedLetterForLetter() {
    assertThat(keys.find("RSA-1", "RS256")).isEqualTo(UNKNOWN);
    assertThat(keys.find("rsa-1 ", "RS256")).isEqualTo(UNKNOWN);
    assertThat(keys.find("", "RS256")).isEqualTo(UNKNOWN);
  }

  @Test
  void anIdThatTwoKeysShareIsNeither() {
    issuer.publishes(RSA, NEXT.named(RSA.id()), EC);

    assertThat(keys.find(RSA)).isEqualTo(UNKNOWN);
    assertThat(keys.find(EC)).isEqualTo(found(EC));
  }

  @Test
  void aKeyThatIsNotUnderstoodSpoilsNoOther() {
    issuer.answers(TestIssuer.KEYS, 200, TestIssuer.set(RSA.jwk().put("kty", "new"), EC.jwk()));

    assertThat(keys.find(EC)).isEqualTo(found(EC));
  }

  @Test
  void findsAKeyThatAppearsByRotation() {
    keys.find(RSA);
    issuer.publishes(RSA, NEXT);
    keys.advance(SECOND);

    assertThat(keys.find(NEXT)).isEqualTo(found(NEXT));
    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
    assertThat(issuer.fetches()).isEqualTo(2);
  }

  @Test
  void forgetsAKeyThatIsWithdrawn() {
    keys.find(RSA);
    issuer.publishes(NEXT);
    keys.advance(FRESH);

    assertThat(keys.find(RSA)).isEqualTo(UNKNOWN);
  }

  @Test
  void believesAnIssuerThatWithdrawsAllItsKeys() {
    keys.find(RSA);
    issuer.answers(TestIssuer.KEYS, 200, TestIssuer.set());
    keys.advance(FRESH);

    assertThat(keys.find(RSA)).isEqualTo(UNKNOWN);
    assertThat(keys.audit()).isEmpty();
  }

  @Test
  void aFloodOfUnknownIdsCostsOneFetchAMinute() {
    publishesWith("Cache-Control", "max-age=3600", RSA);
    keys.find(RSA);
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find("made-up-" + i, "RS256")).isEqualTo(UNKNOWN);
    }
    assertThat(issuer.fetches()).isEqualTo(2);

    keys.advance(MINUTE.minus(SECOND));
    keys.find("made-up", "RS256");
    assertThat(issuer.fetches()).isEqualTo(2);

    keys.advance(SECOND);
    keys.find("made-up", "RS256");
    keys.find("made-up", "RS256");
    assertThat(issuer.fetches()).isEqualTo(3);
  }

  @Test
  void aFloodThatComesFirstCostsOneFetchAMinuteToo() {
    for (int i = 0; i < 100; i++) {
      keys.find("made-up-" + i, "RS256");
    }

    assertThat(issuer.fetches()).isEqualTo(1);
  }

  @Test
  void fetchesOnlyWhatChanged() {
    publishesWith("ETag", "\"v1\"", RSA);
    keys.find(RSA);
    issuer.answers(TestIssuer.KEYS, 304, "", "Cache-Control", "max-age=120");
    keys.advance(FRESH);

    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
    keys.advance(Duration.ofSeconds(119));
    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
    assertThat(issuer.fetches()).isEqualTo(2);
    keys.advance(SECOND);
    assertThat(keys.find(RSA)).isEqualTo(found(RSA));

    assertThat(issuer.tags()).containsExactly("\"v1\"", "\"v1\"");
    assertThat(keys.audit()).isEmpty();
  }

  @Test
  void takesAChangeInPlaceOfWhatItHad() {
    publishesWith("ETag", "\"v1\"", RSA);
    keys.find(RSA);
    publishesWith("ETag", "W/\"v2\"", NEXT);
    keys.advance(FRESH);

    assertThat(keys.find(RSA)).isEqualTo(UNKNOWN);
    keys.advance(FRESH);
    assertThat(keys.find(NEXT)).isEqualTo(found(NEXT));
    assertThat(issuer.tags()).containsExactly("\"v1\"", "W/\"v2\"");
  }

  @ParameterizedTest
  @CsvSource({"v1", "\"a\"b\"", "W/", "\"\u00e9\""})
  void sendsNoTagBackThatIsNone(String tag) {
    publishesWith("ETag", tag, RSA);
    keys.find(RSA);
    keys.advance(FRESH);

    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
    assertThat(issuer.tags()).isEmpty();
  }

  @Test
  void asksForThePlaceOfTheKeysOnceAnHour() {
    keys.find(RSA);
    keys.advance(Duration.ofMinutes(59));
    keys.find(RSA);
    assertThat(issuer.asked()).containsOnlyOnce(TestIssuer.METADATA);

    issuer.answers("/moved", 200, TestIssuer.set(NEXT.jwk()));
    issuer.answers(
        TestIssuer.METADATA, 200, TestIssuer.metadata(issuer.url(), issuer.url() + "/moved"));
    keys.advance(FRESH);
    assertThat(keys.find(NEXT)).isEqualTo(found(NEXT));
  }

  @Test
  void asksForThePlaceOfTheKeysAgainAfterTheyWereNotThere() {
    keys.find(RSA);
    goesDown();
    keys.advance(FRESH);
    keys.find(RSA);
    issuer.answers("/moved", 200, TestIssuer.set(RSA.jwk()));
    issuer.answers(
        TestIssuer.METADATA, 200, TestIssuer.metadata(issuer.url(), issuer.url() + "/moved"));
    keys.advance(MINUTE);

    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
    assertThat(issuer.asked()).endsWith("/moved");
  }

  @Test
  void staleKeysCountWhileTheIssuerIsDown() {
    keys.find(RSA);
    goesDown();
    keys.advance(Duration.ofHours(24).minus(SECOND));

    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
    assertThat(keys.find(NEXT)).isEqualTo(UNKNOWN);
    assertThat(keys.failures()).containsExactly("status");
  }

  @Test
  void staleKeysCountNoMoreAfterADay() {
    keys.find(RSA);
    goesDown();
    keys.advance(Duration.ofHours(24));

    assertThat(keys.find(RSA)).isEqualTo(UNAVAILABLE);
  }

  @Test
  void anIssuerWhoseKeysAreAtHandIsAskedOnceAMinuteWhileItIsDown() {
    keys.find(RSA);
    goesDown();
    keys.advance(FRESH);
    for (int i = 0; i < 100; i++) {
      keys.find(RSA);
      keys.find("made-up-" + i, "RS256");
    }
    assertThat(issuer.fetches()).isEqualTo(2);

    keys.advance(MINUTE);
    keys.find(RSA);
    assertThat(issuer.fetches()).isEqualTo(3);
    assertThat(keys.failures()).containsExactly("status", "status");
  }

  @Test
  void anIssuerWithoutKeysIsAskedEveryTenSecondsWhileItIsDown() {
    goesDown();
    for (int i = 0; i < 100; i++) {
      assertThat(keys.find(RSA)).isEqualTo(UNAVAILABLE);
    }
    assertThat(issuer.fetches()).isEqualTo(1);

    issuer.publishes(RSA);
    keys.advance(Duration.ofSeconds(9));
    assertThat(keys.find(RSA)).isEqualTo(UNAVAILABLE);
    keys.advance(SECOND);
    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
    assertThat(keys.failures()).containsExactly("status");
  }

  @Test
  void aBugThatAnAnswerWakesIsAFailedFetch() {
    List<String> audit = new ArrayList<>();
    AtomicInteger fetches = new AtomicInteger();
    IssuerKeys broken =
        new IssuerKeys(
            issuer.url(),
            call -> {
              fetches.incrementAndGet();
              throw new IllegalStateException("a bug");
            },
            keys.clock,
            new AuditLog(audit::add, keys.clock));
    for (int i = 0; i < 100; i++) {
      assertThat(broken.find(RSA.id(), "RS256", "request-1")).isEqualTo(UNAVAILABLE);
    }

    assertThat(fetches).hasValue(1);
    assertThat(audit).singleElement().asString().contains("\"reason\":\"broken\"");
  }
}
