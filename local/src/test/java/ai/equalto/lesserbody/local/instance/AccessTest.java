package ai.equalto.lesserbody.local.instance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  private static final String ME = "/api/v1/accounts/verify_credentials";
  private static final String STATUSES = "/api/v1/statuses";

  private Town town;

  @BeforeEach
  void open() throws IOException {
    town = new Town(Shelf.none(), 5);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "eyJhbGciOiJub25lIn0.eyJ1c2VybmFtZSI6ImFsaWNlIn0."})
  void refusesWhoProvesNothing(String token) {
    assertRefused(town.with(token).send("GET", ME), 401, "The access token is invalid");
  }

  @Test
  void refusesATokenThatExpired() {
    Resident alice = town.as("alice");
    town.clock.advance(Duration.ofHours(24));

    assertRefused(alice.send("GET", ME), 401, "The access token is invalid");
  }

  @Test
  void takesATokenThatIsMeantForTheFunctionAndNoOther() {
    assertThat(town.meantFor(Town.MCP).send("GET", ME).statusCode()).isEqualTo(200);
    assertThat(town.meantFor(URI.create("https://other.example")).send("GET", ME).statusCode())
        .isEqualTo(401);
  }

  @Test
  void whoMayOnlyReadDoesNotWrite() {
    Resident reader = town.as("alice", Scope.READ);

    assertThat(reader.send("GET", ME).statusCode()).isEqualTo(200);
    assertRefused(
        reader.send("POST", STATUSES, Resident.FORM, "status=x"),
        403,
        "This action is outside the authorized scopes");
  }

  @Test
  void whoMayWriteMayRead() {
    assertThat(town.as("alice", Scope.WRITE).send("GET", ME).statusCode()).isEqualTo(200);
    assertThat(town.as("alice", Scope.ADMIN).send("GET", ME).statusCode()).isEqualTo(200);
  }

  @Test
  void whoHasMadeTooManyRequestsWaits() {
    Resident alice = town.as("alice");
    HttpResponse<String> first = alice.send("GET", ME);
    for (int i = 0; i < 4; i++) {
      assertThat(alice.send("GET", ME).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> sixth = alice.send("GET", ME);

    assertThat(limits(first)).isEqualTo("5 4 2026-07-28T12:05:00.000Z");
    assertThat(limits(sixth)).isEqualTo("5 0 2026-07-28T12:05:00.000Z");
    assertRefused(sixth, 429, "Too many requests");
    assertThat(town.as("bob").send("GET", ME).statusCode()).isEqualTo(200);
    town.clock.advance(Duration.ofMinutes(5));
    assertThat(alice.send("GET", ME).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "GET, /api/v1/unknown",
    "DELETE, /api/v1/timelines/home",
    "GET, /api/v1/statuses",
    "GET, /api/v1/statuses/",
    "POST, /oauth/token",
    "GET, /api/v1/accounts/1/follow"
  })
  void whatIsNotHereIsNotFound(String method, String path) {
    assertRefused(town.as("alice").send(method, path), 404, "Not Found");
  }

  @Test
  void aSlashAtTheEndMeansNothing() {
    assertThat(town.as("alice").send("GET", ME + "/").statusCode()).isEqualTo(200);
    assertThat(town.with("").send("GET", "/api/v1/instance/").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, {, 400",
    "application/json, [], 400",
    "application/x-www-form-urlencoded, status=%zz, 400",
    "multipart/form-data; boundary=x, --x--, 415",
    "'', status=x, 415"
  })
  void refusesWhatItCannotRead(String type, String body, int status) {
    assertThat(town.as("alice").send("POST", STATUSES, type, body).statusCode()).isEqualTo(status);
  }

  @Test
  void refusesABodyThatIsTooLong() {
    String body = "status=" + "x".repeat(Door.MAX_BODY);

    assertThat(town.as("alice").send("POST", STATUSES, Resident.FORM, body).statusCode())
        .isEqualTo(413);
  }

  @Test
  void tellsAnyoneWhatItIs() {
    Resident anyone = town.with("");
    JsonNode first = anyone.get("/api/v1/instance");
    JsonNode second = anyone.get("/api/v2/instance");
    String domain = town.instance.url().getAuthority();

    assertThat(first.path("uri").asText()).isEqualTo(domain);
    assertThat(second.path("domain").asText()).isEqualTo(domain);
    assertThat(first.at("/stats/user_count").asInt()).isEqualTo(2);
    assertThat(second.at("/configuration/statuses/max_characters").asInt()).isEqualTo(500);
    JsonNode links = anyone.get("/.well-known/nodeinfo");
    URI nodeinfo = URI.create(links.at("/links/0/href").asText());
    assertThat(anyone.get(nodeinfo.getPath()).at("/software/name").asText()).isEqualTo("lesser");
  }

  private static String limits(HttpResponse<?> answer) {
    return String.join(
        " ",
        answer.headers().firstValue("X-RateLimit-Limit").orElseThrow(),
        answer.headers().firstValue("X-RateLimit-Remaining").orElseThrow(),
        answer.headers().firstValue("X-RateLimit-Reset").orElseThrow());
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String error) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
  }
}
