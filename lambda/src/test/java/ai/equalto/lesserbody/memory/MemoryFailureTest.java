package ai.equalto.lesserbody.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.aws.DynamoMemoryStore;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.memory.MemoryUnavailableException.Remedy;
import ai.equalto.lesserbody.testkit.TestClock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a model is told when the store fails. */
class MemoryFailureTest {
  private static final Pattern ULID = Pattern.compile("[0-7][0-9A-Z]{25}");

  private final Principal alice = TestPrincipals.unique(Scope.WRITE);
  private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");

  /** Keeps what it is given, and loses its first answer. */
  private static final class ForgetfulStore implements MemoryStore {
    private MemoryEvent kept;

    @Override
    public AppendResult append(Principal owner, MemoryEvent event) {
      if (kept != null) {
        return new AppendResult(kept, false);
      }
      kept = event;
      throw new MemoryUnavailableException(Remedy.RETRY, new IllegalStateException("secret"));
    }

    @Override
    public MemoryPage find(Principal owner, MemorySearch search) {
      throw new MemoryUnavailableException(Remedy.OPERATOR, new IllegalStateException("secret"));
    }
  }

  @Test
  void aStoreThatIsDownIsAFailureToTryAgain() {
    MemoryCaller memory =
        new MemoryCaller(
            new DynamoMemoryStore(
                LocalDynamo.connection(LocalDynamo.closedPort()), LocalDynamo.MEMORY_TABLE, clock),
            clock);
    assertThat(memory.failed(alice, "memory_query", "{}"))
        .isEqualTo("Memory cannot be reached just now. Try again in a few seconds.");
    assertThat(memory.failed(alice, "memory_append", "{\"content\": \"x\"}"))
        .startsWith("Memory cannot be reached just now. Try again in a few seconds.");
    assertThat(memory.audit()).hasSize(2).allMatch(line -> line.contains("failed"));
  }

  @Test
  void anAppendThatFailedCanBeRepeatedUnderTheIdInTheMessage() {
    MemoryCaller memory = new MemoryCaller(new ForgetfulStore(), clock);
    String message = memory.failed(alice, "memory_append", "{\"content\": \"x\"}");
    Matcher id = ULID.matcher(message);
    assertThat(id.find()).isTrue();
    var again = memory.append(alice, "{\"content\": \"x\", \"event_id\": \"" + id.group() + "\"}");
    assertThat(again.get("event").get("event_id").textValue()).isEqualTo(id.group());
  }

  @Test
  void aFailureThatWillLastSendsForTheOperatorAndNamesNoInternals() {
    MemoryCaller memory = new MemoryCaller(new ForgetfulStore(), clock);
    assertThat(memory.failed(alice, "memory_query", "{}"))
        .contains("the operator")
        .doesNotContainIgnoringCase("dynamo")
        .doesNotContain("secret");
  }
}
