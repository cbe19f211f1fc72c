package ai.equalto.lesserbody.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.content.Annotations;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.content.Icon;
import ai.equalto.lesserbody.content.ResourceContents;
import ai.equalto.lesserbody.content.Role;
import ai.equalto.lesserbody.testkit.Called;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolOutput;
import ai.equalto.lesserbody.tool.ToolResult;
import org.junit.jupiter.api.Test;

class TidesTest {
  private static final byte[] PNG = {};
  private static final byte[] WAV = {};

  static final Tool<?, ?> TIDES =
      Tool.named("tides", "Tides", "Shows today's tides.", Scope.READ, ToolAnnotations.READS)
          .by((nothing, call) ->
              ToolResult.showing(
                  Content.text("High tide at 06:12 and 18:40."),
                  Content.image(PNG, "image/png")
                      .with(Annotations.NONE.forAudience(Role.USER).withPriority(0.8)),
                  Content.audio(WAV, "audio/wav"),
                  Content.embedded(
                      ResourceContents.text("agent://tides/today", "text/csv", "06:12,18:40")),
                  Content.link("agent://tides/week", "week", "This week's tides.", "text/csv")))
          .withIcons(Icon.of("https://agent.example/tides.png", "image/png", "48x48"));

  @Test
  void showsTheTides() {
    Called<ToolOutput> called = Kit.of(TIDES).as("alice", Scope.READ).call("tides", "{}");

    assertThat(called.text()).isEqualTo("High tide at 06:12 and 18:40.");
    assertThat(called.content()).hasSize(5);
  }
}
