package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.AuthorizerHandler;
import ai.equalto.lesserbody.CanaryHandler;
import ai.equalto.lesserbody.LambdaHandler;
import ai.equalto.lesserbody.local.gateway.Functions;
import ai.equalto.lesserbody.local.gateway.Gateway;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The canary before a gateway that does what API Gateway does. */
class CanaryAtTheGatewayTest {
  private final List<String> log = new CopyOnWriteArrayList<>();
  private Gateway gateway;
  private URI endpoint;
  private Map<String, String> environment;

  @BeforeEach
  void start() throws IOException {
    gateway = Gateway.bind(0);
    endpoint = gateway.uri("/mcp");
    environment =
        Map.of(
            "JWT_SECRET", "the-secret-of-a-canary-for-tests-only",
            "MCP_ENDPOINT", endpoint.toString(),
            "MCP_PACKS", "echo",
            "LESSER_TABLE_NAME", "memories",
            "AWS_REGION", "eu-west-1");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private void run() {
    new CanaryHandler(environment, Clock.systemUTC(), log::add)
        .handleRequest(InputStream.nullInputStream(), OutputStream.nullOutputStream(), null);
  }

  private LambdaHandler server() {
    return new LambdaHandler(environment, List.of(), Clock.systemUTC(), line -> {});
  }

  @Test
  void findsTheGatewayWithItsAuthorizerWell() {
    AuthorizerHandler authorizer =
        new AuthorizerHandler(environment, List.of(), Clock.systemUTC(), line -> {});
    gateway.serve(new Functions(server(), authorizer), endpoint);

    run();

    assertThat(log).singleElement().asString().contains("\"event\":\"canary_passed\"");
  }

  @Test
  void findsThatWithoutTheAuthorizerNoChallengeReachesAClient() {
    gateway.serve(server());

    assertThatThrownBy(this::run)
        .hasMessage(
            "challenge: the header x-amzn-remapped-www-authenticate, expected WWW-Authenticate");
  }
}
