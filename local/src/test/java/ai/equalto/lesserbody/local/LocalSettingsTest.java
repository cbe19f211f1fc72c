package ai.equalto.lesserbody.local;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.local.token.SecretStore;
import ai.equalto.lesserbody.local.token.SigningSecret;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSettingsTest {
  private static final String SECRET = "a secret that is long enough for HS256";
  private static final URI ENDPOINT = URI.create("http://127.0.0.1:8787/mcp");
  private static final URI INSTANCE = URI.create("http://127.0.0.1:3000");
  private static final URI EMBEDDED = URI.create("http://127.0.0.1:8000");

  @Test
  void fillsInWhatIsMissing() throws Exception {
    assertThat(filled(Map.of()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                entry("JWT_SECRET", SECRET),
                entry("LESSER_API_BASE_URL", "http://127.0.0.1:3000"),
                entry("MCP_ENDPOINT", "http://127.0.0.1:8787/mcp"),
                entry("MCP_ALLOW_LOOPBACK_ORIGINS", "true"),
                entry("LESSER_TABLE_NAME", "lesser-local"),
                entry("MCP_SESSION_TABLE", "lesser-body-sessions-local"),
                entry("MCP_REVOCATION_TABLE", "lesser-body-revocations-local"),
                entry("MCP_RATE_TABLE", "lesser-body-rates-local"),
                entry("AWS_REGION", "us-east-1"),
                entry("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8000"),
                entry("AWS_ACCESS_KEY_ID", "local"),
                entry("AWS_SECRET_ACCESS_KEY", "local")));
  }

  @Test
  void leavesWhatIsGiven() throws Exception {
    Map<String, String> given = new HashMap<>(filled(Map.of()));
    given.replaceAll((name, value) -> "given");
    given.put("OTHER", "given");

    assertThat(filled(given)).isEqualTo(given);
  }

  @Test
  void anEmptyVariableIsMissing() throws Exception {
    assertThat(filled(Map.of("AWS_REGION", ""))).containsEntry("AWS_REGION", "us-east-1");
  }

  @Test
  void halfAKeyPairIsReplaced() throws Exception {
    assertThat(filled(Map.of("AWS_ACCESS_KEY_ID", "AKIA")))
        .containsEntry("AWS_ACCESS_KEY_ID", "local")
        .containsEntry("AWS_SECRET_ACCESS_KEY", "local");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS_ENDPOINT_URL_DYNAMODB",
        "LESSER_TABLE_NAME",
        "MCP_SESSION_TABLE",
        "MCP_REVOCATION_TABLE",
        "MCP_RATE_TABLE"
      })
  void aNamedTableOrEndpointMeansTablesElsewhere(String name) {
    assertThat(LocalSettings.nameTables(host(Map.of(name, "given")))).isTrue();
    assertThat(LocalSettings.nameTables(host(Map.of(name, "")))).isFalse();
  }

  @Test
  void aNamedInstanceIsElsewhere() {
    assertThat(LocalSettings.nameInstance(host(Map.of("LESSER_API_BASE_URL", "given")))).isTrue();
    assertThat(LocalSettings.nameInstance(host(Map.of("LESSER_API_BASE_URL", "")))).isFalse();
  }

  @Test
  void aMalformedEndpointIsLeftForTheFunctionToRefuse() {
    assertThat(new LocalSettings(host(Map.of("MCP_ENDPOINT", "not a URL"))).endpoint()).isEmpty();
  }

  private static Map<String, String> filled(Map<String, String> environment) throws Exception {
    SigningSecret secret =
        new SecretStore(Map.of("JWT_SECRET", SECRET), Path.of("unused"), new SecureRandom())
            .secret();
    return new LocalSettings(host(environment))
        .fillServer(ENDPOINT, secret)
        .fillTables(EMBEDDED)
        .fillInstance(INSTANCE)
        .environment();
  }

  private static Host host(Map<String, String> environment) {
    return new Host(environment, Path.of("unused"), Clock.systemUTC(), new SecureRandom());
  }
}
