package ai.equalto.lesserbody.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What API Gateway does before and after a function, done on a laptop as well. */
class GatewayOfAnApiTest {
  private static final String ALLOW =
      "{\"policyDocument\": {\"Statement\": [{\"Effect\": \"Allow\"}]}}";
  private static final URI ENDPOINT = URI.create("https://agent.example/base/mcp");

  private final RecordingFunction function =
      new RecordingFunction(
          "{\"statusCode\":403,\"headers\":{\"www-authenticate\":\"Bearer x\",\"X-Other\":\"y\"}}");

  private static HttpResponse<String> send(
      Functions functions, String method, String path, String... headers) throws Exception {
    try (Gateway gateway = Gateway.bind(0);
        HttpClient client = HttpClient.newHttpClient()) {
      gateway.serve(functions, ENDPOINT);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(gateway.uri(path)).method(method, BodyPublishers.ofString("body"));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private HttpResponse<String> post(RequestStreamHandler authorizer) throws Exception {
    return send(
        new Functions(function, authorizer), "POST", "/mcp", "Authorization", "Bearer token");
  }

  private static RequestStreamHandler throwing(String message) {
    return (event, answer, context) -> {
      throw new IllegalStateException(message);
    };
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private void assertUnauthorized(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(header(answer, "WWW-Authenticate"))
        .isEqualTo(
            "Bearer resource_metadata=\"https://agent.example/base/.well-known/"
                + "oauth-protected-resource/mcp\", scope=\"read write\"");
    assertThat(header(answer, "Access-Control-Expose-Headers")).isEqualTo("WWW-Authenticate");
    assertThat(function.wasNeverCalled()).isTrue();
  }

  @Test
  void answersWhoeverBringsNothingWithoutAskingAnybody() throws Exception {
    RecordingFunction authorizer = new RecordingFunction(ALLOW);

    assertUnauthorized(send(new Functions(function, authorizer), "POST", "/mcp"));
    assertThat(authorizer.wasNeverCalled()).isTrue();
  }

  @Test
  void answersFourHundredOneWhenTheAuthorizerSaysUnauthorized() throws Exception {
    assertUnauthorized(post(throwing("Unauthorized")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Unavailable", "unauthorized"})
  void answersFiveHundredThreeWhenTheAuthorizerFails(String message) throws Exception {
    HttpResponse<String> answer = post(throwing(message));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(header(answer, "Retry-After")).isEqualTo("5");
    assertThat(function.wasNeverCalled()).isTrue();
  }

  @Test
  void givesTheChallengeOfADenialToTheClient() throws Exception {
    HttpResponse<String> answer =
        post(
            new RecordingFunction(
                """
                {"policyDocument": {"Statement": [{"Effect": "Deny"}]},
                 "context": {"challenge": "Bearer scope=\\"write\\"", "error": "insufficient_scope",
                             "description": "This needs the scope write."}}
                """));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer scope=\"write\"");
    assertThat(answer.body())
        .startsWith(
            "{\"error\":\"insufficient_scope\","
                + "\"error_description\":\"This needs the scope write.\",");
    assertThat(function.wasNeverCalled()).isTrue();
  }

  @Test
  void renamesTheChallengeOfTheFunction() throws Exception {
    HttpResponse<String> answer = post(new RecordingFunction(ALLOW));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(header(answer, "x-amzn-remapped-www-authenticate")).isEqualTo("Bearer x");
    assertThat(header(answer, "X-Other")).isEqualTo("y");
  }

  @Test
  void showsTheAuthorizerEverythingButTheBody() throws Exception {
    RecordingFunction authorizer = new RecordingFunction(ALLOW);
    post(authorizer);

    JsonNode event = authorizer.next().event();
    assertThat(event.path("type").asText()).isEqualTo("REQUEST");
    assertThat(event.path("methodArn").asText()).endsWith("/local/POST/mcp");
    assertThat(event.at("/headers/Authorization").asText()).isEqualTo("Bearer token");
    assertThat(event.at("/requestContext/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(event.has("body")).isFalse();
    assertThat(function.next().event().path("body").asText()).isEqualTo("body");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /healthz, /healthz",
    "GET, /.well-known/mcp.json, /.well-known/{proxy+}",
    "POST, /.well-known/oauth-protected-resource/mcp, /.well-known/{proxy+}",
    "OPTIONS, /mcp, /{proxy+}",
    "OPTIONS, /, /"
  })
  void asksNobodyAboutWhatIsPublic(String method, String path, String resource) throws Exception {
    assertThat(send(new Functions(function, throwing("Unauthorized")), method, path).statusCode())
        .isEqualTo(403);
    assertThat(function.next().event().path("resource").asText()).isEqualTo(resource);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/mcp", "/healthz/", "/.well-known/", "/.well-known", "/healthzz"})
  void asksAboutEverythingElse(String path) throws Exception {
    assertUnauthorized(send(new Functions(function, throwing("Unauthorized")), "GET", path));
  }

  @ParameterizedTest
  @CsvSource({"/local/healthz, /healthz", "/local, /", "/local/, /", "/localhost, /localhost"})
  void servesEverythingUnderTheStageToo(String sent, String routed) throws Exception {
    send(
        new Functions(function, new RecordingFunction(ALLOW)),
        "GET",
        sent,
        "Authorization",
        "Bearer token");

    JsonNode event = function.next().event();
    assertThat(event.path("path").asText()).isEqualTo(routed);
    assertThat(event.at("/requestContext/path").asText()).isEqualTo(sent);
  }

  @Test
  void waitsForAFunctionOnlySoLong() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    RequestStreamHandler hanging =
        (event, answer, context) -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Gateway gateway = Gateway.bind(0);
        HttpClient client = HttpClient.newHttpClient()) {
      gateway.serve(Optional.empty(), new Integration(hanging, threads, Duration.ZERO));

      HttpRequest request = HttpRequest.newBuilder(gateway.uri("/mcp")).build();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(504);
      end.countDown();
    }
  }

  @Test
  void takesNoAnswerThatIsLargerThanLambdaReturns() throws Exception {
    String large = "x".repeat(Integration.PAYLOAD_LIMIT);
    Functions functions =
        new Functions(
            new RecordingFunction("{\"statusCode\":200,\"body\":\"" + large + "\"}"),
            new RecordingFunction(ALLOW));

    assertThat(send(functions, "GET", "/healthz").statusCode()).isEqualTo(502);
  }
}
