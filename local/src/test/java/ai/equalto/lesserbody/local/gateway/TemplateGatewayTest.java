package ai.equalto.lesserbody.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway of a laptop is the one that is deployed. */
class TemplateGatewayTest {
  private static final JsonNode API = Template.deployed().properties("Api").path("DefinitionBody");

  private static final Map<String, ProxyAnswer> OURS =
      Map.of(
          "UNAUTHORIZED",
          new GatewayResponses(URI.create("https://agent.example/mcp")).unauthorized(),
          "ACCESS_DENIED",
          GatewayResponses.accessDenied(
              Json.object()
                  .put("challenge", "a challenge")
                  .put("error", "$context.authorizer.error")
                  .put("description", "$context.authorizer.description")),
          "AUTHORIZER_FAILURE",
          GatewayResponses.AUTHORIZER_FAILURE,
          "INTEGRATION_TIMEOUT",
          GatewayResponses.TIMEOUT,
          "REQUEST_TOO_LARGE",
          GatewayResponses.TOO_LARGE);

  private static JsonNode deployed(String type) {
    return API.path("x-amazon-apigateway-gateway-responses").path(type);
  }

  private static JsonNode json(String text) {
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw new AssertionError(text, e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNAUTHORIZED",
        "ACCESS_DENIED",
        "AUTHORIZER_FAILURE",
        "INTEGRATION_TIMEOUT",
        "REQUEST_TOO_LARGE"
      })
  void answersWithTheStatusTheFieldsAndTheWordsOfTheTemplate(String type) throws Exception {
    JsonNode deployed = deployed(type);
    ProxyAnswer ours = OURS.get(type);
    JsonNode status = deployed.path("statusCode");
    JsonNode words =
        json(
            deployed
                .at("/responseTemplates/application~1json")
                .asText()
                .replace(" Request $context.extendedRequestId.", "")
                .replace(
                    "$context.error.messageString",
                    "\"User is not authorized to access this resource with an explicit deny\""));

    assertThat(ours.status())
        .isEqualTo(status.isTextual() ? status.asInt() : status.at("/Fn::If/1").asInt());
    assertThat(Json.read(ours.body().bytes())).isEqualTo(words);
    assertThat(fields(ours)).isEqualTo(fields(deployed));
  }

  private static Set<String> fields(ProxyAnswer ours) {
    Set<String> fields = new TreeSet<>(ours.headers().keySet());
    fields.remove("Content-Type");
    return fields;
  }

  private static Set<String> fields(JsonNode deployed) {
    return deployed
        .path("responseParameters")
        .propertyStream()
        .map(field -> field.getKey().replace("gatewayresponse.header.", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void writesTheChallengeAsTheTemplateDoes() {
    String deployed =
        deployed("UNAUTHORIZED")
            .at("/responseParameters/gatewayresponse.header.WWW-Authenticate/Fn::If/1/Fn::Sub/0")
            .asText();

    assertThat(deployed.replace("'", "").replace("${Base}", "https://agent.example"))
        .isEqualTo(OURS.get("UNAUTHORIZED").headers().get("WWW-Authenticate").getFirst());
  }

  @Test
  void asksTheAuthorizerWhereTheTemplateDoes() {
    API.path("paths")
        .properties()
        .forEach(resource -> {
          String path = resource.getKey();
          if (!path.startsWith("/iam/")) {
            JsonNode any = resource.getValue().path("x-amazon-apigateway-any-method");
            ApiResource ours = ApiResource.of("POST", path.replace("{proxy+}", "some/where"));
            assertThat(ours.path()).isEqualTo(path);
            assertThat(ours.isGuarded()).isEqualTo(any.at("/security/0").has("Token"));
            assertThat(ApiResource.of("OPTIONS", path).isGuarded()).isFalse();
          }
        });
    assertThat(API.path("paths").size()).isGreaterThanOrEqualTo(4);
  }
}
