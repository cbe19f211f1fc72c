package ai.equalto.lesserbody.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that are started when there is work, and end when there has been none for a minute. A
 * pool of the JDK would do the same, and cost each cold start more than twenty classes.
 */
final class Workers {
  /** More than that are at work only if some take no notice of being interrupted. */
  static final int MAX = 64;

  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Deque<Worker> idle = new ArrayDeque<>(MAX);
  private int threads;

  /**
   * Has a thread begin with it at once.
   *
   * @throws RejectedExecutionException if {@value #MAX} are at work
   */
  synchronized void take(TimedWork<?> work) {
    Worker free = idle.poll();
    if (free != null) {
      free.work = work;
      LockSupport.unpark(free);
    } else if (threads < MAX) {
      new Worker(work).start();
      threads++;
    } else {
      throw new RejectedExecutionException(MAX + " threads are at work");
    }
  }

  private final class Worker extends Thread {
    /** What is to be done; changed by whoever holds the lock of the workers. */
    private TimedWork<?> work;

    Worker(TimedWork<?> work) {
      super("call");
      this.work = work;
      setDaemon(true);
    }

    @Override
    public void run() {
      do {
        doWork();
      } while (isGivenMore());
    }

    /** Knows the work no longer than this: while it waits, a thread holds on to no caller. */
    private void doWork() {
      TimedWork<?> current = work;
      current.run();
      rest();
      // Whoever is told may come with more, for which this thread is free by now.
      current.tell();
    }

    private void rest() {
      synchronized (Workers.this) {
        work = null;
        idle.push(this);
      }
    }

    /** Waits for more; false if there was none for long. */
    private boolean isGivenMore() {
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (true) {
        // What was meant for the work before must neither reach the next nor keep this awake.
        boolean _ = Thread.interrupted();
        LockSupport.parkNanos(this, end - System.nanoTime());
        synchronized (Workers.this) {
          if (work != null) {
            return true;
          } else if (System.nanoTime() - end >= 0) {
            idle.remove(this);
            threads--;
            return false;
          }
        }
      }
    }
  }
}
