package ai.equalto.lesserbody.transport;

import ai.equalto.lesserbody.transport.TransportException.Reason;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;

/**
 * HTTP/1.1 by Apache HttpCore, over plain sockets. A call ends within its limits and at once when
 * its thread is interrupted, whether it looks up a name, shakes hands, writes or reads: all of that
 * happens on a thread of its own, whose socket is closed under it. Nothing is loaded, opened or
 * started before the first call; a thread without work ends after a minute.
 */
public final class HttpCoreTransport implements HttpTransport {
  private final TransportLimits limits;
  private final Supplier<SSLSocketFactory> tls;
  private final Clock clock;
  private volatile Engine engine;

  private record Engine(
      ExecutorService workers, Connections connections, HttpRequestExecutor executor) {}

  /** Trusts whom the JVM trusts. */
  public HttpCoreTransport(TransportLimits limits, Clock clock) {
    this(limits, () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), clock);
  }

  /** Trusts whom the sockets of this factory trust. */
  HttpCoreTransport(TransportLimits limits, Supplier<SSLSocketFactory> tls, Clock clock) {
    this.limits = limits;
    this.tls = tls;
    this.clock = clock;
  }

  @Override
  public HttpReply send(HttpCall call) throws TransportException {
    if (Thread.currentThread().isInterrupted()) {
      throw new TransportException(Reason.INTERRUPTED, call, null);
    }
    Engine running = engine();
    Lifeline lifeline = new Lifeline();
    Exchange exchange =
        new Exchange(running.connections(), running.executor(), limits.bodyBytes(), call, lifeline);
    Future<HttpReply> reply = running.workers().submit(exchange::run);
    try {
      return reply.get(limits.total().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new TransportException(Reason.TIMEOUT, call, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransportException(Reason.INTERRUPTED, call, e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } finally {
      lifeline.cut();
    }
  }

  private static TransportException unwrapped(ExecutionException e) {
    return switch (e.getCause()) {
      case TransportException failed -> failed;
      case RuntimeException broken -> throw broken;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException("unexpected checked exception", e);
    };
  }

  private Engine engine() {
    Engine known = engine;
    return known != null ? known : start();
  }

  private synchronized Engine start() {
    if (engine == null) {
      ExecutorService workers =
          Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "http");
            thread.setDaemon(true);
            return thread;
          });
      engine = new Engine(workers, new Connections(limits, tls, clock), new HttpRequestExecutor());
    }
    return engine;
  }
}
