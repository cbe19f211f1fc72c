package ai.equalto.lesserbody.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.audit.FaultLog;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.http.Headers;
import ai.equalto.lesserbody.http.Peer;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.TestRequests;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McpEndpointTest {
  private final List<String> log = new ArrayList<>();
  private final FaultLog faults = new FaultLog(log::add, Clock.systemUTC());

  @Test
  void aFaultShowsTheCallerItsRequestIdAndTheLogNoMessage() {
    Protocol broken =
        exchange -> {
          throw new IllegalStateException("the argument was s3cret");
        };
    McpEndpoint endpoint = new McpEndpoint(broken, () -> broken, Optional.empty(), faults);

    Response response =
        post(endpoint, "", "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"ping\"}");

    assertThat(response.status()).isEqualTo(500);
    assertThat(response.body())
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"error\":{\"code\":-32603,"
                + "\"message\":\"Internal error\",\"data\":{\"requestId\":\"request-9\"}}}");
    assertThat(log)
        .singleElement()
        .asString()
        .contains("request-9", "java.lang.IllegalStateException", "McpEndpointTest")
        .doesNotContain("s3cret", "\n");
  }

  @ParameterizedTest
  @CsvSource({
    // header, revision in _meta, method, era
    "'', '', ping, legacy",
    "'', '', initialize, legacy",
    "2025-11-25, '', ping, legacy",
    "2026-07-28, '', ping, stateless",
    "2026-07-28, '', initialize, legacy",
    "1900-01-01, '', ping, stateless",
    "'', 2026-07-28, ping, stateless",
    "'', 2026-07-28, initialize, stateless",
    "2025-11-25, 2026-07-28, ping, stateless",
    "2026-07-28, 2025-11-25, ping, stateless",
    "1900-01-01, 2025-11-25, ping, stateless",
    "2025-11-25, 2025-06-18, ping, stateless",
    "2025-11-25, 2025-11-25, ping, legacy",
    "'', 2025-11-25, ping, legacy",
    "'', 1900-01-01, ping, stateless",
  })
  void theEraIsWhatTheClientOpens(String header, String claim, String method, String era) {
    Protocol stateless = exchange -> Response.json(200, "stateless");
    Protocol legacy = exchange -> Response.json(200, "legacy");
    String meta =
        claim.isEmpty()
            ? ""
            : "\"params\":{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\""
                + claim
                + "\"}},";

    Response response =
        post(
            new McpEndpoint(stateless, () -> legacy, Optional.empty(), faults),
            header,
            "{\"jsonrpc\":\"2.0\",\"id\":1," + meta + "\"method\":\"" + method + "\"}");

    assertThat(response.body()).isEqualTo(era);
  }

  private static Response post(McpEndpoint endpoint, String revision, String body) {
    Map<String, List<String>> headers =
        revision.isEmpty()
            ? Map.of("Content-Type", List.of("application/json"))
            : Map.of(
                "Content-Type", List.of("application/json"), Revision.HEADER, List.of(revision));
    return endpoint.handle(
        new Request(
            "POST",
            "/mcp",
            Headers.of(headers),
            Body.of(body),
            Peer.UNKNOWN,
            "request-9",
            "https://a.example",
            TestRequests.DEADLINE),
        TestPrincipals.of("alice"));
  }
}
