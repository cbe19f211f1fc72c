package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** An answer as it goes over the wire, whether it is a good one or not. */
record Raw(int status, Map<String, String> headers, String body) {
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String JSON = "application/json; charset=utf-8";

  static Raw of(Answer answer) {
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.put(CONTENT_TYPE, JSON);
    return new Raw(answer.status(), headers, Json.write(answer.body()));
  }

  /** Whatever says that it is JSON. */
  static Raw json(String body) {
    return new Raw(200, Map.of(CONTENT_TYPE, JSON), body);
  }

  static Raw html(int status) {
    String body = "<html><body><h1>%d</h1></body></html>".formatted(status);
    return new Raw(status, Map.of(CONTENT_TYPE, "text/html"), body);
  }

  static Raw redirect(URI target) {
    return new Raw(302, Map.of("Location", target.toString()), "");
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = bytes();
    begin(exchange, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Promises all of it, and ends in the middle. */
  void sendHalf(HttpExchange exchange) throws IOException {
    byte[] bytes = bytes();
    begin(exchange, bytes.length);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
  }

  private void begin(HttpExchange exchange, int length) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
  }

  private byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
