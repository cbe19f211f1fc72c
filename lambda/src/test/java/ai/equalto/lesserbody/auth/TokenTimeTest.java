package ai.equalto.lesserbody.auth;

import static ai.equalto.lesserbody.auth.HookFixture.NOW;
import static ai.equalto.lesserbody.auth.HookFixture.claims;
import static ai.equalto.lesserbody.auth.HookFixture.signed;
import static ai.equalto.lesserbody.auth.HookFixture.times;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a token is good, and what counts as a time. */
class TokenTimeTest {
  private static final long DAY = 24 * 60 * 60;
  private static final String ISSUED_NOW = String.valueOf(NOW);
  private static final String AHEAD = String.valueOf(NOW + 60);

  /** Where a number is beyond any calendar, which of these is told does not matter. */
  private static final Set<TokenFault> ABSURD =
      EnumSet.of(TokenFault.BAD_CLAIMS, TokenFault.NOT_YET_VALID, TokenFault.EXPIRED);

  private final HookFixture hook = new HookFixture();

  private void refusesTimes(String issued, String expires, TokenFault fault) {
    hook.assertRefusesClaims(times(issued, expires), fault);
  }

  @Test
  void acceptsTokenThatExpiresInASecond() {
    assertThat(hook.assertAdmits(signed(times(ISSUED_NOW, "" + (NOW + 1)))).identity())
        .isEqualTo("alice");
  }

  @Test
  void acceptsTokenThatExpiresInAFractionOfASecond() {
    hook.assertAdmits(signed(times(ISSUED_NOW, NOW + ".5")));
  }

  @Test
  void rejectsTokenThatExpiresNow() {
    refusesTimes(ISSUED_NOW, "" + NOW, TokenFault.EXPIRED);
  }

  @Test
  void rejectsTokenThatExpiredASecondAgo() {
    refusesTimes(ISSUED_NOW, "" + (NOW - 1), TokenFault.EXPIRED);
  }

  @Test
  void rejectsTokenThatExpiredAFractionOfASecondAgo() {
    refusesTimes(ISSUED_NOW, (NOW - 1) + ".999", TokenFault.EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "-1e15", "-0.5"})
  void rejectsTokenThatExpiredLongAgo(String expires) {
    refusesTimes(ISSUED_NOW, expires, TokenFault.EXPIRED);
  }

  @Test
  void acceptsTokenThatIsADayOld() {
    hook.assertAdmits(signed(times("" + (NOW - DAY), AHEAD)));
  }

  @Test
  void rejectsTokenThatIsADayAndASecondOld() {
    refusesTimes("" + (NOW - DAY - 1), AHEAD, TokenFault.TOO_OLD);
  }

  @Test
  void rejectsTokenThatIsADayAndAFractionOld() {
    refusesTimes((NOW - DAY - 1) + ".999", AHEAD, TokenFault.TOO_OLD);
  }

  @Test
  void rejectsOldTokenWhateverItsExpiry() {
    refusesTimes("" + (NOW - DAY - 1), "99999999999", TokenFault.TOO_OLD);
    refusesTimes("0", "1e15", TokenFault.TOO_OLD);
    refusesTimes("-1", AHEAD, TokenFault.TOO_OLD);
  }

  @Test
  void acceptsTokenIssuedSixtySecondsAhead() {
    hook.assertAdmits(signed(times("" + (NOW + 60), "" + (NOW + 120))));
  }

  @Test
  void rejectsTokenIssuedSixtyOneSecondsAhead() {
    refusesTimes("" + (NOW + 61), "" + (NOW + 120), TokenFault.NOT_YET_VALID);
  }

  @Test
  void rejectsTokenIssuedAFractionFurtherAhead() {
    refusesTimes((NOW + 60) + ".5", "" + (NOW + 120), TokenFault.NOT_YET_VALID);
  }

  @Test
  void acceptsTokenWithoutEndInSight() {
    hook.assertAdmits(signed(times(ISSUED_NOW, "253402300800")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iat", "exp"})
  void rejectsTokenWithoutATime(String absent) {
    String present = absent.equals("iat") ? "exp" : "iat";
    String without = "{\"username\":\"alice\",\"%s\":%d}".formatted(present, NOW + 1);
    hook.assertRefusesClaims(without, TokenFault.BAD_CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "\"\"",
        "\"soon\"",
        "[]",
        "[1772366400]",
        "{}",
        "{\"seconds\":1772366400}",
        "\"1772366460\"",
        "\"1772366460000\"",
        "\"2026-03-01T12:00:30Z\"",
        "\"2026-03-01T12:00:30.000Z\"",
        "\"2026-03-01\""
      })
  void rejectsTimesThatAreNoNumbers(String time) {
    refusesTimes(time, AHEAD, TokenFault.BAD_CLAIMS);
    refusesTimes(ISSUED_NOW, time, TokenFault.BAD_CLAIMS);
  }

  /** Of 64 bits, as milliseconds, the first one would wrap around to a time near now. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "18446745846075981",
        "1e18",
        "9223372036854775807",
        "1e300",
        "18446744073709551616",
        "340282366920938463463374607431768211456",
        "1e999",
        "-1e300"
      })
  void takesNoHugeNumberForATimeNearNow(String huge) {
    assertThat(hook.faultOf(signed(times(huge, AHEAD)))).isIn(ABSURD);
    assertThat(hook.faultOf(signed(times(huge, huge)))).isIn(ABSURD);
    assertThat(hook.faultOf(signed(claims(",\"nbf\":" + huge)))).isIn(ABSURD);
  }

  @Test
  void rejectsTimesThatNoDoubleHolds() {
    refusesTimes(ISSUED_NOW, "1e999", TokenFault.BAD_CLAIMS);
    refusesTimes(ISSUED_NOW, "9".repeat(65), TokenFault.BAD_CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 60})
  void acceptsTokenThatIsValidFromNowOrAlmost(long seconds) {
    hook.assertAdmits(signed(claims(",\"nbf\":" + (NOW + seconds))));
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 100000000000L})
  void rejectsTokenThatIsValidOnlyLater(long seconds) {
    hook.assertRefusesClaims(claims(",\"nbf\":" + (NOW + seconds)), TokenFault.NOT_YET_VALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "\"\"",
        "\"now\"",
        "[]",
        "{}",
        "\"1772366400\"",
        "\"2026-01-01T00:00:00Z\""
      })
  void rejectsValidityThatIsNoNumber(String notBefore) {
    hook.assertRefusesClaims(claims(",\"nbf\":" + notBefore), TokenFault.BAD_CLAIMS);
  }
}
