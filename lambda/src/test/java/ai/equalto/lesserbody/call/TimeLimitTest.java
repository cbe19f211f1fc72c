package ai.equalto.lesserbody.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.equalto.lesserbody.auth.TestTokens;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {
  private static final Instant LATER = TestTokens.NOW.plusSeconds(60);

  private final TimeLimit limit = new TimeLimit(TestTokens.CLOCK);

  @Test
  void givesWhatTheWorkGives() {
    assertThat(limit.run(LATER, () -> "done")).contains("done");
    assertThat(limit.run(Instant.EPOCH.plusSeconds(1L << 50), () -> "done")).contains("done");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 60_000})
  void doesNotBeginWorkThatIsTooLate(long millis) {
    AtomicBoolean begun = new AtomicBoolean();

    Optional<Boolean> result =
        limit.run(TestTokens.NOW.minusMillis(millis), () -> begun.getAndSet(true));

    assertThat(result).isEmpty();
    assertThat(begun).isFalse();
  }

  /** The one limit that really passes: the work never ends but by being interrupted. */
  @Test
  void interruptsWorkThatTakesTooLong() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);

    Optional<Boolean> result =
        limit.run(
            TestTokens.NOW.plusMillis(200),
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return true;
            });

    assertThat(result).isEmpty();
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void doesNotWaitForWorkThatTakesNoNotice() throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);

    Optional<Boolean> result =
        limit.run(
            TestTokens.NOW.plusMillis(200),
            () -> {
              awaitWhatever(released);
              ended.countDown();
              return true;
            });

    assertThat(result).isEmpty();
    assertThat(ended.getCount()).isEqualTo(1);
    released.countDown();
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private static void awaitWhatever(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void passesOnWhatTheWorkThrowsAsItIs() {
    IllegalStateException bug =
        new IllegalStateException("a bug", new RuntimeException("its cause"));
    StackOverflowError overflow = new StackOverflowError();

    assertThat(catchThrowable(() -> limit.run(LATER, () -> fail(bug)))).isSameAs(bug);
    assertThat(catchThrowable(() -> limit.run(LATER, () -> fail(overflow)))).isSameAs(overflow);
  }

  private static <T extends Throwable> String fail(T problem) throws T {
    throw problem;
  }

  @Test
  void worksOnForOthersAfterWorkThatWasStopped() {
    limit.run(TestTokens.NOW.plusMillis(200), () -> awaitForEver());

    for (int i = 0; i < 20; i++) {
      assertThat(limit.run(LATER, () -> Thread.currentThread().isInterrupted())).contains(false);
    }
  }

  @Test
  void doesWorkAfterWorkOnOneThread() {
    Optional<Thread> first = limit.run(LATER, Thread::currentThread);

    assertThat(first.orElseThrow()).isNotSameAs(Thread.currentThread());
    for (int i = 0; i < 20; i++) {
      assertThat(limit.run(LATER, Thread::currentThread)).isEqualTo(first);
    }
  }

  @Test
  @Timeout(60)
  void aThreadThatWaitsHoldsOnToNothingOfTheCallBefore() {
    WeakReference<byte[]> argument = runWithArgument();

    // A thread may still be on its way to wait when its result is there.
    while (argument.get() != null) {
      System.gc();
    }
    assertThat(limit.run(LATER, () -> true)).contains(true);
  }

  private WeakReference<byte[]> runWithArgument() {
    byte[] argument = new byte[1_000_000];
    assertThat(limit.run(LATER, () -> argument.length)).contains(argument.length);
    return new WeakReference<>(argument);
  }

  @Test
  void beginsNothingMoreWhileTooMuchIsAtWork() {
    Workers workers = new Workers();
    List<TimedWork<Boolean>> atWork = new ArrayList<>();
    for (int i = 0; i < Workers.MAX; i++) {
      atWork.add(new TimedWork<>(TimeLimitTest::awaitForEver));
      workers.take(atWork.get(i));
    }

    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> workers.take(new TimedWork<>(() -> true)));
    atWork.forEach(TimedWork::stop);
  }

  private static boolean awaitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  @Test
  void stopsTheWorkOfACallerThatIsInterrupted() throws InterruptedException {
    CountDownLatch atWork = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean stillInterrupted = new AtomicBoolean();
    Thread caller =
        new Thread(() -> {
          thrown.set(
              catchThrowable(() ->
                  limit.run(
                      LATER,
                      () -> {
                        atWork.countDown();
                        boolean result = awaitForEver();
                        stopped.countDown();
                        return result;
                      })));
          stillInterrupted.set(Thread.currentThread().isInterrupted());
        });

    caller.start();
    assertThat(atWork.await(10, TimeUnit.SECONDS)).isTrue();
    caller.interrupt();
    caller.join();

    assertThat(thrown.get()).isInstanceOf(IllegalStateException.class);
    assertThat(stillInterrupted).isTrue();
    assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void takesWhatIsLeftByItsOwnClock() {
    Clock ahead = Clock.offset(TestTokens.CLOCK, Duration.ofSeconds(60));

    assertThat(new TimeLimit(ahead).run(LATER, () -> "done")).isEmpty();
  }

  @Test
  void workThatGivesNothingIsABug() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> limit.run(LATER, () -> null));
  }
}
