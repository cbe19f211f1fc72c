package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.local.gateway.Gateway;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private static final String SECRET = "a secret that is long enough for HS256";
  private static final Instant NOW = Instant.parse("2026-07-28T12:00:00.5Z");

  @TempDir private Path temp;

  @Test
  void tokenPrintsNothingButTheToken() {
    Terminal terminal = terminal(Map.of("JWT_SECRET", SECRET));

    assertThat(terminal.run("token", "--username", "alice")).isZero();
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.out()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
    Jws<Claims> token = verified(terminal.out(), SECRET);
    Claims claims = token.getPayload();
    assertThat(token.getHeader().getAlgorithm()).isEqualTo("HS256");
    assertThat(claims.getSubject()).isEqualTo("alice");
    assertThat(claims.get("username")).isEqualTo("alice");
    assertThat(claims.get("scopes")).isEqualTo(List.of("read", "write"));
    assertThat(claims.getIssuedAt()).isEqualTo("2026-07-28T12:00:00Z");
    assertThat(claims.getExpiration()).isEqualTo("2026-07-28T12:15:00Z");
    assertThat(claims.getId()).hasSize(36);
    assertThat(claims).doesNotContainKey("aud");
  }

  @Test
  void tokenSaysWhatItWasAskedToSay() {
    Terminal terminal = terminal(Map.of("JWT_SECRET", SECRET));
    String audience = "http://127.0.0.1:8787/mcp";

    terminal.run("token", "--username=bo", "--scopes=admin", "--ttl=24h", "--audience=" + audience);
    Claims claims = verified(terminal.out(), SECRET).getPayload();
    assertThat(claims.get("scopes")).isEqualTo(List.of("admin"));
    assertThat(claims.getExpiration()).isEqualTo("2026-07-29T12:00:00Z");
    assertThat(claims.getAudience()).isEqualTo(Set.of(audience));
  }

  @Test
  void tokenUsesTheSecretOfTheCheckout() throws Exception {
    Terminal terminal = terminal(Map.of());
    terminal.run("token", "--username", "alice");

    String secret = Files.readString(temp.resolve(".local/jwt-secret"));
    assertThat(verified(terminal.out(), secret).getPayload().getSubject()).isEqualTo("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token",
        "token --username alice --ttl 25h",
        "token --username alice --ttl soon",
        "token --username alice --scopes read,root",
        "token --username alice --scopes READ",
        "token --username alice --bogus",
        "token --username  ",
        "rotate-secret",
        "rotate-secret --secret-id x",
        "rotate-secret --secret-id x --region eu-west-1 --endpoint localhost",
        "revoke",
        "revoke --token a --jti b",
        "revoke --token a --issuer b",
        "revoke --identity a --issuer b",
        "revoke --token a --issued-before 2026-01-01T00:00:00Z",
        "revoke --identity a --issued-before yesterday",
        "revoke --identity a --url ftp://a.example/mcp",
        "revoke --identity a --url http://a.example/mcp",
        "revoke --identity a --url https://a.example",
        "revoke --bogus",
        "doctor",
        "doctor https://a.example",
        "doctor https://a.example/mcp --timeout 0",
        "doctor https://a.example/mcp --timeout soon",
        "doctor https://a.example/mcp --origin https://b.example/",
        "doctor https://a.example/mcp --token-file no-such-file",
        "serve --bogus",
        "serve --port 65536",
        "serve --port x",
        "serve --in-memory --data x",
        "conformance --bogus",
        "conformance --port x",
        "conformance --port 65536",
        "conformance --check --port 8787",
        "conformance --check=yes",
        "bench --bogus",
        "bench --rounds 0",
        "bench --only warmth",
        "bench --short --only cold",
        "bench --short --write",
        "bench --short --peers",
        "audit",
        "audit verify",
        "audit verify no-such-file",
        "--bogus",
        "nonsense"
      })
  void aMistypedCommandIsExplainedOnStandardError(String line) {
    Terminal terminal = terminal(Map.of("JWT_SECRET", SECRET));

    assertThat(terminal.run(line.split(" ", -1))).isEqualTo(2);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err())
        .containsAnyOf("Usage: ./run", "Did you mean: ./run")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void aVariableThatIsNoPortIsMistypedToo() {
    Terminal terminal = terminal(Map.of("PORT", "http"));

    assertThat(terminal.run()).isEqualTo(2);
    assertThat(terminal.err()).startsWith("Invalid value for PORT: 'http' is not a port");
  }

  @Test
  void helpListsEveryCommandInALine() {
    Terminal terminal = terminal(Map.of());

    assertThat(terminal.run("help")).isZero();
    assertThat(terminal.out())
        .contains(
            "  serve ",
            "  token ",
            "  rotate-secret ",
            "  revoke ",
            "  doctor ",
            "  conformance ",
            "  audit ",
            "  format ",
            "  help ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "serve --help",
        "token --help",
        "help token",
        "rotate-secret --help",
        "revoke --help",
        "doctor --help",
        "conformance --help",
        "help conformance",
        "audit --help",
        "audit verify --help",
        "--version"
      })
  void helpAndVersionGoToStandardOutput(String line) {
    Terminal terminal = terminal(Map.of());

    assertThat(terminal.run(line.split(" ", -1))).isZero();
    assertThat(terminal.out()).containsAnyOf("Usage: ./run", "lesser-body ");
    assertThat(terminal.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve --in-memory", "conformance"})
  void aPortThatIsTakenIsNamed(String line) throws Exception {
    try (Gateway other = Gateway.bind(0)) {
      Terminal terminal = terminal(Map.of("PORT", Integer.toString(other.port())));

      assertThat(terminal.run(line.split(" ", -1))).isEqualTo(1);
      assertThat(terminal.out()).isEmpty();
      assertThat(terminal.err())
          .isEqualToNormalizingNewlines(
              "Port %d is taken; choose another with --port or PORT.\n".formatted(other.port()));
    }
  }

  @Test
  void serveTellsWhatIsWrongWithASetting() {
    Terminal terminal = terminal(Map.of("JWT_SECRET", "short", "PORT", "0"));

    assertThat(terminal.run("serve", "--in-memory")).isEqualTo(1);
    assertThat(terminal.err()).startsWith("JWT_SECRET").doesNotContain("\tat ");
  }

  private static Jws<Claims> verified(String token, String secret) {
    return Jwts.parser()
        .clock(() -> Date.from(NOW))
        .verifyWith(Keys.hmacShaKeyFor(secret.getBytes(StandardCharsets.UTF_8)))
        .build()
        .parseSignedClaims(token.strip());
  }

  private Terminal terminal(Map<String, String> environment) {
    return new Terminal(environment, temp.resolve(".local"), Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
