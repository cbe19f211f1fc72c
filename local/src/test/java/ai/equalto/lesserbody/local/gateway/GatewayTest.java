package ai.equalto.lesserbody.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatewayTest {
  private static final byte[] OK = "{\"statusCode\":204}".getBytes(StandardCharsets.UTF_8);

  @Test
  void answersWhatTheFunctionAnswers() throws Exception {
    var function =
        new RecordingFunction(
            """
            {"statusCode":201,"headers":{"X-One":"Zoë","X-Both":"2"},
             "multiValueHeaders":{"X-Both":["1","2"]},"body":"é","isBase64Encoded":false}
            """);
    String answer = raw(function, "GET / HTTP/1.1", "Host: x", "Connection: close", "", "");
    String utf8 = new String(answer.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);

    assertThat(utf8)
        .startsWith("HTTP/1.1 201 ")
        .containsIgnoringCase("\r\nX-One: Zoë\r\n")
        .containsIgnoringCase("\r\nX-Both: 1\r\nX-both: 2\r\n")
        .containsIgnoringCase("\r\nContent-Length: 2\r\n")
        .endsWith("\r\n\r\né");
  }

  @Test
  void decodesABinaryAnswer() throws Exception {
    var function =
        new RecordingFunction("{\"statusCode\":200,\"body\":\"/wA=\",\"isBase64Encoded\":true}");

    assertThat(raw(function, "GET / HTTP/1.1", "Host: x", "Connection: close", "", ""))
        .endsWith("\r\n\r\n\u00FF\0");
  }

  @Test
  void answersHeadWithTheLengthAndNoBody() throws Exception {
    var function = new RecordingFunction("{\"statusCode\":200,\"body\":\"four\"}");

    assertThat(raw(function, "HEAD / HTTP/1.1", "Host: x", "Connection: close", "", ""))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("Content-Length: 4")
        .endsWith("\r\n\r\n");
  }

  @Test
  void letsAClientContinue() throws Exception {
    String answer =
        raw(
            RecordingFunction.empty(),
            "POST / HTTP/1.1",
            "Host: x",
            "Expect: 100-continue",
            "Content-Length: 2",
            "Connection: close",
            "",
            "{}");

    assertThat(answer).startsWith("HTTP/1.1 100 Continue\r\n").contains("\r\n\r\nHTTP/1.1 200 ");
  }

  @Test
  void keepsAConnectionForMoreRequests() throws Exception {
    String request = "GET / HTTP/1.1\r\nHost: x\r\n";
    String answer = raw(RecordingFunction.empty(), request, request + "Connection: close", "", "");

    assertThat(answer.split("HTTP/1.1 200 ", -1)).hasSize(3);
  }

  @Test
  void refusesABodyOverTenMegabytes() throws Exception {
    RecordingFunction function = RecordingFunction.empty();
    try (Gateway gateway = serving(function);
        HttpClient client = HttpClient.newHttpClient()) {
      byte[] tooLong = blanks(RequestBody.LIMIT + 1);
      HttpResponse<String> declared = post(client, gateway, tooLong, false);
      HttpResponse<String> chunked = post(client, gateway, tooLong, true);

      assertThat(List.of(declared, chunked))
          .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(413))
          .allSatisfy(answer -> assertThat(answer.body()).contains("request_too_large"));
    }
    assertThat(function.wasNeverCalled()).isTrue();
  }

  @Test
  void takesWhatLambdaTakes() throws Exception {
    try (Gateway gateway = serving(RecordingFunction.empty());
        HttpClient client = HttpClient.newHttpClient()) {
      byte[] most = blanks(Integration.PAYLOAD_LIMIT - 10_000);
      byte[] tooLong = blanks(Integration.PAYLOAD_LIMIT);
      assertThat(post(client, gateway, most, true).statusCode()).isEqualTo(200);
      assertThat(post(client, gateway, tooLong, true).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void hidesAFailureOfTheFunction() throws Exception {
    RequestStreamHandler throwing =
        (event, response, context) -> {
          throw new IOException("the secret cause");
        };
    for (RequestStreamHandler broken :
        List.of(
            throwing,
            new RecordingFunction("no JSON"),
            new RecordingFunction("{\"statusCode\":99}"),
            new RecordingFunction("{\"statusCode\":200,\"headers\":{\"X\":\"a\\r\\nY: b\"}}"))) {
      assertThat(raw(broken, "GET / HTTP/1.1", "Host: x", "Connection: close", "", ""))
          .startsWith("HTTP/1.1 502 ")
          .endsWith("\r\n\r\n{\"message\":\"Internal server error\"}");
    }
  }

  @Test
  void servesRequestsAtTheSameTime() throws Exception {
    int requests = 8;
    CountDownLatch together = new CountDownLatch(requests);
    RequestStreamHandler meeting =
        (event, response, context) -> {
          together.countDown();
          try {
            if (together.await(10, TimeUnit.SECONDS)) {
              response.write(OK);
            }
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        };
    try (Gateway gateway = serving(meeting);
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(gateway.uri("/mcp")).build();
      var answers =
          IntStream.range(0, requests)
              .mapToObj(i -> client.sendAsync(request, BodyHandlers.discarding()))
              .toList();
      assertThat(answers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
          .containsOnly(204);
    }
  }

  @Test
  void letsADecoratorChangeHeadersBeforeTheFunctionSeesThem() throws Exception {
    RecordingFunction function = RecordingFunction.empty();
    try (Gateway gateway =
        Gateway.bind(0, sent -> Map.of("X-Sent", List.of(sent.get("X-Name").getFirst())))) {
      gateway.serve(function);
      RawHttp.send(gateway, "GET / HTTP/1.1", "Host: x", "x-name: y", "Connection: close", "", "");
    }

    JsonNode event = function.next().event();
    assertThat(event.path("headers").toString()).isEqualTo("{\"X-Sent\":\"y\"}");
    assertThat(event.path("multiValueHeaders").toString()).isEqualTo("{\"X-Sent\":[\"y\"]}");
  }

  @Test
  void addsNoAuthorizationOfItsOwn() throws Exception {
    RecordingFunction function = RecordingFunction.empty();
    raw(function, "GET /mcp HTTP/1.1", "Host: x", "Connection: close", "", "");

    assertThat(function.next().event().path("headers").has("Authorization")).isFalse();
  }

  @Test
  void takesAPortOnce() throws Exception {
    try (Gateway gateway = Gateway.bind(0)) {
      assertThatThrownBy(() -> Gateway.bind(gateway.port()).close())
          .isInstanceOf(BindException.class);
    }
  }

  private static byte[] blanks(int length) {
    return " ".repeat(length).getBytes(StandardCharsets.US_ASCII);
  }

  private static Gateway serving(RequestStreamHandler function) throws IOException {
    Gateway gateway = Gateway.bind(0);
    gateway.serve(function);
    return gateway;
  }

  private static String raw(RequestStreamHandler function, String... lines) throws IOException {
    try (Gateway gateway = serving(function)) {
      return RawHttp.send(gateway, lines);
    }
  }

  private static HttpResponse<String> post(
      HttpClient client, Gateway gateway, byte[] body, boolean chunked)
      throws IOException, InterruptedException {
    var bytes = HttpRequest.BodyPublishers.ofByteArray(body);
    var publisher = chunked ? HttpRequest.BodyPublishers.fromPublisher(bytes) : bytes;
    return client.send(
        HttpRequest.newBuilder(gateway.uri("/mcp")).POST(publisher).build(),
        BodyHandlers.ofString());
  }
}
