package ai.equalto.lesserbody.local;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Ctrl-C (SIGINT) and SIGTERM a normal end: what is running is closed, and the process exits
 * with 0. Closed without one, it changes nothing.
 */
final class Interruption implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);

  private final AtomicReference<AutoCloseable> running = new AtomicReference<>(() -> {});
  private final Thread hook = new Thread(this::stop, "stop");

  private Interruption() {}

  static Interruption handled() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Waits for the interruption, closes this then, and ends the process; never returns. */
  void await(AutoCloseable server) throws InterruptedException {
    running.set(server);
    new CountDownLatch(1).await();
  }

  private void stop() {
    try {
      running.get().close();
    } catch (Exception e) {
      LOG.warn("The server did not stop cleanly", e);
    }
    System.out.flush();
    // After its hooks a JVM would exit with 128 and the signal's number, as if it had been killed.
    Runtime.getRuntime().halt(0);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("Interrupted while closing; the hook ends the process", e);
    }
  }
}
