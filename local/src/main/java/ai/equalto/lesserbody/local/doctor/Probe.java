package ai.equalto.lesserbody.local.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Asks, and remembers what came back. An exchange is bounded in time, an answer at 1 MiB, and a
 * redirect is not followed: it would lead a token astray.
 */
final class Probe implements AutoCloseable {
  static final int MAX_BODY = 1 << 20;
  static final String AUTHORIZATION = "Authorization";

  private final HttpClient client;
  private final Duration timeout;
  private final List<Answer> answers = new ArrayList<>();

  Probe(Duration timeout, SSLContext tls) {
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(tls)
            .build();
  }

  /** Asks without a token. */
  Answer get(URI uri) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri));
  }

  /**
   * Asks without a token that is any good.
   *
   * @throws IOException if there is no whole answer; its message is a few words without data
   */
  Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return exchange(request, false);
  }

  /** Asks with the token; otherwise as {@link #send}. */
  Answer send(HttpRequest.Builder request, BearerToken token)
      throws IOException, InterruptedException {
    return exchange(request.header(AUTHORIZATION, token.authorization()), true);
  }

  private Answer exchange(HttpRequest.Builder builder, boolean withToken)
      throws IOException, InterruptedException {
    HttpRequest request = builder.timeout(timeout).build();
    var bounded = BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MAX_BODY);
    CompletableFuture<HttpResponse<String>> coming = client.sendAsync(request, bounded);
    try {
      // The request's own limit ends with the header.
      HttpResponse<String> response = coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      Answer answer =
          new Answer(response.statusCode(), response.headers(), response.body(), withToken);
      answers.add(answer);
      return answer;
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new IOException(late(), e);
    } catch (ExecutionException e) {
      throw new IOException(words(e.getCause()), e);
    }
  }

  /** All answers until now. */
  List<Answer> answers() {
    return List.copyOf(answers);
  }

  private String words(Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException e -> late();
      case ConnectException e -> "nothing listens there";
      case SSLException e -> "the TLS handshake failed";
      default ->
          "the connection broke, or the answer was larger than " + MAX_BODY + " bytes or malformed";
    };
  }

  private String late() {
    return "none within " + timeout.toSeconds() + " s";
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
