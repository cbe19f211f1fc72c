package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.equalto.lesserbody.SecretSettings.KeyOfInstance;
import ai.equalto.lesserbody.auth.TestTokens;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSettingsTest {
  private static final String KEY = "only-for-tests_0123456789~abcdef";

  private static Map<String, String> environment(String... nameAndValue) {
    Map<String, String> environment =
        new HashMap<>(Map.of("LESSER_TABLE_NAME", "memories", "AWS_REGION", "eu-west-1"));
    for (int i = 0; i < nameAndValue.length; i += 2) {
      environment.put(nameAndValue[i], nameAndValue[i + 1]);
    }
    return environment;
  }

  private static SecretSettings read(String... nameAndValue) {
    return Config.read(environment(nameAndValue)).secrets();
  }

  private static List<String> problems(String... nameAndValue) {
    ConfigException problem =
        catchThrowableOfType(ConfigException.class, () -> Config.read(environment(nameAndValue)));
    assertThat(problem).as("%s", List.of(nameAndValue)).isNotNull();
    return problem.getMessage().lines().toList();
  }

  @Test
  void readsWhereTheSecretIsStored() {
    SecretSettings settings =
        read(
            "JWT_SECRET_ARN", "arn",
            "JWT_ROTATION_GRACE_MINUTES", "5",
            "AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:1");

    assertThat(settings.given()).isEmpty();
    assertThat(settings.stored()).isEqualTo("arn");
    assertThat(settings.grace()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.endpoint()).contains(URI.create("http://127.0.0.1:1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "staging", ""})
  void refusesASecretInTheEnvironmentOfADeployedFunction(String stage) {
    assertThat(
            problems(
                "JWT_SECRET",
                TestTokens.SECRET,
                "MCP_STAGE",
                stage,
                "AWS_LAMBDA_FUNCTION_NAME",
                "function"))
        .containsExactly("JWT_SECRET is set; wanted: JWT_SECRET_ARN, unless MCP_STAGE is dev");
  }

  @Test
  void takesASecretFromTheEnvironmentForDevelopmentAndOnALaptop() {
    assertThat(
            read(
                    "JWT_SECRET", TestTokens.SECRET,
                    "MCP_STAGE", "dev",
                    "AWS_LAMBDA_FUNCTION_NAME", "function")
                .given())
        .isPresent();
    assertThat(read("JWT_SECRET", TestTokens.SECRET, "MCP_STAGE", "live").given()).isPresent();
  }

  @Test
  void refusesAnUnknownStage() {
    assertThat(problems("MCP_STAGE", "production"))
        .containsExactly("MCP_STAGE is \"production\"; wanted: live or staging or dev");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MCP_DEV_BYPASS",
        "mcp_dev_bypass",
        "MCP_AUTH_BYPASS_TOKEN",
        "MCP_BYPASSAUTH",
        "JWT_SKIP_VERIFY",
        "JWT_DISABLED",
        "JWT_IGNORE_EXPIRY",
        "LESSER_AUTH_DISABLED",
        "LESSER_ALLOW_ANONYMOUS",
        "LESSER_BODY_INSECURE",
        "MCP_NO_AUTH",
        "MCP_NOAUTH",
        "MCP_AUTH_OFF",
        "MCP_AUTH_NONE",
        "MCP_WITHOUT_TOKEN",
        "MCP_ALLOW_UNAUTHENTICATED",
        "AUTH_SKIP",
        "AUTH_DISABLE",
        "OAUTH_INSECURE"
      })
  void doesNotStartInLambdaWithWhatPretendsToBypassAuthentication(String name) {
    for (String value : List.of("true", "false", "0", "")) {
      assertThat(problems(name, value, "AWS_LAMBDA_FUNCTION_NAME", "function"))
          .containsExactly(
              name + " is set; wanted: nothing of that name in Lambda, whatever its value");
    }
    assertThat(read(name, "true")).isEqualTo(read());
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void noSettingPretendsToBypassAuthentication(Setting setting) {
    assertThat(Bypasses.isOne(setting.name())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS_LAMBDA_FUNCTION_NAME",
        "LESSER_NOTIFICATIONS_URL",
        "MCP_SKIP_WELCOME",
        "NO_PROXY",
        "JAVA_TOOL_OPTIONS",
        "NODE_TLS_NO_VERIFY"
      })
  void leavesOtherVariablesAlone(String name) {
    assertThat(Bypasses.isOne(name)).isFalse();
  }

  @Test
  void doesNotLookAtAnInstanceKeyThatIsNotAllowed() {
    assertThat(read("LESSER_HOST_INSTANCE_KEY", "x", "LESSER_HOST_INSTANCE_KEY_ARN", "arn"))
        .isEqualTo(read());
  }

  @Test
  void takesAnInstanceKeyThatIsAllowed() {
    assertThat(
            read("MCP_ALLOW_LEGACY_INSTANCE_KEY", "true", "LESSER_HOST_INSTANCE_KEY", KEY)
                .instanceKey())
        .containsInstanceOf(KeyOfInstance.Given.class);
    assertThat(
            read("MCP_ALLOW_LEGACY_INSTANCE_KEY", "true", "LESSER_HOST_INSTANCE_KEY_ARN", "arn")
                .instanceKey())
        .contains(new KeyOfInstance.Stored("arn"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "hunter2-0123456789.0123456789012.0123456789"})
  void refusesAnInstanceKeyThatIsUnfitAndNeverRepeatsIt(String key) {
    assertThat(problems("MCP_ALLOW_LEGACY_INSTANCE_KEY", "true", "LESSER_HOST_INSTANCE_KEY", key))
        .singleElement()
        .asString()
        .startsWith("LESSER_HOST_INSTANCE_KEY is ")
        .doesNotContain("hunter2");
  }

  @Test
  void refusesToAllowAnInstanceKeyThatIsNotThere() {
    assertThat(problems("MCP_ALLOW_LEGACY_INSTANCE_KEY", "true"))
        .containsExactly(
            "MCP_ALLOW_LEGACY_INSTANCE_KEY is set; wanted: LESSER_HOST_INSTANCE_KEY or"
                + " LESSER_HOST_INSTANCE_KEY_ARN as well");
  }

  @Test
  void flagsWhatIsDoneWithTheDeprecatedKey() {
    TestServer server =
        new TestServer(
            Map.of("MCP_ALLOW_LEGACY_INSTANCE_KEY", "true", "LESSER_HOST_INSTANCE_KEY", KEY));
    TestClient client = TestClient.of(server).sending("Authorization", "Bearer " + KEY);

    String call = "{'name':'echo','arguments':{'message':'x'}}";
    assertThat(client.send("tools/call", call).status()).isEqualTo(200);
    assertThat(server.log().getLast())
        .contains("\"identity\":\"instance\",\"principal_type\":\"instance_key\"");
    assertThat(String.join("", server.log())).doesNotContain(KEY);
  }
}
