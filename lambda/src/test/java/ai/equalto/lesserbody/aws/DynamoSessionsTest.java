package ai.equalto.lesserbody.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.mcp.Revision;
import ai.equalto.lesserbody.mcp.legacy.Session;
import ai.equalto.lesserbody.mcp.legacy.Sessions.Ending;
import ai.equalto.lesserbody.mcp.legacy.SessionsUnavailableException;
import ai.equalto.lesserbody.testkit.TestClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoSessionsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Session SESSION =
      new Session(Revision.V2025_06_18, Optional.of("inspector"));

  private final Principal alice = TestPrincipals.unique();
  private final Principal bob = TestPrincipals.unique();
  private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
  private final LocalDynamo dynamo = LocalDynamo.shared();
  private final DynamoSessions sessions = sessions(dynamo.connection());
  private final DynamoSessions elsewhere = sessions(dynamo.connection());

  @Test
  void findsASessionOnAnotherInstance() {
    assertThat(elsewhere.find(alice, sessions.open(alice, SESSION))).contains(SESSION);
  }

  @Test
  void findsASessionWhoseClientHasNoName() {
    Session anonymous = new Session(Revision.V2025_03_26, Optional.empty());
    assertThat(sessions.find(alice, sessions.open(alice, anonymous))).contains(anonymous);
  }

  @Test
  void anIdHas256BitsOfVisibleAsciiAndIsNeverTheSame() {
    String id = sessions.open(alice, SESSION);
    assertThat(id).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(sessions.open(alice, SESSION));
  }

  @Test
  void writesTheLayoutOfTheTable() {
    String id = sessions.open(alice, SESSION);
    assertThat(dynamo.get(LocalDynamo.SESSION_TABLE, key(id)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "sessionId", AttributeValue.fromS(id),
                "identity", AttributeValue.fromS(alice.identity()),
                "principalType", AttributeValue.fromS("lesser_token"),
                "revision", AttributeValue.fromS("2025-06-18"),
                "clientName", AttributeValue.fromS("inspector"),
                "ttl", AttributeValue.fromN("1767229200")));
  }

  @Test
  void aSessionDoesNotExistForAnotherIdentity() {
    String id = sessions.open(alice, SESSION);
    assertThat(sessions.find(bob, id)).isEmpty();
    assertThat(sessions.end(bob, id)).isEqualTo(Ending.UNKNOWN);
    assertThat(sessions.find(alice, id)).isPresent();
  }

  @Test
  void aSessionDoesNotExistForAnotherTypeOfPrincipal() {
    String id = changed("principalType", AttributeValue.fromS("ANOTHER_TYPE"));
    assertThat(sessions.find(alice, id)).isEmpty();
    assertThat(sessions.end(alice, id)).isEqualTo(Ending.UNKNOWN);
  }

  @Test
  void aSessionLastsUntilTheSecondBeforeItExpires() {
    String id = sessions.open(alice, SESSION);
    clock.advance(HOUR.minusSeconds(1));
    assertThat(sessions.find(alice, id)).isPresent();
  }

  @Test
  void aSessionThatExpiresNowIsGoneThoughItIsStored() {
    String id = sessions.open(alice, SESSION);
    clock.advance(HOUR);
    assertThat(sessions.find(alice, id)).isEmpty();
    assertThat(sessions.end(alice, id)).isEqualTo(Ending.UNKNOWN);
    assertThat(dynamo.get(LocalDynamo.SESSION_TABLE, key(id))).isNotEmpty();
  }

  @Test
  void aSessionThatEndsIsGoneEverywhere() {
    String id = sessions.open(alice, SESSION);
    assertThat(elsewhere.end(alice, id)).isEqualTo(Ending.ENDED);
    assertThat(sessions.find(alice, id)).isEmpty();
    assertThat(elsewhere.find(alice, id)).isEmpty();
    assertThat(sessions.end(alice, id)).isEqualTo(Ending.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"2024-11-05", "2026-07-28", "''"})
  void aSessionOfARevisionThatHasNoSessionsHereIsGone(String revision) {
    String id = changed("revision", AttributeValue.fromS(revision));
    assertThat(sessions.find(alice, id)).isEmpty();
  }

  @Test
  void anItemWithoutAnExpiryIsNoSession() {
    assertThat(sessions.find(alice, changed("ttl", AttributeValue.fromS("x")))).isEmpty();
  }

  @Test
  void anIdThatWasNeverGivenOutIsUnknown() {
    assertThat(sessions.find(alice, "A".repeat(43))).isEmpty();
    assertThat(sessions.end(alice, "A".repeat(43))).isEqualTo(Ending.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "../../x"})
  void anIdThatIsMalformedNeverReachesTheStore(String id) {
    DynamoSessions broken = broken();
    assertThat(broken.find(alice, id)).isEmpty();
    assertThat(broken.end(alice, id)).isEqualTo(Ending.UNKNOWN);
  }

  @Test
  void anIdThatIsTooLongNeverReachesTheStore() {
    assertThat(broken().find(alice, "A".repeat(1_000_000))).isEmpty();
  }

  @Test
  void aStoreThatIsDownIsUnavailable() {
    DynamoSessions broken = broken();
    String id = "A".repeat(43);
    assertThatExceptionOfType(SessionsUnavailableException.class)
        .isThrownBy(() -> broken.open(alice, SESSION));
    assertThatExceptionOfType(SessionsUnavailableException.class)
        .isThrownBy(() -> broken.find(alice, id));
    assertThatExceptionOfType(SessionsUnavailableException.class)
        .isThrownBy(() -> broken.end(alice, id));
  }

  /** The id of a session of Alice's, one attribute of which is then changed. */
  private String changed(String attribute, AttributeValue value) {
    String id = sessions.open(alice, SESSION);
    Map<String, AttributeValue> item =
        new HashMap<>(dynamo.get(LocalDynamo.SESSION_TABLE, key(id)));
    item.put(attribute, value);
    dynamo.put(LocalDynamo.SESSION_TABLE, item);
    return id;
  }

  private DynamoSessions broken() {
    return sessions(LocalDynamo.connection(LocalDynamo.closedPort()));
  }

  private DynamoSessions sessions(DynamoConnection connection) {
    return new DynamoSessions(
        connection, LocalDynamo.SESSION_TABLE, HOUR, clock, new SecureRandom());
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("sessionId", AttributeValue.fromS(id));
  }
}
