package ai.equalto.lesserbody.transport;

import java.io.IOException;
import java.net.Socket;

/**
 * Lets one thread end what another one does on a socket, whatever it is blocked in: a socket that
 * is closed wakes its readers and writers.
 */
final class Lifeline {
  private Socket held;
  private boolean cut;

  /**
   * From now on cutting closes this socket, and no other one.
   *
   * @throws IOException if it is cut already
   */
  synchronized void hold(Socket socket) throws IOException {
    if (cut) {
      socket.close();
      throw new IOException("given up");
    }
    held = socket;
  }

  /** Whether the socket is still good; from now on cutting does not close it. */
  synchronized boolean release() {
    held = null;
    return !cut;
  }

  /** Closes the socket, now or as soon as there is one. */
  synchronized void cut() {
    cut = true;
    if (held != null) {
      try {
        held.close();
      } catch (IOException e) {
        // Nobody is left to be told.
        held = null;
      }
    }
  }
}
