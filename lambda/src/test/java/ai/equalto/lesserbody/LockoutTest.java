package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.TestServer.Reply;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.aws.DynamoTallies;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.testkit.TestClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockoutTest {
  private static final String HERE = "192.0.2.1";
  private static final String FORGED = TestTokens.of("alice", Scope.READ) + "x";

  private final TestClock clock = new TestClock("2026-03-01T12:00:00Z");
  private final TestServer server = GuardedServer.start(clock);
  private final TestServer other = GuardedServer.start(clock);

  @BeforeEach
  void forget() {
    for (String network : new String[] {HERE, "192.0.2.2", "20010db800010002/64"}) {
      LocalDynamo.shared()
          .delete(LocalDynamo.RATE_TABLE, DynamoTallies.PARTITION_KEY, "lockout#" + network);
    }
  }

  private static void fail(TestServer at, String address, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(GuardedServer.ping(at, FORGED, address).status()).as("%d", i).isEqualTo(401);
    }
  }

  @Test
  void tenFailuresInAMinuteLockAnAddressOutOnAllInstancesForAMinute() {
    fail(server, HERE, 5);
    clock.advance(Duration.ofSeconds(50));
    fail(other, HERE, 5);

    for (TestServer instance : new TestServer[] {server, other}) {
      Reply reply = GuardedServer.ping(instance, FORGED, HERE);
      assertThat(reply.status()).isEqualTo(429);
      assertThat(Integer.parseInt(reply.headers().get("Retry-After"))).isBetween(60, 63);
      assertThat(reply.headers()).doesNotContainKey("WWW-Authenticate");
      assertThat(instance.log().getLast())
          .contains(
              "\"reason\":\"unsupported\",\"locked_out\":true", "\"source_ip\":\"" + HERE + "\"");
    }
    clock.advance(Duration.ofSeconds(60));
    assertThat(GuardedServer.ping(server, FORGED, HERE).status()).isEqualTo(429);
    clock.advance(Duration.ofSeconds(3));
    fail(server, HERE, 10);
  }

  @Test
  void aGoodTokenStillPassesFromThereAndAnotherAddressIsNotConcerned() {
    fail(server, HERE, 10);
    assertThat(GuardedServer.ping(server, FORGED, HERE).status()).isEqualTo(429);

    String good = TestTokens.of("alice", Scope.READ);
    assertThat(GuardedServer.ping(server, good, HERE).status()).isEqualTo(200);
    assertThat(GuardedServer.ping(server, FORGED, "192.0.2.2").status()).isEqualTo(401);
  }

  /** Else one who guesses could keep neighbours from learning that they need another token. */
  @Test
  void whoseTokenHasExpiredIsAlwaysToldSo() {
    fail(server, HERE, 10);
    String expired = TestTokens.of(clock.instant().minusSeconds(7200), "alice", Scope.READ);

    for (int i = 0; i < 12; i++) {
      Reply reply = GuardedServer.ping(server, expired, HERE);
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.headers().get("WWW-Authenticate")).contains("invalid_token");
    }
    assertThat(server.log().getLast()).contains("\"reason\":\"expired\",\"locked_out\":false");
  }

  @Test
  void whoComesWithoutATokenIsNotCounted() {
    String event = GuardedServer.event("/mcp", "application/json", "x", HERE, "{}");
    String without = event.replace("\"Authorization\":\"Bearer x\"", "\"X\":\"\"");
    for (int i = 0; i < 20; i++) {
      assertThat(server.send(without).status()).isEqualTo(401);
    }
    fail(server, HERE, 10);
  }

  @Test
  void anAddressThatIsNotKnownIsNotCounted() {
    fail(server, "", 12);
    fail(server, "unknown", 12);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, 429",
    "2001:db8:1:2::1, 2001:db8:1:3::1, 401",
    "::ffff:192.0.2.1, 192.0.2.1, 429",
  })
  void aNetworkOfVersionSixCountsAsOneAddress(String first, String second, int status) {
    fail(server, first, 10);

    assertThat(GuardedServer.ping(server, FORGED, second).status()).isEqualTo(status);
  }

  @Test
  void whileTheTableIsAwayFailuresAreRefusedAsEverAndTheAuditSaysSoNowAndThen() {
    TestServer away =
        GuardedServer.start(clock, "MCP_RATE_TABLE", "missing", "MCP_REVOCATION_TABLE", "");
    fail(away, HERE, 12);

    assertThat(away.log())
        .filteredOn(line -> line.contains("\"guard\":\"lockout\",\"let_through\":true"))
        .hasSize(1);
    clock.advance(Duration.ofSeconds(10));
    fail(away, HERE, 2);
    assertThat(away.log()).filteredOn(line -> line.contains("guard_failed")).hasSize(2);
  }

  @Test
  void withoutATableNobodyIsLockedOut() {
    fail(new TestServer(Map.of()), HERE, 20);
  }
}
