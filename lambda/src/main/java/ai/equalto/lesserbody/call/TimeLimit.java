package ai.equalto.lesserbody.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Stops work in time to say so. Lambda kills a function that is over its timeout, and the caller
 * would be told nothing but that the gateway waited in vain; so work runs on a thread of its own,
 * which is interrupted when time is up. Work that takes no notice goes on in later invocations;
 * when {@value Workers#MAX} do so, nothing new is begun.
 */
public final class TimeLimit {
  private final Clock clock;
  private final Workers workers = new Workers();

  public TimeLimit(Clock clock) {
    this.clock = clock;
  }

  /**
   * What the work gives; empty if that was not in time, or if there is no time left to begin.
   *
   * @throws RuntimeException whatever the work throws
   * @throws java.util.concurrent.RejectedExecutionException if too much earlier work takes no
   *     notice of its end
   */
  <T> Optional<T> run(Instant deadline, Supplier<T> work) {
    long left = Duration.between(clock.instant(), deadline).toMillis();
    if (left <= 0) {
      return Optional.empty();
    }
    TimedWork<T> timed = new TimedWork<>(work);
    workers.take(timed);
    try {
      return timed.await(left) ? Optional.of(timed.result()) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a call was at work", e);
    } finally {
      timed.stop();
    }
  }
}
