package ai.equalto.lesserbody.local.gateway;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The function behind its proxy integration, with the limits that Lambda and the gateway set. */
final class Integration {
  /** How long the gateway waits for a function. */
  static final Duration PATIENCE = Duration.ofSeconds(29);

  /** What Lambda takes for an event, and for an answer, in bytes. */
  static final int PAYLOAD_LIMIT = 6 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Integration.class);

  private final RequestStreamHandler function;
  private final Executor threads;
  private final Duration patience;

  /**
   * @param threads runs the function, which goes on when the gateway no longer waits for it
   * @param patience how long the gateway waits
   */
  Integration(RequestStreamHandler function, Executor threads, Duration patience) {
    this.function = function;
    this.threads = threads;
    this.patience = patience;
  }

  ProxyAnswer answer(ProxyEvents.Event event) {
    byte[] json = Json.write(event.json()).getBytes(StandardCharsets.UTF_8);
    if (json.length > PAYLOAD_LIMIT) {
      return GatewayResponses.TOO_LARGE;
    }
    try {
      return CompletableFuture.supplyAsync(() -> invoke(json, event.requestId()), threads)
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return GatewayResponses.TIMEOUT;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return GatewayResponses.BROKEN;
    } catch (ExecutionException e) {
      LOG.error("The function failed at request {}", event.requestId(), e.getCause());
      return GatewayResponses.BROKEN;
    }
  }

  private ProxyAnswer invoke(byte[] json, String requestId) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(json), answer, LocalContext.start(requestId, Clock.systemUTC()));
    } catch (IOException e) {
      throw new IllegalStateException("The function cannot read or write", e);
    }
    if (answer.size() > PAYLOAD_LIMIT) {
      throw new IllegalArgumentException("The function answered with more than Lambda returns");
    }
    return ProxyAnswer.parse(answer.toByteArray()).renamed();
  }
}
