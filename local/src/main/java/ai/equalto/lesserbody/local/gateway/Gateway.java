package ai.equalto.lesserbody.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server, on the loopback interface alone, that answers as a REST API of API Gateway does
 * before a Lambda function: with its authorizer, its own responses and its limits. Requests are
 * served concurrently, each on a virtual thread; unlike in Lambda they share one handler object, so
 * a handler must be safe for that.
 */
public final class Gateway implements AutoCloseable {
  private static final int STOP_SECONDS = 1;

  private final HttpServer server;
  private final ExecutorService threads;
  private final RequestDecorator decorator;

  private Gateway(HttpServer server, ExecutorService threads, RequestDecorator decorator) {
    this.server = server;
    this.threads = threads;
    this.decorator = decorator;
  }

  /**
   * Takes a port of 127.0.0.1; clients can connect, and wait until {@link #serve} is called. The
   * function sees requests as they were sent.
   *
   * @param port 0 takes any free one
   * @throws java.net.BindException if another process has the port
   */
  public static Gateway bind(int port) throws IOException {
    return bind(port, RequestDecorator.NONE);
  }

  /**
   * Takes a port as {@link #bind(int)} does.
   *
   * @param decorator has a hand in each request before the function sees it
   * @throws java.net.BindException if another process has the port
   */
  public static Gateway bind(int port, RequestDecorator decorator) throws IOException {
    // Without it, small answers on a kept connection wait 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    return new Gateway(server, Executors.newVirtualThreadPerTaskExecutor(), decorator);
  }

  /** The port that was taken. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The URI of a path here. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** Starts to answer with this handler, for everyone. */
  public void serve(RequestStreamHandler function) {
    serve(Optional.empty(), new Integration(function, threads, Integration.PATIENCE));
  }

  /**
   * Starts to answer with these functions.
   *
   * @param endpoint the public URL of the MCP endpoint
   */
  public void serve(Functions functions, URI endpoint) {
    serve(
        Optional.of(new Authorization(functions.authorizer(), new GatewayResponses(endpoint))),
        new Integration(functions.server(), threads, Integration.PATIENCE));
  }

  void serve(Optional<Authorization> authorization, Integration integration) {
    var events = new ProxyEvents("127.0.0.1:" + port(), Clock.systemUTC(), decorator);
    server.createContext("/", new Exchange(events, authorization, integration));
    server.setExecutor(threads);
    server.start();
  }

  /** Frees the port, after requests under way have had a second to finish. */
  @Override
  public void close() {
    server.stop(STOP_SECONDS);
    threads.shutdownNow();
  }
}
