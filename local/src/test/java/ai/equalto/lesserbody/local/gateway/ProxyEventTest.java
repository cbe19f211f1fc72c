package ai.equalto.lesserbody.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyEventTest {
  private final RecordingFunction function = RecordingFunction.empty();
  private Gateway gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = Gateway.bind(0);
    gateway.serve(function);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void carriesMethodPathHeadersAndBody() throws Exception {
    JsonNode event =
        event(
            "POST /mcp HTTP/1.1",
            "Host: 127.0.0.1:" + gateway.port(),
            "content-TYPE: application/json",
            "X-Name: Zoë",
            "Content-Length: 9",
            "Connection: close",
            "",
            "{\"é\": 1}");

    assertThat(event.path("resource").asText()).isEqualTo("/{proxy+}");
    assertThat(event.at("/pathParameters/proxy").asText()).isEqualTo("mcp");
    assertThat(event.path("path").asText()).isEqualTo("/mcp");
    assertThat(event.path("httpMethod").asText()).isEqualTo("POST");
    assertThat(event.at("/headers/Content-Type").asText()).isEqualTo("application/json");
    assertThat(event.at("/headers/X-Name").asText()).isEqualTo("Zoë");
    assertThat(event.at("/multiValueHeaders/X-Name/0").asText()).isEqualTo("Zoë");
    assertThat(event.path("body").asText()).isEqualTo("{\"é\": 1}");
    assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
  }

  @Test
  void saysNullWhereThereIsNothing() throws Exception {
    JsonNode event = event("GET / HTTP/1.1", "Host: x", "Connection: close", "", "");

    for (String name :
        new String[] {
          "queryStringParameters",
          "multiValueQueryStringParameters",
          "pathParameters",
          "stageVariables",
          "body"
        }) {
      assertThat(event.has(name)).as(name).isTrue();
      assertThat(event.path(name).isNull()).as(name).isTrue();
    }
    assertThat(event.at("/requestContext/identity/userAgent").isNull()).isTrue();
  }

  @Test
  void keepsAllValuesOfAHeader() throws Exception {
    JsonNode event =
        event("GET /mcp HTTP/1.1", "Host: x", "X-A: 1", "x-a: 2", "Connection: close", "", "");

    assertThat(event.at("/headers/X-A").asText()).isEqualTo("2");
    assertThat(Json.write(event.at("/multiValueHeaders/X-A"))).isEqualTo("[\"1\",\"2\"]");
  }

  @Test
  void decodesTheQuery() throws Exception {
    JsonNode event =
        event("GET /mcp?a=1&a=%C3%A9+x&b&&c= HTTP/1.1", "Host: x", "Connection: close", "", "");

    assertThat(event.path("path").asText()).isEqualTo("/mcp");
    assertThat(event.at("/queryStringParameters/a").asText()).isEqualTo("é x");
    assertThat(event.at("/multiValueQueryStringParameters/a/0").asText()).isEqualTo("1");
    assertThat(event.at("/multiValueQueryStringParameters/a/1").asText()).isEqualTo("é x");
    assertThat(event.at("/queryStringParameters/b").asText("none")).isEmpty();
    assertThat(event.path("queryStringParameters").size()).isEqualTo(3);
  }

  @Test
  void encodesABodyThatIsNoText() throws Exception {
    byte[] head =
        "POST /mcp HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n??"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    head[head.length - 2] = (byte) 0xFF;
    head[head.length - 1] = 0;
    RawHttp.send(gateway, head);
    JsonNode event = function.next().event();

    assertThat(event.path("body").asText()).isEqualTo("/wA=");
    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void readsAChunkedBody() throws Exception {
    JsonNode event =
        event(
            "POST /mcp HTTP/1.1",
            "Host: x",
            "Transfer-Encoding: chunked",
            "Connection: close",
            "",
            "3",
            "abc",
            "2",
            "de",
            "0",
            "",
            "");

    assertThat(event.path("body").asText()).isEqualTo("abcde");
  }

  @Test
  void describesTheRequest() throws Exception {
    JsonNode event =
        event("PROPFIND /a/b HTTP/1.1", "Host: x", "User-Agent: t/1", "Connection: close", "", "");
    JsonNode context = event.path("requestContext");

    assertThat(context.path("resourcePath").asText()).isEqualTo("/{proxy+}");
    assertThat(context.path("path").asText()).isEqualTo("/a/b");
    assertThat(context.path("httpMethod").asText()).isEqualTo("PROPFIND");
    assertThat(context.path("protocol").asText()).isEqualTo("HTTP/1.1");
    assertThat(context.path("stage").asText()).isEqualTo("local");
    assertThat(context.path("domainName").asText()).isEqualTo("127.0.0.1:" + gateway.port());
    assertThat(context.path("requestTime").asText())
        .matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
    assertThat(Instant.ofEpochMilli(context.path("requestTimeEpoch").asLong()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(context.at("/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.at("/identity/userAgent").asText()).isEqualTo("t/1");
    assertThat(context.path("identity").size()).isEqualTo(12);
    for (String name : new String[] {"resourceId", "accountId", "domainPrefix", "apiId"}) {
      assertThat(context.path(name).asText()).as(name).isNotEmpty();
    }
  }

  @Test
  void namesTheRequestInEventAndContextAlike() throws Exception {
    RawHttp.send(gateway, "GET / HTTP/1.1", "Host: x", "Connection: close", "", "");
    RecordingFunction.Invocation invocation = function.next();
    Context context = invocation.context();
    String requestId = invocation.event().at("/requestContext/requestId").asText();

    assertThat(UUID.fromString(requestId).version()).isEqualTo(4);
    assertThat(context.getAwsRequestId()).isEqualTo(requestId);
    assertThat(context.getFunctionName()).isEqualTo("lesser-body-local");
    assertThat(context.getMemoryLimitInMB()).isEqualTo(512);
    assertThat(context.getRemainingTimeInMillis()).isBetween(1, 29_000);
  }

  private JsonNode event(String... lines) throws IOException, InterruptedException {
    assertThat(RawHttp.send(gateway, lines)).startsWith("HTTP/1.1 200");
    return function.next().event();
  }
}
