package ai.equalto.lesserbody.local.bench;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has something cleaned up if this program is interrupted before it is closed. */
final class AtExit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AtExit.class);

  private final Thread hook;

  /**
   * @param cleaning may run at the same time as anything else here
   * @throws IllegalStateException if the interruption came already
   */
  AtExit(Runnable cleaning) {
    this.hook = new Thread(cleaning, "at exit");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("Interrupted meanwhile; the hook cleans up", e);
    }
  }
}
