package ai.equalto.lesserbody.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** One request and its answer: the gateway's own, or by way of the function. */
final class Exchange implements HttpHandler {
  private final ProxyEvents events;
  private final Optional<Authorization> authorization;
  private final Integration integration;

  Exchange(ProxyEvents events, Optional<Authorization> authorization, Integration integration) {
    this.events = events;
    this.authorization = authorization;
    this.integration = integration;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<byte[]> body = RequestBody.read(exchange);
      if (body.isEmpty()) {
        RequestBody.drain(exchange);
      }
      send(exchange, body.map(bytes -> answer(exchange, bytes)).orElse(GatewayResponses.TOO_LARGE));
    }
  }

  private ProxyAnswer answer(HttpExchange exchange, byte[] body) {
    ProxyEvents.Event event = events.of(exchange, body);
    return authorization
        .flatMap(asked -> asked.refusal(event))
        .orElseGet(() -> integration.answer(event));
  }

  private static void send(HttpExchange exchange, ProxyAnswer answer) throws IOException {
    byte[] body = answer.body().bytes();
    answer
        .headers()
        .forEach((name, values) -> exchange.getResponseHeaders().put(name, List.copyOf(values)));
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
    }
    if (!answer.mayHaveBody() || body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
