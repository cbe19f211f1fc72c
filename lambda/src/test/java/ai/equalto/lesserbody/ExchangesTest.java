package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.testkit.AskingPack;
import ai.equalto.lesserbody.testkit.ShowingPack;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays every file of wire exchanges against the whole function. */
class ExchangesTest {
  private static final Path FILES = Path.of("src/test/resources/exchanges");

  @TestFactory
  Stream<DynamicTest> everyFileIsAnsweredAsWritten() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      List<Path> sorted = files.sorted().toList();
      return sorted.stream()
          .map(path -> {
            ExchangeFile file = ExchangeFile.read(path);
            return DynamicTest.dynamicTest(file.title(), path.toUri(), () -> play(file));
          });
    }
  }

  private static void play(ExchangeFile file) {
    Map<String, String> settings = new HashMap<>();
    settings.put("MCP_ALLOWED_ORIGINS", "https://app.example");
    settings.put("MCP_PACKS", "echo, memory");
    settings.putAll(file.settings());
    TestServer server = new TestServer(settings, new AskingPack().pack(), ShowingPack.create());
    Map<String, String> remembered = new HashMap<>();
    for (ExchangeFile.Exchange exchange : file.exchanges()) {
      ExchangeFile.Sent sent = exchange.sent();
      String body = sent.body();
      for (Map.Entry<String, String> known : remembered.entrySet()) {
        body = body.replace(known.getKey(), known.getValue());
      }
      Reply reply = server.send(sent.method(), sent.path(), headers(sent, remembered), body);
      check(exchange, reply, remembered);
    }
  }

  private static Map<String, String> headers(
      ExchangeFile.Sent sent, Map<String, String> remembered) {
    Map<String, String> headers = new LinkedHashMap<>();
    sent.headers()
        .forEach((name, value) -> {
          if (name.equals("as")) {
            String[] who = value.split(" ", 2);
            headers.put("Authorization", "Bearer " + token(who));
          } else {
            headers.put(name, remembered.getOrDefault(value, value));
          }
        });
    return headers;
  }

  private static String token(String[] who) {
    return who.length == 2 ? TestServer.token(who[0], who[1].split(",")) : TestServer.token(who[0]);
  }

  private static void check(
      ExchangeFile.Exchange exchange, Reply reply, Map<String, String> remembered) {
    ExchangeFile.Expected expected = exchange.expected();
    String what = exchange.sent().method() + " " + exchange.sent().body();
    assertThat(reply.status()).as("%s%n%s", what, reply.body()).isEqualTo(expected.status());
    expected
        .headers()
        .forEach((name, value) -> {
          if (value.equals("-")) {
            assertThat(reply.headers()).as(what).doesNotContainKey(name);
          } else if (value.startsWith("${")) {
            remembered.put(value, reply.headers().get(name));
          } else {
            assertThat(reply.headers()).as(what).containsEntry(name, value);
          }
        });
    if (expected.body().isEmpty()) {
      assertThat(reply.body()).as(what).isEmpty();
    } else if ("text/event-stream".equals(reply.headers().get("Content-Type"))) {
      assertThat(reply.body()).as(what).isEqualTo(expected.body() + "\n\n");
    } else {
      JsonNode wanted = parse(expected.body());
      remember(wanted, reply.json(), remembered);
      assertThat(reply.json()).as(what).isEqualTo(wanted);
    }
  }

  /** Puts what came in the place of each {@code ${name}} that was expected. */
  private static void remember(JsonNode wanted, JsonNode came, Map<String, String> remembered) {
    for (Map.Entry<String, JsonNode> field : wanted.properties()) {
      String text = field.getValue().asText();
      JsonNode value = came.path(field.getKey());
      if (text.startsWith("${") && value.isTextual()) {
        remembered.put(text, value.textValue());
        field.setValue(value);
      }
      remember(field.getValue(), value, remembered);
    }
  }

  private static JsonNode parse(String json) {
    try {
      return Json.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw new AssertionError("the expected body is not JSON: " + json, e);
    }
  }
}
