package ai.equalto.lesserbody.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is written about deployment is what is deployed. */
class DeploymentDocumentTest {
  private static final Template TEMPLATE = Template.deployed();
  private static final Pattern PARAMETER =
      Pattern.compile("(?m)^\\| `([A-Z]\\w+)` \\| (\\S+) \\| .+ \\|$");

  private static String document() throws IOException {
    return Files.readString(Path.of("../docs/deployment.md"));
  }

  @Test
  void everyParameterHasARowWithItsDefault() throws IOException {
    Map<String, String> documented =
        PARAMETER
            .matcher(document())
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2).replace("`", "")));
    Map<String, String> parameters = new TreeMap<>();
    for (var parameter : TEMPLATE.root().path("Parameters").properties()) {
      String initial = parameter.getValue().path("Default").asText();
      parameters.put(parameter.getKey(), initial.isEmpty() ? "empty" : initial);
    }

    assertThat(documented).containsExactlyInAnyOrderEntriesOf(parameters);
  }

  @Test
  void everyRoleHasARow() throws IOException {
    assertThat(TEMPLATE.resources("AWS::IAM::Role"::equals))
        .allSatisfy(role -> assertThat(document()).contains("| `" + role + "` |"));
  }
}
