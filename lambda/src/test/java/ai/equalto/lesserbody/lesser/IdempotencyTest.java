package ai.equalto.lesserbody.lesser;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.testkit.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A post that is sent twice is posted once: the instance tells by its key. */
class IdempotencyTest {
  private static final Principal ALICE = StubInstance.alice(Scope.WRITE);

  private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
  private StubInstance instance;

  @BeforeEach
  void start() throws IOException {
    instance = new StubInstance();
  }

  @AfterEach
  void stop() {
    instance.close();
  }

  private String key(Principal caller, String arguments) {
    instance.answers("{'id':'1'}");
    Kit kit = StubInstance.kit(clock, Optional.of(instance.url())).at(clock).as(caller);
    assertThat(kit.call("post_create", arguments).structure()).isNotNull();
    return instance.sent().getLast().header("Idempotency-Key");
  }

  @Test
  void isTheSameWithinFiveMinutesAndAnotherAfterwards() {
    String key = key(ALICE, "{'content':'Hello'}");

    clock.advance(Duration.ofSeconds(299));
    assertThat(key(ALICE, "{'content':'Hello','raw':true}")).isEqualTo(key);
    assertThat(key(ALICE, "{'content':' Hello ','visibility':'public'}")).isEqualTo(key);

    clock.advance(Duration.ofSeconds(1));
    assertThat(key(ALICE, "{'content':'Hello'}")).isNotEqualTo(key).matches("[\\w-]{43}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'content':'Hello!'}",
        "{'content':'Hello','visibility':'unlisted'}",
        "{'content':'Hello','in_reply_to':'1'}"
      })
  void isAnotherForAnotherPost(String arguments) {
    assertThat(key(ALICE, arguments)).isNotEqualTo(key(ALICE, "{'content':'Hello'}"));
  }

  @Test
  void isAnotherForAnotherCaller() {
    Principal bob = TestPrincipals.withToken("bob", StubInstance.TOKEN, Scope.WRITE);

    assertThat(key(bob, "{'content':'Hello'}")).isNotEqualTo(key(ALICE, "{'content':'Hello'}"));
  }

  @Test
  void isTheCallersIfItHasOne() {
    assertThat(key(ALICE, "{'content':'Hello','idempotency_key':'mine:1'}")).isEqualTo("mine:1");
  }
}
