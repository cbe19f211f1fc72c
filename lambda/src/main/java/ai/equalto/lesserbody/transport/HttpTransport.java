package ai.equalto.lesserbody.transport;

/** Sends a request over HTTP and waits for the reply. */
@FunctionalInterface
public interface HttpTransport {
  /**
   * The reply, whatever its status: redirects and errors are replies too, and no redirect is
   * followed. May be called by many threads.
   *
   * @throws TransportException if there is no whole reply
   */
  HttpReply send(HttpCall call) throws TransportException;
}
