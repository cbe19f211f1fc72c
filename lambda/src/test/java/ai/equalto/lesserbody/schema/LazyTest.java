package ai.equalto.lesserbody.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LazyTest {
  private final AtomicInteger computations = new AtomicInteger();

  @Test
  void computesNothingUntilItIsAsked() {
    Supplier<Integer> lazy = Lazy.of(computations::incrementAndGet);

    assertThat(computations).hasValue(0);
    assertThat(lazy.get()).isEqualTo(1);
    assertThat(lazy.get()).isEqualTo(1);
  }

  @Test
  void computesOnceForTwoThreads() throws Exception {
    CountDownLatch computing = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    Supplier<Integer> lazy =
        Lazy.of(() -> {
          computing.countDown();
          await(finish);
          return computations.incrementAndGet();
        });
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Integer> first = threads.submit(lazy::get);
      await(computing);
      Future<Integer> second = threads.submit(lazy::get);
      finish.countDown();

      assertThat(first.get()).isEqualTo(1);
      assertThat(second.get()).isEqualTo(1);
    }
    assertThat(computations).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void keepsNoFailure() {
    Supplier<Integer> lazy =
        Lazy.of(() -> {
          if (computations.incrementAndGet() == 1) {
            throw new IllegalStateException("not yet");
          }
          return computations.get();
        });

    assertThatIllegalStateException().isThrownBy(lazy::get);
    assertThat(lazy.get()).isEqualTo(2);
    assertThat(lazy.get()).isEqualTo(2);
  }
}
