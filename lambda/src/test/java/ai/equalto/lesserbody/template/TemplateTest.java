package ai.equalto.lesserbody.template;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.template.Template.Grant;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deployed is closed: it tells no secret, and whoever may do something may do no more. */
class TemplateTest {
  private static final Template TEMPLATE = Template.deployed();

  /** Services that do not let a policy name what these work on. */
  private static final Set<String> WITHOUT_RESOURCE =
      Set.of(
          "xray:PutTraceSegments",
          "xray:PutTelemetryRecords",
          "ec2:CreateNetworkInterface",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSubnets",
          "ec2:DeleteNetworkInterface",
          "ec2:AssignPrivateIpAddresses",
          "ec2:UnassignPrivateIpAddresses");

  static List<String> roles() {
    return TEMPLATE.resources("AWS::IAM::Role"::equals);
  }

  private static JsonNode variables(String function) {
    return TEMPLATE.properties(function).at("/Environment/Variables");
  }

  @Test
  void everyFunctionRunsAsARoleOfItsOwn() {
    assertThat(TEMPLATE.functions().stream().map(TEMPLATE::role))
        .doesNotHaveDuplicates()
        .isSubsetOf(roles());
  }

  /** By its class, the runtime calls a handler; by a method, it looks that up by reflection. */
  @Test
  void everyFunctionIsNamedByTheClassOfItsHandler() {
    assertThat(TEMPLATE.functions().stream().map(TEMPLATE::handler))
        .allSatisfy(handler ->
            assertThat(Class.forName(handler)).isAssignableTo(RequestStreamHandler.class));
  }

