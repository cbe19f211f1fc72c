package ai.equalto.lesserbody.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {
  private static final String ALLOWED = "https://app.example";
  private static final Response ANSWER = Response.json(200, "answer");
  private static final Response CHALLENGE = Response.empty(401);

  private static Response send(boolean loopback, Request request) {
    Router<String> router =
        new Router<>(
            List.of(
                new Route.Public<>("GET", "/open", r -> ANSWER),
                new Route.Authenticated<>("POST", "/closed", (r, who) -> ANSWER)),
            (r, next) -> CHALLENGE,
            new OriginPolicy(Set.of(ALLOWED), loopback));
    return router.route(request);
  }

  private static int statusFor(String origin, boolean loopback) {
    return send(loopback, TestRequests.of("GET", "/open", "Origin", origin)).status();
  }

  private static Response preflight(String path, String origin, String... fields) {
    String[] all = new String[fields.length + 4];
    all[0] = "Origin";
    all[1] = origin;
    all[2] = "Access-Control-Request-Method";
    all[3] = "POST";
    System.arraycopy(fields, 0, all, 4, fields.length);
    return send(false, TestRequests.of("OPTIONS", path, all));
  }

  @Test
  void letsARequestWithoutOriginPassUnchanged() {
    assertThat(send(false, TestRequests.of("GET", "/open"))).isEqualTo(ANSWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/open", "/closed", "/nowhere"})
  void refusesAForeignOriginOnEveryPath(String path) {
    for (String method : List.of("GET", "POST", "DELETE", "OPTIONS")) {
      Request request = TestRequests.of(method, path, "Origin", "https://evil.example");
      Response response = send(false, request);

      assertThat(response.status()).as(method).isEqualTo(403);
      assertThat(response.body()).doesNotContain("evil");
      assertThat(response.headers()).doesNotContainKey("Access-Control-Allow-Origin");
    }
  }

  @Test
  void refusesThePreflightOfAForeignOrigin() {
    assertThat(preflight("/closed", "https://evil.example").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "*",
        "https://app.example/",
        "https://APP.example",
        "http://app.example",
        "https://app.example:443",
        "https://app.example.evil.com",
        "https://app.example, null",
        "https://app.example, https://app.example",
        " https://app.example",
        "://",
        "not an origin"
      })
  void refusesWhatOnlyResemblesAnAllowedOrigin(String origin) {
    assertThat(statusFor(origin, false)).isEqualTo(403);
    assertThat(statusFor(origin, true)).isEqualTo(403);
  }

  @Test
  void tellsAnAllowedOriginThatItMayReadTheAnswer() {
    Response response = send(false, TestRequests.of("GET", "/open", "Origin", ALLOWED));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers())
        .containsEntry("Access-Control-Allow-Origin", ALLOWED)
        .containsEntry(
            "Access-Control-Expose-Headers",
            "Mcp-Session-Id, WWW-Authenticate, Retry-After, RateLimit, RateLimit-Policy")
        .containsEntry("Vary", "Origin")
        .doesNotContainKey("Access-Control-Allow-Credentials");
  }

  @Test
  void letsAnAllowedOriginReadAChallengeAndAnUnknownPath() {
    Request closed = TestRequests.of("POST", "/closed", "Origin", ALLOWED);
    Request nowhere = TestRequests.of("GET", "/nowhere", "Origin", ALLOWED);

    assertThat(send(false, closed))
        .satisfies(response -> assertThat(response.status()).isEqualTo(401))
        .satisfies(response ->
            assertThat(response.headers()).containsEntry("Access-Control-Allow-Origin", ALLOWED));
    assertThat(send(false, nowhere).headers())
        .containsEntry("Access-Control-Allow-Origin", ALLOWED);
  }

  @Test
  void answersAPreflightWithoutReachingTheGuard() {
    Response response =
        preflight(
            "/closed",
            ALLOWED,
            "Access-Control-Request-Headers",
            "authorization, mcp-protocol-version");

    assertThat(response.status()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers())
        .containsEntry("Access-Control-Allow-Origin", ALLOWED)
        .containsEntry("Access-Control-Allow-Methods", "GET, POST, DELETE")
        .containsEntry("Access-Control-Allow-Headers", "authorization, mcp-protocol-version")
        .containsEntry("Access-Control-Max-Age", "600");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\r\nSet-Cookie: b", "<script>", "a;b", "a: b", "ä", "*"})
  void echoesNoRequestedFieldNameThatIsNone(String names) {
    Response response = preflight("/closed", ALLOWED, "Access-Control-Request-Headers", names);

    assertThat(response.status()).isEqualTo(204);
    assertThat(response.headers()).doesNotContainKey("Access-Control-Allow-Headers");
  }

  @Test
  void echoesNoEndlessListOfRequestedFieldNames() {
    Response response =
        preflight("/closed", ALLOWED, "Access-Control-Request-Headers", "a,".repeat(1000));

    assertThat(response.headers()).doesNotContainKey("Access-Control-Allow-Headers");
  }

  @Test
  void sendsAnOptionsRequestThatIsNoPreflightToTheGuard() {
    Response response = send(false, TestRequests.of("OPTIONS", "/closed", "Origin", ALLOWED));

    assertThat(response.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "http://localhost:6274",
        "https://localhost",
        "http://127.0.0.1:8080",
        "http://[::1]:8080",
        "http://[::1]"
      })
  void allowsAnOriginOnThisMachineOnlyWhereThatIsEnabled(String origin) {
    assertThat(statusFor(origin, true)).isEqualTo(200);
    assertThat(statusFor(origin, false)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost.evil.com",
        "http://127.0.0.1.evil.com",
        "http://evil.com#localhost",
        "http://localhost@evil.com",
        "http://evil.com@localhost",
        "http://localhost/path",
        "http://localhost?x",
        "http://localhost#x",
        "ftp://localhost",
        "file://localhost",
        "localhost",
        "//localhost",
        "http://localhost:",
        "http://localhost:80x",
        "http://127.1",
        "http://0.0.0.0",
        "http://2130706433",
        "http://LOCALHOST",
        "http://localhost.",
        "http://[::1].evil.com",
        "http://[::1",
        "http://[::ffff:127.0.0.1]",
        "http://xlocalhost",
        "http://localhost,http://localhost",
        "http://localhost http://evil.com",
        "http://localhost\nhttp://evil.com",
        "http://local%68ost"
      })
  void refusesWhatOnlyResemblesAnOriginOnThisMachine(String origin) {
    assertThat(statusFor(origin, true)).isEqualTo(403);
  }
}
