package ai.equalto.lesserbody.limit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.aws.DynamoTallies;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.testkit.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Four instances at the same time on one real table, and a clock that moves between their rounds.
 */
class SharedLimitTest {
  private static final int INSTANCES = 4;
  private static final Quota QUOTA = new Quota(100, Duration.ofMinutes(1));

  private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
  private final ExecutorService threads = Executors.newFixedThreadPool(INSTANCES);
  private final String key = UUID.randomUUID().toString();
  private final List<Instant> granted = new ArrayList<>();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private static List<Limiter> instances(List<Clock> clocks) {
    LocalDynamo dynamo = LocalDynamo.shared();
    return clocks.stream()
        .map(clock ->
            new Limiter(new DynamoTallies(dynamo.connection(), LocalDynamo.RATE_TABLE), clock))
        .toList();
  }

  private List<Limiter> instances() {
    return instances(IntStream.range(0, INSTANCES).<Clock>mapToObj(i -> clock).toList());
  }

  /** All instances ask at once, each so many times; returns how much was let through. */
  private long ask(List<Limiter> instances, int timesEach) throws Exception {
    List<Callable<Long>> tasks = new ArrayList<>();
    for (Limiter limiter : instances) {
      tasks.add(() ->
          IntStream.range(0, timesEach)
              .filter(i -> limiter.take(key, QUOTA, 1) instanceof Verdict.Granted)
              .count());
    }
    long count = 0;
    for (Future<Long> answer : threads.invokeAll(tasks)) {
      count += answer.get();
    }
    for (long i = 0; i < count; i++) {
      granted.add(clock.instant());
    }
    return count;
  }

  /** The most that was let through in any minute, whenever it began. */
  private long mostInAMinute() {
    return granted.stream()
        .mapToLong(end ->
            granted.stream()
                .filter(time -> !time.isAfter(end) && time.isAfter(end.minusSeconds(60)))
                .count())
        .max()
        .orElse(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {700, 2_900, 5_000})
  void fourInstancesTogetherLetThroughTheLimitAndNoMoreInAnyMinute(int stepMillis)
      throws Exception {
    List<Limiter> instances = instances();
    Duration step = Duration.ofMillis(stepMillis);
    Instant end = clock.instant().plus(Duration.ofMinutes(5));
    while (clock.instant().isBefore(end)) {
      ask(instances, 10);
      clock.advance(step);
    }

    assertThat(mostInAMinute()).isEqualTo(QUOTA.limit());
    assertThat(granted).hasSizeGreaterThanOrEqualTo(95 * 5);
  }

  @Test
  void aBurstAtTheEndOfAMinuteLeavesNothingForTheNext() throws Exception {
    List<Limiter> instances = instances();
    clock.advance(Duration.ofMillis(59_900));

    assertThat(ask(instances, 50)).isEqualTo(100);
    clock.advance(Duration.ofMillis(200));
    assertThat(ask(instances, 50)).isZero();
    clock.advance(Duration.ofSeconds(59));
    assertThat(ask(instances, 50)).isZero();
    clock.advance(Duration.ofSeconds(4));
    assertThat(ask(instances, 50)).isEqualTo(100);
  }

  @Test
  void clocksThatDifferByAFewSecondsCostNoMoreThanThat() throws Exception {
    List<Limiter> instances =
        instances(
            IntStream.range(0, INSTANCES)
                .<Clock>mapToObj(i -> Clock.offset(clock, Duration.ofMillis(700L * i)))
                .toList());
    for (int i = 0; i < 150; i++) {
      ask(instances, 10);
      clock.advance(Duration.ofSeconds(2));
    }

    assertThat(mostInAMinute()).isBetween(95L, 105L);
    assertThat(granted).hasSizeGreaterThanOrEqualTo(95 * 5);
  }

  @Test
  void aClockThatIsADayAheadDoesNotStopTheOthersForADay() throws Exception {
    List<Limiter> instances = instances(List.of(Clock.offset(clock, Duration.ofDays(1)), clock));

    for (int i = 0; i < 100; i++) {
      instances.getFirst().take(key, QUOTA, 1);
    }

    assertThat(instances.getLast().take(key, QUOTA, 1)).isInstanceOf(Verdict.Granted.class);
  }

  @Test
  void theFloodOfOneIdentityTakesNothingFromAnother() throws Exception {
    List<Limiter> instances = instances();
    ask(instances, 100);

    for (Limiter limiter : instances) {
      assertThat(limiter.take("another" + key, QUOTA, 25)).isInstanceOf(Verdict.Granted.class);
    }
    assertThat(instances.getFirst().take("another" + key, QUOTA, 1))
        .isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void aTallyThatWasDeletedBeginsAgain() {
    List<Limiter> instances = instances();
    instances.getFirst().take(key, QUOTA, 100);
    LocalDynamo.shared().delete(LocalDynamo.RATE_TABLE, DynamoTallies.PARTITION_KEY, key);
    clock.advance(Duration.ofHours(1));

    assertThat(instances.getFirst().take(key, QUOTA, 100)).isInstanceOf(Verdict.Granted.class);
    assertThat(instances.getLast().take(key, QUOTA, 1)).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void whatWasGivenBackCanBeTakenAgain() {
    Limiter one = instances().getFirst();
    Verdict.Granted granted = (Verdict.Granted) one.take(key, QUOTA, 100);
    one.giveBack(key, granted, 40);

    assertThat(one.take(key, QUOTA, 41)).isInstanceOf(Verdict.Refused.class);
    assertThat(one.take(key, QUOTA, 40)).isInstanceOf(Verdict.Granted.class);
  }
}
