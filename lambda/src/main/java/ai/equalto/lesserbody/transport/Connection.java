package ai.equalto.lesserbody.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection over which one message is exchanged after the other. Not for many threads at once.
 */
final class Connection extends DefaultBHttpClientConnection {
  private final Socket socket;

  /** Over plain TCP. */
  Connection(Socket socket) throws IOException {
    super(Http1Config.DEFAULT);
    this.socket = socket;
    bind(socket);
  }

  /** Over TLS, whose handshake is done. */
  Connection(SSLSocket secured, Socket socket) throws IOException {
    super(Http1Config.DEFAULT);
    this.socket = socket;
    bind(secured, socket);
  }

  /** The TCP socket below. */
  Socket socket() {
    return socket;
  }

  /**
   * Whether nothing has come since the last reply. An end means that the server has closed; bytes
   * that nobody asked for, such as an early 408, would pass for the reply to the next request.
   */
  boolean isQuiet() {
    try {
      awaitInput(Timeout.ONE_MILLISECOND);
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
