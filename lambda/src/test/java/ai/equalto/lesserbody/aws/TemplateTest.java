package ai.equalto.lesserbody.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the deployed role may do is what the adapters do, and no more. */
class TemplateTest {
  @Test
  void theFunctionIsToldWhichIssuersToTrust() throws IOException {
    assertThat(Files.readString(Path.of("../template.yaml")))
        .containsOnlyOnce("  JwtTrustedIssuers:\n    Type: String")
        .containsOnlyOnce("          JWT_TRUSTED_ISSUERS: !Ref JwtTrustedIssuers\n");
  }

  /** The memories share a table with all that the instance keeps, accounts and tokens included. */
  @Test
  void theRoleReachesOnlyTheMemoriesInTheInstancesTable() throws IOException {
    String template = Files.readString(Path.of("../template.yaml"));
    String policy =
        template.substring(
            template.indexOf("PolicyName: memory"), template.indexOf("PolicyName: sessions"));

    assertThat(policy)
        .containsOnlyOnce("Action: [dynamodb:PutItem, dynamodb:Query]")
        .containsOnlyOnce("Action:")
        .containsOnlyOnce("table/${LesserTableName}\"")
        .contains("ForAllValues:StringLike: {dynamodb:LeadingKeys: [\"LBMEMORY#*\"]}")
        .contains("\"Null\": {dynamodb:LeadingKeys: \"false\"}");
  }

  @Test
  void theSecretIsReadByTheFunctionAndIsNotInItsEnvironment() throws IOException {
    String template = Files.readString(Path.of("../template.yaml"));
    String policy =
        template.substring(
            template.indexOf("PolicyName: secret"), template.indexOf("PolicyName: memory"));

    assertThat(template)
        .doesNotContain("resolve:secretsmanager")
        .containsOnlyOnce("JWT_SECRET:")
        .contains("JWT_SECRET: \"\"\n");
    assertThat(policy)
        .containsOnlyOnce("Action: secretsmanager:GetSecretValue\n")
        .containsOnlyOnce("Resource: !Ref JwtSecretArn\n")
        .containsOnlyOnce("Action:");
  }

  @Test
  void theRotationReachesTheOneSecretAndIsInvokedForItAlone() throws IOException {
    String template = Files.readString(Path.of("../template.yaml"));
    String role =
        template.substring(
            template.indexOf("  JwtRotationRole:"), template.indexOf("  JwtRotationLogs:"));
    String permission =
        template.substring(
            template.indexOf("  JwtRotationPermission:"), template.indexOf("  JwtRotation:"));

    assertThat(role)
        .containsOnlyOnce("Resource: !Ref JwtSecretArn\n")
        .containsOnlyOnce("Resource: !GetAtt JwtRotationLogs.Arn\n")
        .doesNotContain("*");
    assertThat(permission)
        .contains(
            "Principal: secretsmanager.amazonaws.com",
            "SourceAccount: !Ref AWS::AccountId",
            "SourceArn: !Ref JwtSecretArn");
  }

  @Test
  void theTableOfRevocationsIsNotDeletedWithTheStackNorByHand() throws IOException {
    String template = Files.readString(Path.of("../template.yaml"));
    String table =
        template.substring(
            template.indexOf("  RevocationTable:\n"), template.indexOf("  RateTable:\n"));

    assertThat(table)
        .contains(
            "DeletionPolicy: Retain\n",
            "UpdateReplacePolicy: Retain\n",
            "DeletionProtectionEnabled: true\n");
  }

  @Test
  void theSecretInAVariableIsPermittedOnlyToWhoAsksForTheStageDev() throws IOException {
    String template = Files.readString(Path.of("../template.yaml"));
    String stage =
        template.substring(template.indexOf("  Stage:"), template.indexOf("  Architect"));

    assertThat(stage).contains("Default: live\n");
  }

  @Test
  void theRoleCanNeitherDeleteRevocationsNorReadWhatOthersAskedFor() throws IOException {
    String template = Files.readString(Path.of("../template.yaml"));
    String revocations =
        template.substring(
            template.indexOf("PolicyName: revocations"), template.indexOf("PolicyName: rates"));
    String rates =
        template.substring(
            template.indexOf("PolicyName: rates"), template.indexOf("McpFunctionLogs:\n"));

    assertThat(revocations)
        .containsOnlyOnce("Action: [dynamodb:BatchGetItem, dynamodb:UpdateItem]")
        .containsOnlyOnce("Action:")
        .containsOnlyOnce("Resource: !GetAtt RevocationTable.Arn");
    assertThat(rates)
        .containsOnlyOnce("Action: dynamodb:UpdateItem")
        .containsOnlyOnce("Action:")
        .containsOnlyOnce("Resource: !GetAtt RateTable.Arn");
  }

  @Test
  void theCanaryReachesTheOneSecretAndIsInvokedByItsScheduleOnce() throws IOException {
    String template = Files.readString(Path.of("../template.yaml"));
    String role =
        template.substring(
            template.indexOf("  CanaryFunctionRole:\n"),
            template.indexOf("  CanaryFunctionLogs:\n"));
    String schedule =
        template.substring(
            template.indexOf("  CanarySchedule:\n"), template.indexOf("  McpErrorsAlarm:\n"));

    assertThat(role)
        .containsOnlyOnce("Action: secretsmanager:GetSecretValue\n")
        .containsOnlyOnce("Resource: !GetAtt CanaryFunctionLogs.Arn\n")
        .doesNotContain("*");
    assertThat(schedule)
        .contains("RetryPolicy: {MaximumRetryAttempts: 0, ")
        .containsOnlyOnce("Action: lambda:InvokeFunction\n")
        .containsOnlyOnce("Resource: !GetAtt CanaryFunction.Arn\n")
        .doesNotContain("*");
    assertThat(template).contains("EventInvokeConfig: {MaximumRetryAttempts: 0, ");
  }
}
