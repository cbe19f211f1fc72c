package ai.equalto.lesserbody.local.doctor;

import static ai.equalto.lesserbody.local.doctor.Status.NOT_RUN;
import static ai.equalto.lesserbody.local.doctor.Status.OK;
import static ai.equalto.lesserbody.local.doctor.Status.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One answer of a good endpoint is spoilt at a time, and the check that it concerns says so. */
class DoctorTest {
  private static final String ORIGIN = "https://app.example";
  private static final String METADATA = "GET /.well-known/oauth-protected-resource/mcp";

  private FakeEndpoint endpoint;

  @BeforeEach
  void start() throws IOException {
    endpoint = FakeEndpoint.start();
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  private Map<Check, Result> examine(Optional<String> token, Clock clock)
      throws InterruptedException {
    Visit visit =
        new Visit(
            endpoint.target(),
            token.flatMap(BearerToken::of),
            Optional.of(ORIGIN),
            Duration.ofSeconds(5));
    return results(new Doctor(visit, Trust.usual(), clock).examine());
  }

  private Map<Check, Result> examine() throws InterruptedException {
    return examine(Optional.of(token("")), Clock.systemUTC());
  }

  private static Map<Check, Result> results(List<Finding> findings) {
    Map<Check, Result> results = new EnumMap<>(Check.class);
    findings.forEach(finding -> results.put(finding.check(), finding.result()));
    return results;
  }

  /** A token with the scope read that nobody signed; the fake believes anything. */
  private static String token(String claims) {
    long now = Instant.now().getEpochSecond();
    return jwt("{\"iat\":%d,\"exp\":%d,\"scopes\":[\"read\"]%s}".formatted(now, now + 600, claims));
  }

  private static String jwt(String claims) {
    byte[] bytes = claims.getBytes(StandardCharsets.UTF_8);
    return "eyJ." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".signature";
  }

  @Test
  void findsNothingWrongWithAGoodEndpoint() throws Exception {
    Map<Check, Result> results = examine();

    assertThat(results).containsOnlyKeys(Check.values());
    assertThat(results.values()).extracting(Result::status).containsOnly(OK, NOT_RUN);
    assertThat(results.entrySet())
        .filteredOn(entry -> entry.getValue().status() == NOT_RUN)
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            Check.PLAIN_HTTP, Check.TLS_PROTOCOL, Check.TLS_CERTIFICATE, Check.TLS_OLD);
  }

  @Test
  void callsNothingWithoutAToken() throws Exception {
    Map<Check, Result> results = examine(Optional.empty(), Clock.systemUTC());

    assertThat(results.entrySet())
        .filteredOn(entry -> entry.getKey().group() == Group.TOKEN)
        .allSatisfy(entry -> assertThat(entry.getValue().status()).isEqualTo(NOT_RUN));
    assertThat(endpoint.seen()).doesNotContain("server/discover", "tools/list");
  }

  static Stream<Fault> faults() {
    return Fault.all();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void namesTheFaultAndAFix(Fault fault) throws Exception {
    endpoint.replace(fault.key(), fault.answer());

    Result result = examine().get(fault.check());

    assertThat(result.status()).as(result.toString()).isEqualTo(fault.status());
    assertThat(result.seen() + " " + result.fix()).contains(fault.words());
    assertThat(result.fix().isEmpty()).isEqualTo(fault.status() == OK);
  }

  @Test
  void everyCheckIsSeenToFind() {
    List<Check> elsewhere =
        List.of(
            Check.DNS,
            Check.CONNECTION,
            Check.PLAIN_HTTP,
            Check.TLS_PROTOCOL,
            Check.TLS_CERTIFICATE,
            Check.TLS_OLD,
            Check.CLOCK,
            Check.TOKEN,
            Check.RATE_LIMIT);

    assertThat(
            Stream.concat(
                    faults().filter(fault -> fault.status() != OK).map(Fault::check),
                    elsewhere.stream())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Check.values());
  }

  @ParameterizedTest
  @CsvSource({"0, OK", "45, WARNING", "-45, WARNING", "100, FAILED", "-100, FAILED"})
  void comparesTheClocks(long ahead, Status status) throws Exception {
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(ahead));

    assertThat(examine(Optional.empty(), clock).get(Check.CLOCK).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"iat\":0,\"exp\":1,\"scopes\":[\"read\"]} | FAILED | expired",
        "{\"iat\":0,\"exp\":9999999999,\"scopes\":[\"read\"]} | FAILED | 24 hours",
        "{\"iat\":9999999998,\"exp\":9999999999,\"scopes\":[\"read\"]} | FAILED | not good yet",
        "{\"exp\":9999999999} | FAILED | no iat",
        "[] | WARNING | no JWT"
      })
  void judgesTheTokenByWhatItSays(String claims, Status status, String words) throws Exception {
    Result result = examine(Optional.of(jwt(claims)), Clock.systemUTC()).get(Check.TOKEN);

    assertThat(result.status()).isEqualTo(status);
    assertThat(result.seen()).contains(words);
  }

