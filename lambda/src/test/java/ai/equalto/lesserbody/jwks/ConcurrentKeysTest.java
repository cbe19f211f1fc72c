package ai.equalto.lesserbody.jwks;

import static ai.equalto.lesserbody.jwks.KeysFixture.RSA;
import static ai.equalto.lesserbody.jwks.KeysFixture.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConcurrentKeysTest {
  private static final int THREADS = 16;

  private final KeysFixture keys = new KeysFixture();
  private final List<KeyAnswer> answers = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    keys.close();
  }

  private Thread asks() {
    return new Thread(() -> answers.add(keys.find(RSA)));
  }

  private static void run(List<Thread> threads) throws InterruptedException {
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** The one that fetches waits for a while only, the others for as long as it takes. */
  private static void awaitQueue(List<Thread> threads) {
    while (threads.stream().filter(t -> t.getState() == Thread.State.WAITING).count()
        < THREADS - 1) {
      Thread.onSpinWait();
    }
  }

  @Test
  void sixteenThreadsThatNeedAKeyCauseOneFetch() throws InterruptedException {
    List<Thread> threads = Stream.generate(this::asks).limit(THREADS).toList();
    keys.issuer.beforeKeys(() -> awaitQueue(threads));
    run(threads);

    assertThat(answers).hasSize(THREADS).containsOnly(found(RSA));
    assertThat(keys.issuer.asked()).containsExactly(TestIssuer.METADATA, TestIssuer.KEYS);
  }

  @Test
  void sixteenThreadsThatNeedAKeyInVainCauseOneFetch() throws InterruptedException {
    List<Thread> threads = Stream.generate(this::asks).limit(THREADS).toList();
    keys.issuer.answers(TestIssuer.KEYS, 503, "");
    keys.issuer.beforeKeys(() -> awaitQueue(threads));
    run(threads);

    assertThat(answers).hasSize(THREADS).containsOnly(new KeyAnswer.Unavailable());
    assertThat(keys.issuer.fetches()).isEqualTo(1);
    assertThat(keys.failures()).hasSize(1);
  }

  @Test
  void whoHasAKeyAtHandDoesNotWaitForAnothersFetch() throws InterruptedException {
    keys.find(RSA);
    keys.advance(Duration.ofMinutes(5));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    keys.issuer.beforeKeys(() -> {
      asked.countDown();
      await(answered);
    });
    Thread other = asks();
    other.start();
    asked.await();

    assertThat(keys.find(RSA)).isEqualTo(found(RSA));
    assertThat(answers).isEmpty();
    answered.countDown();
    other.join();
    assertThat(answers).containsExactly(found(RSA));
    assertThat(keys.issuer.fetches()).isEqualTo(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