  @ParameterizedTest
  @MethodSource("roles")
  void aRoleHasNoPolicyOfSomebodyElse(String role) {
    assertThat(TEMPLATE.properties(role).has("ManagedPolicyArns")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("roles")
  void aRoleNamesEachActionAndWhatItIsFor(String role) {
    assertThat(TEMPLATE.grants(role).stream().filter(grant -> grant.effect().equals("Allow")))
        .allSatisfy(grant -> {
          assertThat(grant.actions()).noneMatch(action -> action.contains("*"));
          if (grant.resources().toString().contains("\"*\"")) {
            assertThat(grant.actions()).isSubsetOf(WITHOUT_RESOURCE);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("roles")
  void theCodeOfAFunctionIsDeniedWhatItsRoleMayDoForTheNetwork(String role) {
    List<Grant> grants = TEMPLATE.grants(role);
    Stream<Grant> network = grants.stream().filter(grant -> grant.policy().equals("network"));

    assertThat(network.filter(grant -> grant.effect().equals("Deny")))
        .hasSize(grants.toString().contains("ec2:Create") ? 1 : 0)
        .allSatisfy(denied -> {
          assertThat(denied.actions()).containsExactly("ec2:*");
          assertThat(denied.condition().toString()).contains("lambda:SourceFunctionArn");
        });
  }

  /** The memories share a table with all that the instance keeps, accounts and tokens included. */
  @Test
  void theRoleReachesOnlyTheMemoriesInTheInstancesTable() {
    assertThat(TEMPLATE.grants("McpFunctionRole"))
        .filteredOn(grant -> grant.resources().toString().contains(":table/"))
        .singleElement()
        .satisfies(grant ->
            assertThat(grant.condition().toString())
                .isEqualTo(
                    "{\"ForAllValues:StringLike\":{\"dynamodb:LeadingKeys\":[\"LBMEMORY#*\"]},"
                        + "\"Null\":{\"dynamodb:LeadingKeys\":\"false\"}}"));
  }

  @Test
  void theSecretIsReadByTheFunctionsAndIsNotInTheirEnvironment() {
    assertThat(TEMPLATE.root().toString()).doesNotContain("resolve:secretsmanager", "ssm-secure");
    for (String function : List.of("McpFunction", "AuthorizerFunction", "CanaryFunction")) {
      assertThat(variables(function).path("JWT_SECRET").asText("absent")).isEmpty();
    }
  }

  /** What is granted for the secret is granted for the one that the function is told of. */
  @ParameterizedTest
  @ValueSource(
      strings = {"McpFunction", "AuthorizerFunction", "JwtRotationFunction", "CanaryFunction"})
  void aRoleReachesTheOneSecretThatItsFunctionUses(String function) {
    assertThat(TEMPLATE.grants(TEMPLATE.role(function)))
        .filteredOn(grant -> grant.actions().toString().contains("secretsmanager:"))
        .singleElement()
        .satisfies(grant ->
            assertThat(grant.resources())
                .containsExactly(variables(function).path("JWT_SECRET_ARN")));
  }

  @Test
  void theRotationIsInvokedForItsSecretAlone() {
    JsonNode permission = TEMPLATE.properties("JwtRotationPermission");

    assertThat(permission.path("Principal").asText()).isEqualTo("secretsmanager.amazonaws.com");
    assertThat(permission.at("/SourceAccount/Ref").asText()).isEqualTo("AWS::AccountId");
    assertThat(permission.path("SourceArn"))
        .isEqualTo(variables("JwtRotationFunction").path("JWT_SECRET_ARN"))
        .isEqualTo(TEMPLATE.properties("JwtRotation").path("SecretId"));
  }

  /** Or the filter would refuse what the lock behind it lets in, or ask another who is revoked. */
  @Test
  void theAuthorizerHasTheSettingsOfTheFunctionBehindIt() {
    assertThat(variables("AuthorizerFunction")).isEqualTo(variables("McpFunction"));
  }

  @Test
  void theTableOfRevocationsIsNotDeletedWithTheStackNorByHandWhereItIsLive() {
    JsonNode table = TEMPLATE.resource("RevocationTable");

    assertThat(table.path("DeletionPolicy").asText()).isEqualTo("Retain");
    assertThat(table.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    assertThat(table.at("/Properties/DeletionProtectionEnabled").toString())
        .isEqualTo("{\"Fn::If\":[\"IsLive\",true,false]}");
  }

  @Test
  void everyTableIsEncryptedAndForgetsWhatIsOver() {
    assertThat(TEMPLATE.resources("AWS::DynamoDB::Table"::equals))
        .hasSize(3)
        .allSatisfy(name -> {
          JsonNode table = TEMPLATE.properties(name);
          assertThat(table.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
          assertThat(table.at("/TimeToLiveSpecification/Enabled").asBoolean()).isTrue();
          assertThat(table.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
        });
  }

  @Test
  void theSecretInAVariableIsPermittedOnlyToWhoAsksForTheStageDev() {
    assertThat(TEMPLATE.parameter("Stage").path("Default").asText()).isEqualTo("live");
  }

  @Test
  void otherStacksReadWhatIsPublishedAndNothingIsExported() {
    assertThat(TEMPLATE.root().path("Outputs").toString()).doesNotContain("\"Export\"");
    assertThat(
            TEMPLATE.resources("AWS::SSM::Parameter"::equals).stream()
                .map(name -> TEMPLATE.properties(name).at("/Name/Fn::Sub").asText()))
        .containsExactlyInAnyOrder(
            "/${App}/${Stage}/lesser-body/exports/v1/mcp_lambda_arn",
            "/${App}/${Stage}/lesser-body/exports/v1/mcp_endpoint_url",
            "/${App}/${Stage}/lesser-body/exports/v1/mcp_session_table_name");
  }

  /** The transform of SAM makes a resource of it. */
  private static JsonNode retriesOf(String function) {
    String attempts = "MaximumRetryAttempts";
    return TEMPLATE.resources("AWS::Lambda::EventInvokeConfig"::equals).isEmpty()
        ? TEMPLATE.properties(function).path("EventInvokeConfig").path(attempts)
        : TEMPLATE.properties(function + "EventInvokeConfig").path(attempts);
  }

  /** Lambda tries an event again unless it is told not to, and so does the scheduler. */
  @Test
  void theCanaryIsCalledByItsScheduleAloneAndNeverTwiceForOneTime() {
    JsonNode target = TEMPLATE.properties("CanarySchedule").path("Target");

    assertThat(target.at("/Arn/Fn::GetAtt/0").asText()).isEqualTo("CanaryFunction");
    assertThat(target.at("/RetryPolicy/MaximumRetryAttempts").asInt(-1)).isZero();
    assertThat(retriesOf("CanaryFunction").asInt(-1)).isZero();
    assertThat(TEMPLATE.grants("CanaryScheduleRole"))
        .singleElement()
        .satisfies(grant -> {
          assertThat(grant.actions()).containsExactly("lambda:InvokeFunction");
          assertThat(grant.resources())
              .singleElement()
              .hasToString("{\"Fn::GetAtt\":[\"CanaryFunction\",\"Arn\"]}");
        });
  }

  /** Or a changed one would reach the function but not the version that callers are served by. */
  @ParameterizedTest
  @ValueSource(strings = {"McpFunction", "AuthorizerFunction"})
  void aVersionNamesTheSettingsAndEveryParameterOfTheFunctionIsOne(String function) {
    String settings = TEMPLATE.properties("Settings").at("/Content/Fn::Sub").asText();
    ObjectNode versioned = TEMPLATE.properties(function).deepCopy();
    versioned.remove("ReservedConcurrentExecutions");

    assertThat(versioned.path("Description").toString()).contains("${Settings.VersionNumber}");
    assertThat(TEMPLATE.parametersOf(versioned))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(settings).contains("${" + name + "}"));
  }
}
