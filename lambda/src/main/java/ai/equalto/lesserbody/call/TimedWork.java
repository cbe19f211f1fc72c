package ai.equalto.lesserbody.call;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Work that the thread which made it waits for while another does it. */
final class TimedWork<T> {
  private final Supplier<T> work;
  private final Thread waiting = Thread.currentThread();
  private Thread worker;
  private boolean stopped;
  private T result;
  private Throwable broken;
  private volatile boolean ended;

  TimedWork(Supplier<T> work) {
    this.work = work;
  }

  /** Does it, unless it was stopped before. */
  void run() {
    if (!begin()) {
      return;
    }
    try {
      result = work.get();
    } catch (Throwable e) {
      broken = e;
    } finally {
      leave();
    }
  }

  private synchronized boolean begin() {
    if (!stopped) {
      worker = Thread.currentThread();
    }
    return !stopped;
  }

  private synchronized void leave() {
    worker = null;
  }

  /** Has whoever waits go on. */
  void tell() {
    ended = true;
    LockSupport.unpark(waiting);
  }

  /** Interrupts whoever is at work, and nobody who is not any more. */
  synchronized void stop() {
    stopped = true;
    if (worker != null) {
      worker.interrupt();
    }
  }

  /** Whether the work ended in time. */
  boolean await(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!ended) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      LockSupport.parkNanos(this, left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    return true;
  }

  /**
   * What ended work gave.
   *
   * @throws RuntimeException what it threw, the same object: the fault log wants to know where the
   *     work broke
   */
  T result() {
    if (broken instanceof RuntimeException bug) {
      throw bug;
    } else if (broken instanceof Error error) {
      throw error;
    } else if (broken != null) {
      throw new IllegalStateException("work threw a checked exception", broken);
    }
    return result;
  }
}
