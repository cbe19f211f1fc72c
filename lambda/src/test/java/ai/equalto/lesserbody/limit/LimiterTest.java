package ai.equalto.lesserbody.limit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.aws.DynamoTallies;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimiterTest {
  private static final Quota QUOTA = new Quota(5, Duration.ofSeconds(20));

  private final TestClock clock = new TestClock("2026-01-01T00:00:00.500Z");
  private final AtomicInteger writes = new AtomicInteger();
  private final String key = UUID.randomUUID().toString();
  private final Limiter limiter = new Limiter(counting(), clock);

  /** The real table, behind something that counts what reaches it. */
  private TallyStore counting() {
    TallyStore real = new DynamoTallies(LocalDynamo.shared().connection(), LocalDynamo.RATE_TABLE);
    return new TallyStore() {
      @Override
      public Taken take(String of, Step step) {
        writes.incrementAndGet();
        return real.take(of, step);
      }

      @Override
      public void giveBack(String of, long slot, long amount) {
        real.giveBack(of, slot, amount);
      }
    };
  }

  @Test
  void aRequestTakesOneWriteAndARefusalNone() {
    for (int i = 0; i < 5; i++) {
      assertThat(limiter.take(key, QUOTA, 1)).isInstanceOf(Verdict.Granted.class);
      clock.advance(Duration.ofSeconds(1));
    }
    for (int i = 0; i < 100; i++) {
      assertThat(limiter.take(key, QUOTA, 1)).isInstanceOf(Verdict.Refused.class);
    }

    assertThat(writes).hasValue(5);
  }

  @Test
  void anInstanceThatKnowsNothingTakesOneWriteMore() {
    limiter.take(key, QUOTA, 1);
    new Limiter(counting(), clock).take(key, QUOTA, 1);

    assertThat(writes).hasValue(3);
  }

  @Test
  void whoWaitsAsLongAsToldIsLetThroughAndNotAMomentEarlier() {
    limiter.take(key, QUOTA, 2);
    clock.advance(Duration.ofSeconds(3));
    limiter.take(key, QUOTA, 3);

    Verdict.Refused refused = (Verdict.Refused) limiter.take(key, QUOTA, 2);
    assertThat(refused.remaining()).isZero();
    assertThat(refused.until()).isEqualTo(Instant.parse("2026-01-01T00:00:21Z"));
    clock.advance(Duration.between(clock.instant(), refused.until()).minusMillis(1));
    assertThat(limiter.take(key, QUOTA, 2)).isInstanceOf(Verdict.Refused.class);
    clock.advance(Duration.ofMillis(1));
    assertThat(limiter.take(key, QUOTA, 2)).isInstanceOf(Verdict.Granted.class);
  }

  @Test
  void tellsHowMuchIsLeftAndWhenThereIsMore() {
    limiter.take(key, QUOTA, 1);
    clock.advance(Duration.ofSeconds(3));

    assertThat(limiter.take(key, QUOTA, 1))
        .isEqualTo(
            new Verdict.Granted(
                QUOTA.slotAt(clock.instant()), 3, Instant.parse("2026-01-01T00:00:21Z")));
  }

  @Test
  void aRefusalOfManyLeavesRoomForFew() {
    limiter.take(key, QUOTA, 3);

    assertThat(limiter.take(key, QUOTA, 3)).isInstanceOf(Verdict.Refused.class);
    assertThat(limiter.take(key, QUOTA, 2)).isInstanceOf(Verdict.Granted.class);
  }

  @Test
  void moreAtOnceThanTheLimitNeverPasses() {
    assertThat(limiter.take(key, QUOTA, 6)).isEqualTo(new Verdict.TooMuch());
    assertThat(writes).hasValue(0);
  }

  @Test
  void nothingPassesForAWindowOnceAllIsUsedUp() {
    limiter.exhaust(key, QUOTA);
    clock.advance(Duration.ofSeconds(20));
    assertThat(limiter.take(key, QUOTA, 1)).isInstanceOf(Verdict.Refused.class);
    clock.advance(Duration.ofSeconds(1));
    assertThat(limiter.take(key, QUOTA, 5)).isInstanceOf(Verdict.Granted.class);
  }

  @Test
  void everySlotOfTheRingIsForgottenInItsTurn() {
    for (int second = 0; second < 200; second++) {
      Verdict verdict = limiter.take(key, QUOTA, 1);
      assertThat(verdict instanceof Verdict.Granted)
          .as("second %d", second)
          .isEqualTo(second % 21 < 5);
      clock.advance(Duration.ofSeconds(1));
    }
  }
}