  @Test
  void warnsOfATokenForAnotherUrl() throws Exception {
    String token = token(",\"aud\":[\"https://other.example/mcp\"]");
    Result result = examine(Optional.of(token), Clock.systemUTC()).get(Check.TOKEN);

    assertThat(result.status()).isEqualTo(WARNING);
    assertThat(result.fix()).contains("JWT_AUDIENCE", "McpEndpoint");
  }

  @ParameterizedTest
  @CsvSource({"write", "admin", "lesser/write"})
  void callsNoToolThatWritesWithATokenThatMayWrite(String scope) throws Exception {
    String claims = token("").replace("eyJ.", "").replace(".signature", "");
    String may =
        new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8)
            .replace("[\"read\"]", "[\"read\",\"" + scope + "\"]");

    assertThat(examine(Optional.of(jwt(may)), Clock.systemUTC()).get(Check.SCOPE).status())
        .isEqualTo(NOT_RUN);
    assertThat(endpoint.seen()).doesNotContain("tools/call memory_append");
  }

  @Test
  void warnsWhereNobodyIsLimited() throws Exception {
    Stream.of("server/discover", "tools/list", "tools/call echo")
        .forEach(key -> endpoint.replace(key, 200, "{}"));
    Stream.of("2025-11-25", "2025-06-18", "2025-03-26")
        .forEach(revision -> endpoint.replace("initialize " + revision, 200, "{}"));

    assertThat(examine().get(Check.RATE_LIMIT).status()).isEqualTo(WARNING);
  }

  @Test
  void repeatsNoTokenAndNoControlCharacterThatAServerSends() throws Exception {
    String token = token("");
    endpoint.replace(METADATA, 200, "{\"resource\":\"" + token + "\\u001b[31m\"}");

    List<Finding> findings =
        new Doctor(
                new Visit(
                    endpoint.target(),
                    BearerToken.of(token),
                    Optional.empty(),
                    Duration.ofSeconds(5)),
                Trust.usual(),
                Clock.systemUTC())
            .examine();
    Report report = new Report(endpoint.target(), findings);

    assertThat(report.text()).contains("resource is [token]").doesNotContain(token, "\u001b");
    assertThat(report.json()).doesNotContain(token, "\\u001b");
  }

  @Test
  void readsNoEndlessAnswer() throws Exception {
    endpoint.replace("GET /healthz", 200, " ".repeat(Probe.MAX_BODY + 1));

    assertThat(examine().get(Check.HEALTH).seen()).contains("larger than 1048576 bytes");
  }

  @Test
  void waitsForNoAnswerForEver() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("localhost"))) {
      Target target = Target.parse("http://localhost:" + silent.getLocalPort() + "/mcp");
      try (Probe probe = new Probe(Duration.ofMillis(200), Trust.usual().context())) {
        DocumentChecks checks = new DocumentChecks(target, probe, Clock.systemUTC());
        assertThatThrownBy(checks::health)
            .isInstanceOf(IOException.class)
            .hasMessageStartingWith("none within");
      }
    }
  }
}
