package ai.equalto.lesserbody.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.aws.DynamoMemoryStore;
import ai.equalto.lesserbody.aws.LocalDynamo;
import ai.equalto.lesserbody.testkit.TestClock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MemoryIsolationTest {
  private static final List<String> NAMES =
      List.of(
          "alice",
          "Alice",
          "alice ",
          "alice#EVENT",
          "alice#EVENT#01ARZ3NDEKTSV4RRFFQ69G5FAV",
          "LBMEMORY#alice",
          "#alice",
          "alic",
          "alice\u0301",
          "*",
          "木");

  private static final TestClock CLOCK = new TestClock("2026-01-01T00:00:00Z");
  private static final MemoryCaller MEMORY =
      new MemoryCaller(
          new DynamoMemoryStore(LocalDynamo.shared().connection(), LocalDynamo.MEMORY_TABLE, CLOCK),
          CLOCK);

  @BeforeAll
  static void everybodyRemembersTheirName() {
    for (String name : NAMES) {
      MEMORY.append(
          caller(name),
          "{\"content\": \"I am <"
              + name
              + ">\","
              + " \"event_id\": \"01ARZ3NDEKTSV4RRFFQ69G5FAV\"}");
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void findsOnlyWhatIsItsOwn(String name) {
    String own = "I am <" + name + ">";
    assertThat(MEMORY.contents(caller(name), "{}")).containsExactly(own);
    assertThat(MEMORY.contents(caller(name), "{\"query\": \"i am\"}")).containsExactly(own);
  }

  private static Principal caller(String name) {
    return TestPrincipals.of(name, Scope.WRITE);
  }
}
