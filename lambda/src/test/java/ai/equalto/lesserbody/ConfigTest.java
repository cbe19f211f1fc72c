package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.equalto.lesserbody.auth.IamGrant;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.limit.Quota;
import ai.equalto.lesserbody.limit.RateLimits;
import ai.equalto.lesserbody.tool.Confirmation;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
  private static final String URL_WANTED =
      "an https URL without query, fragment or user (http on loopback only)";

  private static Map<String, String> environment(String... nameAndValue) {
    Map<String, String> environment =
        new HashMap<>(Map.of("LESSER_TABLE_NAME", "memories", "AWS_REGION", "eu-west-1"));
    for (int i = 0; i < nameAndValue.length; i += 2) {
      environment.put(nameAndValue[i], nameAndValue[i + 1]);
    }
    return environment;
  }

  private static Config read(String... nameAndValue) {
    return Config.read(environment(nameAndValue));
  }

  private static List<String> problems(Map<String, String> environment) {
    ConfigException problem =
        catchThrowableOfType(ConfigException.class, () -> Config.read(environment));
    assertThat(problem).as("%s", environment).isNotNull();
    return problem.getMessage().lines().toList();
  }

  private static List<String> problems(String... nameAndValue) {
    return problems(environment(nameAndValue));
  }

  @Test
  void needsNoMoreThanATable() {
    Config config = read();

    assertThat(config.secrets())
        .isEqualTo(
            new SecretSettings(
                Optional.empty(),
                "lesser/jwt-secret",
                Duration.ofMinutes(60),
                Optional.empty(),
                Optional.empty()));
    assertThat(config.audience()).isEmpty();
    assertThat(config.iamGrants()).isEmpty();
    assertThat(config.endpoint()).isEmpty();
    assertThat(config.lesserApi()).isEmpty();
    assertThat(config.lesserBase()).isEmpty();
    assertThat(config.lesserTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.allowedOrigins()).isEmpty();
    assertThat(config.allowLoopbackOrigins()).isFalse();
    assertThat(config.memoryTable()).isEqualTo("memories");
    assertThat(config.sessionTable()).isEmpty();
    assertThat(config.sessionLifetime()).isEqualTo(Duration.ofMinutes(60));
  }

  private static Config everySetting() {
    return read(
        "JWT_SECRET", TestTokens.SECRET,
        "JWT_AUDIENCE", "https://audience.example",
        "MCP_IAM_SCOPES",
            "arn:aws:sts::123456789012:assumed-role/Agent/*=write,"
                + " arn:aws:iam::123456789012:user/a=b=read  admin",
        "MCP_ENDPOINT", "https://body.example/mcp",
        "LESSER_API_BASE_URL", "https://lesser.example",
        "LESSER_API_TIMEOUT_SECONDS", "25",
        "MCP_ALLOWED_ORIGINS", "https://a.example, http://b.example:8080,https://[2001:db8::1]",
        "MCP_ALLOW_LOOPBACK_ORIGINS", "true",
        "LESSER_TABLE_NAME", " table ",
        "MCP_SESSION_TABLE", "sessions",
        "MCP_SESSION_TTL_MINUTES", "1440",
        "MCP_PACKS", "echo, memory",
        "MCP_CONFIRM_TOOLS", "memory_append",
        "MCP_CONFIRM_FALLBACK", "allow",
        "MCP_INPUT_TTL_MINUTES", "60",
        "MCP_REVOCATION_TABLE", "revocations",
        "MCP_REVOCATION_FAIL", "open",
        "MCP_RATE_TABLE", "rates",
        "MCP_RATE_LIMITS", "write=60/1m, post_create=100/24h",
        "AWS_REGION", "eu-central-1",
        "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8000");
  }

  @Test
  void readsEverySettingOfCallersAndCalls() {
    Config config = everySetting();

    assertThat(config.secrets().given()).isPresent();
    assertThat(config.audience()).contains("https://audience.example");
    assertThat(config.iamGrants())
        .containsExactly(
            new IamGrant("arn:aws:sts::123456789012:assumed-role/Agent/*", Set.of(Scope.WRITE)),
            new IamGrant("arn:aws:iam::123456789012:user/a=b", Set.of(Scope.READ, Scope.ADMIN)));
    assertThat(config.endpoint()).contains(URI.create("https://body.example/mcp"));
    assertThat(config.allowedOrigins())
        .containsExactlyInAnyOrder(
            "https://a.example", "http://b.example:8080", "https://[2001:db8::1]");
    assertThat(config.allowLoopbackOrigins()).isTrue();
    assertThat(config.packs()).containsExactlyInAnyOrder("echo", "memory");
    assertThat(config.confirmation()).isEqualTo(new Confirmation(Set.of("memory_append"), true));
    assertThat(config.inputLifetime()).isEqualTo(Duration.ofMinutes(60));
  }

  @Test
  void readsEverySettingOfWhatItUses() {
    Config config = everySetting();

    assertThat(config.lesserApi()).contains(URI.create("https://lesser.example"));
    assertThat(config.lesserBase()).contains(URI.create("https://lesser.example"));
    assertThat(config.lesserTimeout()).isEqualTo(Duration.ofSeconds(25));
    assertThat(config.memoryTable()).isEqualTo("table");
    assertThat(config.sessionTable()).contains("sessions");
    assertThat(config.sessionLifetime()).isEqualTo(Duration.ofDays(1));
    assertThat(config.region()).isEqualTo("eu-central-1");
    assertThat(config.dynamoEndpoint()).contains(URI.create("http://127.0.0.1:8000"));
  }

  @Test
  void readsEverySettingOfWhatKeepsCallersWithinBounds() {
    GuardSettings guards = everySetting().guards();

    assertThat(guards.revocationTable()).contains("revocations");
    assertThat(guards.revocationFailsOpen()).isTrue();
    assertThat(guards.rateTable()).contains("rates");
    assertThat(guards.rateLimits().scopes())
        .containsEntry(Scope.WRITE, new Quota(60, Duration.ofMinutes(1)))
        .containsEntry(Scope.READ, RateLimits.DEFAULTS.scopes().get(Scope.READ));
    assertThat(guards.rateLimits().tools())
        .isEqualTo(Map.of("post_create", new Quota(100, Duration.ofDays(1))));
  }

  @Test
  void keepsNobodyWithinBoundsUnlessThereAreTables() {
    assertThat(read().guards())
        .isEqualTo(
            new GuardSettings(Optional.empty(), false, Optional.empty(), RateLimits.DEFAULTS));
    assertThat(problems("MCP_REVOCATION_FAIL", "open", "MCP_RATE_LIMITS", "read=1/1m"))
        .containsExactly(
            "MCP_REVOCATION_FAIL is set; wanted: MCP_REVOCATION_TABLE as well",
            "MCP_RATE_LIMITS is set; wanted: MCP_RATE_TABLE as well");
    assertThat(problems("MCP_REVOCATION_TABLE", "t", "MCP_REVOCATION_FAIL", "shut"))
        .containsExactly("MCP_REVOCATION_FAIL is \"shut\"; wanted: closed or open");
  }

  @Test
  void countsABlankValueAsNotSet() {
    Map<String, String> blank = new HashMap<>();
    for (Setting setting : Setting.values()) {
      blank.put(setting.name(), " \t");
    }
    blank.put("LESSER_TABLE_NAME", "memories");
    blank.put("AWS_REGION", "eu-west-1");

    assertThat(Config.read(blank)).isEqualTo(read());
  }

  @Test
  void ignoresWhatIsNoneOfItsSettings() {
    assertThat(read("JWT_SECRETS", "x", "jwt_secret", "x", "PATH", "/bin")).isEqualTo(read());
  }

  @Test
  void demandsATableAndARegion() {
    assertThat(problems(Map.of()))
        .containsExactly(
            "LESSER_TABLE_NAME is not set; wanted: DynamoDB table that holds the memories",
            "AWS_REGION is not set; wanted: AWS region of the tables and secrets");
  }

  @Test
  void refusesAShortSecretAndNeverRepeatsIt() {
    assertThat(problems("JWT_SECRET", "hunter2"))
        .containsExactly("JWT_SECRET is a secret of 7 bytes, fewer than 32; wanted: a longer one");
  }

  @Test
  void refusesASecretInJsonWhichWouldVerifyNothing() {
    String json = "{\"secret\":\"" + TestTokens.SECRET + "\"}";

    assertThat(problems("JWT_SECRET", json))
        .containsExactly("JWT_SECRET looks like JSON; wanted: the plain secret");
  }

  @Test
  void printsNoSecret() {
    assertThat(read("JWT_SECRET", TestTokens.SECRET).toString())
        .doesNotContain(TestTokens.SECRET)
        .contains("SigningKey[redacted]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "body.example/mcp",
        "http://body.example/mcp",
        "https:///mcp",
        "https://body.example/mcp?a",
        "https://body.example/mcp#a",
        "ftp://body.example/mcp",
        "https://body example/mcp",
        "https:/mcp",
        "/mcp",
        "HTTP://localhost/mcp",
        "http://localhost.evil.com/mcp",
        "http://127.0.0.2/mcp",
        "http://[::2]/mcp",
        "mailto:a@body.example",
        "https://body.example:x/mcp"
      })
  void refusesAUrlThatIsNeitherHttpsNorOnLoopback(String url) {
    assertThat(problems("MCP_ENDPOINT", url))
        .containsExactly("MCP_ENDPOINT is \"" + url + "\"; wanted: " + URL_WANTED);
    assertThat(problems("LESSER_API_BASE_URL", url))
        .containsExactly("LESSER_API_BASE_URL is \"" + url + "\"; wanted: " + URL_WANTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/mcp",
        "http://127.0.0.1/mcp",
        "http://[::1]:8080/mcp",
        "https://body.example:8443/live/mcp"
      })
  void takesHttpsAndHttpOnLoopback(String url) {
    assertThat(read("MCP_ENDPOINT", url).endpoint()).contains(URI.create(url));
    assertThat(read("LESSER_API_BASE_URL", url).lesserApi()).contains(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://body.example",
        "https://body.example/",
        "https://body.example/mcp/",
        "https://body.example/MCP",
        "https://body.example/xmcp"
      })
  void refusesAnEndpointThatDoesNotEndInMcp(String url) {
    assertThat(problems("MCP_ENDPOINT", url))
        .containsExactly("MCP_ENDPOINT is \"" + url + "\"; wanted: a URL that ends in /mcp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "app.example",
        "https://app.example/",
        "https://app.example/path",
        "https://APP.example",
        "ftp://app.example",
        "https://",
        "https://app.example:",
        "https://app.example:123456",
        "https://*.example",
        "https://a.example https://b.example",
        "https://[::1"
      })
  void refusesWhatIsNoOrigin(String origin) {
    assertThat(problems("MCP_ALLOWED_ORIGINS", "https://good.example," + origin + ",,"))
        .containsExactly(
            "MCP_ALLOWED_ORIGINS is \"%s\"; wanted: origins such as https://app.example:8443"
                .formatted(origin));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "1", "yes", "on", "truefalse", "t"})
  void refusesAFlagThatIsNeitherTrueNorFalse(String flag) {
    assertThat(problems("MCP_ALLOW_LOOPBACK_ORIGINS", flag))
        .containsExactly(
            "MCP_ALLOW_LOOPBACK_ORIGINS is \"%s\"; wanted: true or false".formatted(flag));
  }

  @Test
  void refusesLoopbackOriginsInLambda() {
    assertThat(
            problems("MCP_ALLOW_LOOPBACK_ORIGINS", "true", "AWS_LAMBDA_FUNCTION_NAME", "function"))
        .containsExactly("MCP_ALLOW_LOOPBACK_ORIGINS is \"true\"; wanted: false in Lambda");
    assertThat(
            read("MCP_ALLOW_LOOPBACK_ORIGINS", "false", "AWS_LAMBDA_FUNCTION_NAME", "function")
                .allowLoopbackOrigins())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1441", "-1", "+1", "1.5", "1e3", "60m", "9999999", "٣", "six"})
  void refusesALifetimeOutOfBounds(String minutes) {
    assertThat(problems("MCP_SESSION_TTL_MINUTES", minutes))
        .containsExactly(
            "MCP_SESSION_TTL_MINUTES is \"%s\"; wanted: whole minutes from 1 to 1440"
                .formatted(minutes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "26", "-1", "2.5", "10s"})
  void refusesATimeoutOutOfBounds(String seconds) {
    assertThat(problems("LESSER_API_TIMEOUT_SECONDS", seconds))
        .containsExactly(
            "LESSER_API_TIMEOUT_SECONDS is \"%s\"; wanted: whole seconds from 1 to 25"
                .formatted(seconds));
  }

  @Test
  void findsTheInstanceWhereTheEndpointIs() {
    assertThat(read("MCP_ENDPOINT", "https://here.example/live/mcp").lesserBase())
        .contains(URI.create("https://here.example/live"));
    assertThat(read("MCP_ENDPOINT", "https://here.example/mcp").lesserBase())
        .contains(URI.create("https://here.example"));
  }

  @Test
  void tellsAllProblemsAtOnceOneLineEach() {
    assertThat(
            problems(
                "JWT_SECRET", "short",
                "MCP_IAM_SCOPES", "arn:aws:iam::*:user/alice=read",
                "MCP_ENDPOINT", "http://body.example/mcp",
                "LESSER_API_BASE_URL", "?",
                "MCP_ALLOWED_ORIGINS", "*,null",
                "MCP_ALLOW_LOOPBACK_ORIGINS", "yes",
                "LESSER_TABLE_NAME", "",
                "MCP_SESSION_TTL_MINUTES", "0",
                "AWS_REGION", "",
                "AWS_ENDPOINT_URL_DYNAMODB", "localhost:8000"))
        .extracting(line -> line.replaceAll(" .*", ""))
        .containsExactly(
            "JWT_SECRET",
            "MCP_IAM_SCOPES",
            "MCP_ENDPOINT",
            "LESSER_API_BASE_URL",
            "MCP_ALLOWED_ORIGINS",
            "MCP_ALLOWED_ORIGINS",
            "MCP_ALLOW_LOOPBACK_ORIGINS",
            "LESSER_TABLE_NAME",
            "MCP_SESSION_TTL_MINUTES",
            "AWS_REGION",
            "AWS_ENDPOINT_URL_DYNAMODB");
  }

  @Test
  void keepsAProblemOnOneLineWhateverItsValue() {
    assertThat(problems("MCP_ENDPOINT", "https://a\nJWT_SECRET is\u2028fine\u001b[2J"))
        .containsExactly(
            "MCP_ENDPOINT is \"https://a?JWT_SECRET is?fine?[2J\"; wanted: " + URL_WANTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice:hunter2", "hunter2", ":hunter2", "alice:hunter2@", "a/hunter2"})
  void repeatsNoPasswordOfAUrl(String user) {
    assertThat(problems("LESSER_API_BASE_URL", "https://" + user + "@evil.example#x"))
        .containsExactly(
            "LESSER_API_BASE_URL is \"https://...@evil.example#x\"; wanted: " + URL_WANTED);
    assertThat(problems("MCP_ALLOWED_ORIGINS", "https://" + user + "@evil.example"))
        .noneMatch(line -> line.contains("hunter2"));
  }
}
