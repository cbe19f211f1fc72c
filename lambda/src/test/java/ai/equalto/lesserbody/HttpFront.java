package ai.equalto.lesserbody;

import ai.equalto.lesserbody.TestServer.Reply;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server over HTTP on loopback, whose answers a test can spoil before they go out. */
final class HttpFront implements AutoCloseable {
  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** What answers. */
  @FunctionalInterface
  interface Back {
    Reply answer(Asked asked);
  }

  /** A request. */
  record Asked(String method, String path, Map<String, String> headers, String body) {
    boolean hasToken() {
      return headers.containsKey("Authorization");
    }
  }

  HttpFront() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was asked so far. */
  List<Asked> asked() {
    return List.copyOf(asked);
  }

  void serve(Back back) {
    server.createContext("/", exchange -> serve(exchange, back));
    server.start();
  }

  private void serve(HttpExchange exchange, Back back) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Asked request =
        new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), headers, body);
    asked.add(request);
    Reply reply = back.answer(request);
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
