package ai.equalto.lesserbody.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.schema.Output;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SearchTest {
  static final Duration LAST_STEP = Duration.ofSeconds(1);

  static ToolResult<Output.None> search(Clock clock, CallContext call) {
    Instant enough = call.deadline().minus(LAST_STEP);
    int found = 0;
    while (found < 1_000 && clock.instant().isBefore(enough)) {
      found++;
    }
    return ToolResult.showing(Content.text("Found " + found + "."));
  }

  static Tool<?, ?> tool(Clock clock) {
    return Tool.named("search", "Search", "Searches.", Scope.READ, ToolAnnotations.READS)
        .by((nothing, call) -> search(clock, call));
  }

  static final Tool<?, ?> STUCK =
      Tool.named("stuck", "Stuck", "Never ends.", Scope.READ, ToolAnnotations.READS)
          .by((nothing, call) -> {
            while (!Thread.currentThread().isInterrupted()) {
              Thread.onSpinWait();
            }
            return ToolResult.failure("nobody hears this");
          });

  private final Kit kit = Kit.of(tool(TestTokens.CLOCK), STUCK).as("alice", Scope.READ);

  @Test
  void givesWhatItHasWhenTimeIsShort() {
    assertThat(kit.call("search", "{}").text()).isEqualTo("Found 1000.");
    assertThat(kit.within(Duration.ofMillis(900)).call("search", "{}").text())
        .isEqualTo("Found 0.");
  }

  @Test
  void isStoppedWhenTimeIsUp() {
    assertThat(kit.within(Duration.ofMillis(50)).call("stuck", "{}").audit("outcome"))
        .isEqualTo("timed_out");
  }
}
