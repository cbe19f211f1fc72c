package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.http.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP: brings requests to the desk and answers back, or lets that go wrong as it is told. */
final class Door implements HttpHandler {
  /** The longest body, in bytes; many times as much as any status takes. */
  static final int MAX_BODY = 128 * 1024;

  private static final int HUGE = 3 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  private static final Answer TOO_LONG = Answer.error(413, "Content too large");
  private static final Answer BROKEN = Answer.error(500, "Something went wrong on our end");

  private final Desk desk;
  private final Faults faults;

  Door(Desk desk, Faults faults) {
    this.desk = desk;
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<byte[]> body = body(exchange);
      Optional<Fault> fault = faults.take();
      if (body.isEmpty()) {
        send(exchange, TOO_LONG);
      } else if (fault.isPresent()) {
        fail(exchange, body.get(), fault.get());
      } else {
        send(exchange, answer(exchange, body.get()));
      }
    }
  }

  private void fail(HttpExchange exchange, byte[] body, Fault fault) throws IOException {
    switch (fault) {
      case Fault.Slow(var delay) -> {
        sleep(delay.toMillis());
        send(exchange, answer(exchange, body));
      }
      case Fault.Failing(int status) -> Raw.html(status).send(exchange);
      case Fault.Busy(int seconds) ->
          send(
              exchange,
              Answer.error(429, "Too many requests")
                  .with(Map.of("Retry-After", Integer.toString(seconds))));
      case Fault.Truncated() -> Raw.of(answer(exchange, body)).sendHalf(exchange);
      case Fault.Huge() -> Raw.json("[\"" + "x".repeat(HUGE) + "\"]").send(exchange);
      case Fault.NotJson() -> Raw.json("<!DOCTYPE html><title>Welcome</title>").send(exchange);
      case Fault.Redirect(var target) -> Raw.redirect(target).send(exchange);
      // To close an exchange that was not answered closes its connection.
      case Fault.Closed() -> answer(exchange, body);
    }
  }

  private Answer answer(HttpExchange exchange, byte[] body) {
    try {
      return desk.answer(
          new Incoming(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              Headers.of(exchange.getRequestHeaders()),
              body));
    } catch (RuntimeException e) {
      LOG.error("The instance failed", e);
      return BROKEN;
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Raw.of(answer).send(exchange);
  }

  /** The whole body, unless it is too long; what is left of one that is not is not read. */
  private static Optional<byte[]> body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    return bytes.length > MAX_BODY ? Optional.empty() : Optional.of(bytes);
  }

  private static void sleep(long milliseconds) throws IOException {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new InterruptedIOException("the instance is closed");
    }
  }
}
