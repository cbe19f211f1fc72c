package ai.equalto.lesserbody.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Stops work in time to say so. Lambda kills a function that is over its timeout, and the caller
 * would be told nothing but that the gateway waited in vain; so work runs on a thread of its own,
 * which is interrupted when time is up. Work that takes no notice goes on in later invocations;
 * when {@value #MAX_WORKERS} do so, nothing new is begun.
 */
public final class TimeLimit {
  /** More than that are at work only if some take no notice of being interrupted. */
  static final int MAX_WORKERS = 64;

  private final Clock clock;
  private final ExecutorService workers;

  /** Threads are started when there is work, and end when there has been none for a minute. */
  public TimeLimit(Clock clock) {
    this.clock = clock;
    this.workers =
        new ThreadPoolExecutor(
            0,
            MAX_WORKERS,
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            work -> {
              Thread thread = new Thread(work, "call");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * What the work gives; empty if that was not in time, or if there is no time left to begin.
   *
   * @throws RuntimeException whatever the work throws
   * @throws java.util.concurrent.RejectedExecutionException if too much earlier work takes no
   *     notice of its end
   */
  <T> Optional<T> run(Instant deadline, Supplier<T> work) {
    Duration left = Duration.between(clock.instant(), deadline);
    if (left.toMillis() <= 0) {
      return Optional.empty();
    }
    Future<T> result = workers.submit(work::get);
    try {
      return Optional.of(result.get(left.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a call was at work", e);
    } finally {
      result.cancel(true);
    }
  }

  /** As if it had been thrown on this thread: the fault log wants to know where the work broke. */
  private static RuntimeException unwrapped(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException broken -> broken;
      case Error error -> throw error;
      case null, default -> new IllegalStateException("work threw a checked exception", e);
    };
  }
}
