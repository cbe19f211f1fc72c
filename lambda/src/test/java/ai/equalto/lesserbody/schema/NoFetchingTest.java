package ai.equalto.lesserbody.schema;

import static ai.equalto.lesserbody.testkit.TestJson.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No schema makes this server load another one (2026-07-28, "$ref Resolution"). */
class NoFetchingTest {
  private final AtomicInteger visits = new AtomicInteger();
  private HttpServer server;

  /** A server that would answer with a schema that everything fits. */
  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          visits.incrementAndGet();
          byte[] schema = "{}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, schema.length);
          exchange.getResponseBody().write(schema);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/schema.json";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'object','$ref':'URL'}",
        "{'type':'object','$ref':'URL#/$defs/a'}",
        "{'type':'object','$dynamicRef':'URL#a'}",
        "{'type':'object','$schema':'URL'}",
        "{'type':'object','$id':'URL','$ref':'other.json'}",
        "{'type':'object','id':'URL','$ref':'#/$defs/a'}",
        "{'type':'object','allOf':[{'$schema':'URL'}]}",
      })
  void neitherTheLimitsNorTheValidatorOpenAConnection(String schema) {
    ObjectNode remote = object(schema.replace("URL", url()));

    assertThatIllegalArgumentException().isThrownBy(() -> Input.json(remote));
    assertThat(catchThrowable(() -> new InputValidator(remote).check(object("{}")))).isNotNull();
    assertThat(visits).hasValue(0);
  }

  @Test
  void anIdIsANameAndNoAddress() throws InvalidInputException {
    ObjectNode schema = object("{'$id':'" + url() + "','type':'object','required':['a']}");

    assertThat(Input.json(schema).read(object("{'a':1}"))).isEqualTo(object("{'a':1}"));
    assertThat(visits).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/hostname",
        "classpath:draft/2020-12/schema",
        "resource:/draft/2020-12/schema",
        "https://json-schema.org/draft/2020-12/schema",
        "http://json-schema.org/draft-07/schema#",
      })
  void theValidatorLoadsNothingFromFilesNorFromTheClassPath(String place) {
    ObjectNode schema = object("{'$ref':'" + place + "'}");

    assertThat(catchThrowable(() -> new InputValidator(schema).check(object("{}")))).isNotNull();
  }
}
