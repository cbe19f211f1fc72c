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
}
