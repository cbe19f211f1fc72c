package ai.equalto.lesserbody.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request for revocation (RFC 7009 section 2.1).
 *
 * @param endpoint the URL of the MCP endpoint, beside which revocation is served
 * @param bearer a token with the scope admin; it goes nowhere else, and is in no message
 */
record RevocationCall(URI endpoint, String bearer) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What became of it, in a sentence. */
  record Outcome(boolean done, String message) {}

  Outcome send(Map<String, String> form) throws InterruptedException {
    String base = endpoint.toString();
    URI target = URI.create(base.substring(0, base.length() - "/mcp".length()) + "/oauth/revoke");
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(target)
              .timeout(PATIENCE)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Authorization", "Bearer " + bearer)
              .POST(BodyPublishers.ofString(encoded(form)))
              .build();
      return outcome(target, client.send(request, BodyHandlers.ofString()));
    } catch (IOException | IllegalArgumentException e) {
      return new Outcome(false, "There is no answer from " + target + "; is the server running?");
    }
  }

  private static Outcome outcome(URI target, HttpResponse<String> response) {
    return switch (response.statusCode()) {
      case 200 -> new Outcome(true, "Revoked, everywhere within 30 seconds.");
      case 401 -> new Outcome(false, "The server does not know this operator: 401.");
      case 403 -> new Outcome(false, "The server wants a token with the scope admin: 403.");
      case 404 -> new Outcome(false, "The server has no table of revocations: 404.");
      case 503 -> new Outcome(false, "Nothing was revoked, for the table is away; try again: 503.");
      default ->
          new Outcome(
              false, target + " answers " + response.statusCode() + ": " + response.body().strip());
    };
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Redacted: the bearer may revoke. */
  @Override
  public String toString() {
    return "RevocationCall[" + endpoint + "]";
  }
}
