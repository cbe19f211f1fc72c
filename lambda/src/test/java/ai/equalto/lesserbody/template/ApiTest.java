package ai.equalto.lesserbody.template;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who gets past the gateway, and what it says and writes by itself. */
class ApiTest {
  private static final Template TEMPLATE = Template.deployed();
  private static final String ANY = "x-amazon-apigateway-any-method";

  /** The document of the API, before or after the transform of SAM. */
  private static JsonNode api() {
    JsonNode api = TEMPLATE.properties("Api");
    return api.has("DefinitionBody") ? api.path("DefinitionBody") : api.path("Body");
  }

  /** All paths, also that which depends on a condition. */
  private static Map<String, JsonNode> paths() {
    Map<String, JsonNode> paths = new TreeMap<>();
    api()
        .path("paths")
        .properties()
        .forEach(path -> {
          JsonNode methods = path.getValue();
          paths.put(
              path.getKey(), methods.has("Fn::If") ? methods.path("Fn::If").path(1) : methods);
        });
    return paths;
  }

  private static JsonNode json(String text) throws Exception {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theAuthorizerGuardsEverythingButWhatIsPublicOrSigned() {
    Map<String, String> guards = new TreeMap<>();
    paths()
        .forEach(
            (path, methods) -> guards.put(path, methods.path(ANY).path("security").toString()));

    assertThat(guards)
        .isEqualTo(
            Map.of(
                "/", "[{\"Token\":[]}]",
                "/{proxy+}", "[{\"Token\":[]}]",
                "/healthz", "[]",
                "/.well-known/{proxy+}", "[]",
                "/iam/{proxy+}", "[{\"Signature\":[]}]"));
  }

  /** A browser asks without credentials before it calls. */
  @Test
  void besidesThatOnlyThePreflightIsLetThrough() {
    assertThat(paths().values())
        .allSatisfy(methods -> {
          assertThat(methods.fieldNames()).toIterable().isSubsetOf(ANY, "options");
          assertThat(methods.path("options").path("security")).isEmpty();
        });
  }

  @Test
  void theAuthorizerIsAskedEachTimeAndNotWithoutAToken() {
    JsonNode scheme = api().at("/components/securitySchemes/Token");
    JsonNode authorizer = scheme.path("x-amazon-apigateway-authorizer");

    assertThat(scheme.path("x-amazon-apigateway-authtype").asText()).isEqualTo("custom");
    assertThat(authorizer.path("authorizerResultTtlInSeconds").asText()).isEqualTo("0");
    assertThat(authorizer.at("/identitySource/Fn::If/0").asText()).isEqualTo("HasEndpoint");
    assertThat(authorizer.at("/identitySource/Fn::If/1").asText())
        .isEqualTo("method.request.header.Authorization");
  }

  @Test
  void theGatewayCallsWhatIsRolledOut() {
    List<String> uris =
        api().findParents("Fn::Sub").stream()
            .map(uri -> uri.path("Fn::Sub").asText())
            .filter(uri -> uri.contains(":lambda:path"))
            .toList();

    assertThat(uris).hasSize(9).allMatch(uri -> uri.endsWith("Function.Arn}:live/invocations"));
  }

  @Test
  void whatTheGatewayAnswersByItselfIsJsonOfTheFormThatTheFunctionHas() throws Exception {
    JsonNode answers = api().path("x-amazon-apigateway-gateway-responses");

    assertThat(answers.size()).isEqualTo(10);
    for (JsonNode answer : answers) {
      String template = answer.at("/responseTemplates/application~1json").asText();
      JsonNode body = json(template.replace("$context.error.messageString", "\"quoted\""));
      assertThat(body.fieldNames()).toIterable().startsWith("error", "error_description");
    }
  }

  @Test
  void theAccessLogHoldsNothingThatACallerWritesFreely() throws Exception {
    String format =
        TEMPLATE.resources("AWS::Serverless::Api"::equals).isEmpty()
            ? TEMPLATE.properties("ApiStage").at("/AccessLogSetting/Format").asText()
            : TEMPLATE.properties("Api").at("/AccessLogSetting/Format").asText();

    assertThat(json(format.replace("$context.requestTimeEpoch", "0")).size()).isEqualTo(16);
    assertThat(format)
        .contains("$context.extendedRequestId", "$context.resourcePath")
        .doesNotContain(
            "$context.path", "header", "query", "userAgent", "customDomain", "principal", "Path}");
  }
}
