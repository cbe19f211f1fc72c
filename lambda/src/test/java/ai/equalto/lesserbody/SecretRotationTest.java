package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.TestTokens;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole function before and after its secret was changed. */
class SecretRotationTest {
  private static final String OLD = "the secret before, of at least 32 bytes";
  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"x\",\"version\":\"1\"}}}";
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}";

  private final TestServer before = new TestServer(Map.of("JWT_SECRET", OLD));
  private final String session =
      post(before, OLD, Map.of(), INITIALIZE).headers().get("Mcp-Session-Id");

  private static TestServer.Reply post(
      TestServer server, String secret, Map<String, String> headers, String body) {
    long now = TestTokens.NOW.getEpochSecond();
    String claims =
        "{\"username\":\"alice\",\"scopes\":[\"read\"],\"iat\":%d,\"exp\":%d}"
            .formatted(now, now + 60);
    String token = TestTokens.sign(TestTokens.HS256, claims, "HmacSHA256", secret);
    Map<String, String> fields = new HashMap<>(headers);
    fields.put("Authorization", "Bearer " + token);
    fields.put("Content-Type", "application/json");
    return server.send("POST", "/mcp", fields, body);
  }

  private int ping(TestServer server, String secret) {
    Map<String, String> headers =
        Map.of("Mcp-Session-Id", session, "MCP-Protocol-Version", "2025-06-18");
    return post(server, secret, headers, PING).status();
  }

  @Test
  void findsASessionThatTheSecretBeforeSealed() {
    TestServer after = new TestServer(Map.of("JWT_SECRET_PREVIOUS", OLD));

    assertThat(ping(before, OLD)).isEqualTo(200);
    assertThat(ping(after, TestTokens.SECRET)).isEqualTo(200);
  }

  @Test
  void findsNoSessionOfASecretThatItNoLongerHas() {
    assertThat(ping(new TestServer(Map.of()), TestTokens.SECRET)).isEqualTo(404);
  }

  @Test
  void admitsNobodyWithATokenOfTheSecretBefore() {
    TestServer after = new TestServer(Map.of("JWT_SECRET_PREVIOUS", OLD));

    assertThat(ping(after, OLD)).isEqualTo(401);
    assertThat(after.log()).hasSize(1).first().asString().contains("bad_signature");
  }
}
