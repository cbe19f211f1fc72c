package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The routes where AWS IAM decides, through the whole function. */
class IamRoutesTest {
  private static final String AGENT = "arn:aws:sts::123456789012:assumed-role/Agent/session-1";
  private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

  private final TestServer server =
      new TestServer(
          Map.of("MCP_IAM_SCOPES", "arn:aws:sts::123456789012:assumed-role/Agent/*=read"));

  /** What the gateway sends for a path under a resource; a caller writes headers and body alone. */
  private static String event(String resource, String proxy, String signer, String... header) {
    ObjectNode event = Json.object().put("httpMethod", "POST").put("resource", resource);
    String path = resource.replace("{proxy+}", proxy);
    event.put("path", path).put("body", LIST).put("isBase64Encoded", false);
    event.putObject("pathParameters").put("proxy", proxy);
    ObjectNode headers = event.putObject("headers").put("Content-Type", "application/json");
    for (int i = 0; i < header.length; i += 2) {
      headers.put(header[i], header[i + 1]);
    }
    ObjectNode context = event.putObject("requestContext").put("requestId", "request-1");
    context.put("domainName", "agent.example").put("path", "/live" + path);
    context.putObject("identity").put("sourceIp", "192.0.2.1").put("userArn", signer);
    return Json.write(event);
  }

  @Test
  void serveARoleThatIsGrantedScopes() {
    TestServer.Reply reply = server.send(event("/iam/{proxy+}", "mcp", AGENT));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/result/tools").findValuesAsText("name"))
        .contains("echo")
        .doesNotContain("memory_append");
  }

  @Test
  void refuseARoleThatIsNot() {
    TestServer.Reply reply =
        server.send(event("/iam/{proxy+}", "mcp", AGENT.replace("Agent", "Other")));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(server.log())
        .singleElement()
        .asString()
        .contains("\"reason\":\"not_admitted\"", "\"source_ip\":\"192.0.2.1\"");
  }

  @Test
  void takeNoTokenForASignature() {
    String token = "Bearer " + TestServer.token("alice", "admin");

    assertThat(server.send(event("/iam/{proxy+}", "mcp", null, "Authorization", token)).status())
        .isEqualTo(403);
  }

  @Test
  void takeNoHeaderForASignature() {
    assertThat(
            server
                .send(
                    event(
                        "/iam/{proxy+}",
                        "mcp",
                        null,
                        "X-Amzn-Iam-User-Arn",
                        AGENT,
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260301/eu-west-1/execute-api/aws4_request"))
                .status())
        .isEqualTo(403);
  }

  /** Where the gateway has no route of its own for IAM, it checks no signature. */
  @Test
  void areShutWhereTheGatewayDoesNotCheckSignatures() {
    assertThat(server.send(event("/{proxy+}", "iam/mcp", null)).status()).isEqualTo(403);
  }

  /** A signature that the gateway was not asked to check proves nothing to the other routes. */
  @Test
  void areTheOnlyOnesWhereASignatureCounts() {
    assertThat(server.send(event("/{proxy+}", "mcp", AGENT)).status()).isEqualTo(401);
  }
}
