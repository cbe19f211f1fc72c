package ai.equalto.lesserbody.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpectationsTest {
  @Test
  void nothingIsExpectedToFailAtTheCurrentRevision() throws Exception {
    assertThat(Expectations.own().revisions()).containsExactly(Samples.MODERN, Samples.LEGACY);
    assertThat(Expectations.own().failuresAt(Samples.MODERN)).isEmpty();
  }

  @Test
  void onlyRequestsToTheClientFailAtTheOlderOne() throws Exception {
    assertThat(Expectations.own().failuresAt(Samples.LEGACY))
        .containsOnlyKeys(
            "tools-call-sampling",
            "tools-call-elicitation",
            "elicitation-sep1034-defaults",
            "elicitation-sep1330-enums")
        .allSatisfy((name, reason) -> assertThat(reason).isNotBlank());
  }

  @Test
  void onlyTasksAndPollingMayFailOfWhatIsNotScored() throws Exception {
    assertThat(Expectations.own().notScoredMayFail())
        .containsKey("server-sse-polling")
        .allSatisfy((name, reason) -> {
          assertThat(name).matches("tasks-.+|server-sse-polling");
          assertThat(reason).isNotBlank();
        });
  }
}
