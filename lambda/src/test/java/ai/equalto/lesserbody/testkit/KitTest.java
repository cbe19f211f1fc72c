package ai.equalto.lesserbody.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.Capability;
import ai.equalto.lesserbody.call.Elicited;
import ai.equalto.lesserbody.call.FormQuestion;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.call.Question;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Output;
import ai.equalto.lesserbody.tool.Tool;
import ai.equalto.lesserbody.tool.ToolAnnotations;
import ai.equalto.lesserbody.tool.ToolOutput;
import ai.equalto.lesserbody.tool.ToolResult;
import org.junit.jupiter.api.Test;

/** The kit plays the client as a real one would be seen to. */
class KitTest {
  record Word(@Description("Any.") String word) {}

  private static final FormQuestion<Word> FIRST = FormQuestion.of("first", "Which?", Word.class);
  private static final FormQuestion<Word> SECOND =
      FormQuestion.of("second", "And then?", Word.class).answeredOnce();

  private static ToolResult<Output.None> run(CallContext call) throws InputRequiredException {
    call.progress(1, 2, "begun");
    String first = word(call.ask(FIRST));
    return ToolResult.showing(Content.text(first + " " + word(call.ask(SECOND))));
  }

  private static String word(Elicited<Word> answer) {
    return answer.accepted().map(Word::word).orElse("nothing");
  }

  private final Kit kit =
      Kit.of(
              Tool.named("it", "It", "Any.", Scope.READ, ToolAnnotations.READS)
                  .by((nothing, call) -> run(call)))
          .as("alice", Scope.READ);

  @Test
  void answersRoundByRound() {
    Called<ToolOutput> called =
        kit.accepting("first", "{'word':'one'}").declining("second").call("it", "{}");

    assertThat(called.text()).isEqualTo("one nothing");
    assertThat(called.audits())
        .extracting(line -> line.path("outcome").asText())
        .containsExactly("input_required", "input_required", "ok");
    assertThat(called.progress()).containsExactly("begun", "begun", "begun");
  }

  @Test
  void showsTheQuestionsThatItHasNoAnswerTo() {
    assertThat(kit.accepting("first", "{'word':'one'}").call("it", "{}").questions())
        .extracting(question -> ((Question<?>) question).key())
        .containsExactly("second");
  }

  @Test
  void doesNotAnswerWhatItsClientCannotBeAsked() {
    assertThat(kit.answering("first", "{'action':'decline'}").call("it", "{}").rounds())
        .isEqualTo(1);
    assertThat(
            kit.asking(Capability.FORM)
                .answering("first", "{'action':'decline'}")
                .call("it", "{}")
                .rounds())
        .isEqualTo(2);
  }

  @Test
  void givesAnAnswerThatDoesNotFitOnce() {
    Called<ToolOutput> called = kit.accepting("first", "{'word':1}").call("it", "{}");

    assertThat(called.questions()).hasSize(1);
    assertThat(called.rounds()).isEqualTo(2);
  }

  @Test
  void failsWhereAnotherOutcomeWasExpected() {
    assertThatThrownBy(() -> kit.call("it", "{}").value()).isInstanceOf(AssertionError.class);
    assertThat(kit.as("bob").call("it", "{}").audit("outcome")).isEqualTo("denied");
    assertThat(kit.call("none", "{}").audit("outcome")).isEqualTo("not_found");
  }
}
