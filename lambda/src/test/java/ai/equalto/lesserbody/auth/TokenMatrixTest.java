package ai.equalto.lesserbody.auth;

import static ai.equalto.lesserbody.testkit.TestJson.json;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestServer;
import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.auth.TokenMatrix.Row;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends every hostile token through the whole function. */
class TokenMatrixTest {
  private static final TestServer OPEN = new TestServer(Map.of());
  private static final TestServer STRICT =
      new TestServer(Map.of("JWT_AUDIENCE", TokenMatrix.AUDIENCE));

  private static Reply send(TestServer server, String token) {
    return server.send(
        "POST",
        "/mcp",
        Map.of("Authorization", "Bearer " + token, "User-Agent", "matrix"),
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
  }

  private static void assertRefuses(TestServer server, Row row) {
    int before = server.log().size();

    Reply reply = send(server, row.token());

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.headers().get("WWW-Authenticate"))
        .startsWith("Bearer error=\"invalid_token\", resource_metadata=");
    assertThat(reply.body())
        .isEqualTo(
            "{\"error\":\"invalid_token\",\"error_description\":"
                + "\"The token is invalid, expired or not for this server.\"}");
    assertThat(server.log()).hasSize(before + 1);
    JsonNode line = json(server.log().getLast());
    assertThat(line.get("event").textValue()).isEqualTo("auth_failure");
    assertThat(line.get("reason").textValue()).isEqualTo(row.reason());
    assertThat(line.get("token_hash").textValue()).matches("[0-9a-f]{8}");
    assertThat(server.log().getLast()).doesNotContain(row.token());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ai.equalto.lesserbody.auth.TokenMatrix#withoutAudience")
  void refusesToken(Row row) {
    assertRefuses(OPEN, row);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ai.equalto.lesserbody.auth.TokenMatrix#withAudience")
  void refusesTokenWhereAnAudienceIsAskedFor(Row row) {
    assertRefuses(STRICT, row);
  }

  /** Or the rows above would prove nothing. */
  @Test
  void admitsTheTokensThatTheHostileOnesAreMadeFrom() {
    String meant = HookFixture.claims(",\"aud\":\"" + TokenMatrix.AUDIENCE + "\"");

    assertThat(send(OPEN, HookFixture.signed(HookFixture.claims(""))).status()).isNotEqualTo(401);
    assertThat(send(STRICT, HookFixture.signed(meant)).status()).isNotEqualTo(401);
  }
}
