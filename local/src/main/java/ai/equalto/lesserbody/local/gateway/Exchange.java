package ai.equalto.lesserbody.local.gateway;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its answer, by way of the function. Says what API Gateway says when it fails. */
final class Exchange implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private static final ProxyAnswer TOO_LONG = ProxyAnswer.message(413, "Request Too Long");
  private static final ProxyAnswer BROKEN = ProxyAnswer.message(502, "Internal server error");

  private final ProxyEvents events;
  private final RequestStreamHandler function;

  Exchange(ProxyEvents events, RequestStreamHandler function) {
    this.events = events;
    this.function = function;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<byte[]> body = RequestBody.read(exchange);
      if (body.isEmpty()) {
        RequestBody.drain(exchange);
      }
      send(exchange, body.map(bytes -> invoke(exchange, bytes)).orElse(TOO_LONG));
    }
  }

  // Whatever the function throws, Errors included, is its failure and not that of the gateway.
  private ProxyAnswer invoke(HttpExchange exchange, byte[] body) {
    ProxyEvents.Event event = events.of(exchange, body);
    try {
      byte[] json = Json.write(event.json()).getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      function.handleRequest(
          new ByteArrayInputStream(json),
          answer,
          LocalContext.start(event.requestId(), Clock.systemUTC()));
      return ProxyAnswer.parse(answer.toByteArray());
    } catch (Throwable e) {
      LOG.error("The function failed at request {}", event.requestId(), e);
      return BROKEN;
    }
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
