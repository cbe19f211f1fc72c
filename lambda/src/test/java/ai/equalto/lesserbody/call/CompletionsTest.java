package ai.equalto.lesserbody.call;

import static ai.equalto.lesserbody.testkit.TestJson.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.http.TestRequests;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.schema.Input;
import ai.equalto.lesserbody.schema.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompletionsTest {
  private static final CallContext CALL =
      new CallContext(
          new Invocation(
              TestPrincipals.of("alice"),
              "request-1",
              "2026-07-28",
              Optional.empty(),
              TestRequests.DEADLINE,
              Conversation.begin(Set.of(), Json.object()),
              Notifications.unwanted()));

  private final Completions completions =
      new Completions(
              Input.json(
                  object(
                      "{'type':'object','properties':{"
                          + "'color':{'enum':['Red','green',null,7,'RUST']},"
                          + "'size':{'type':'string'},'shape':{'enum':['round']}}}")),
              Map.of())
          .and("shape", (typed, settled, call) -> List.of("by " + call.principal().identity()));

  private List<String> suggest(String argument, String typed) throws InvalidInputException {
    return completions.suggest(argument, typed, Map.of(), CALL);
  }

  @Test
  void suggestsTheTextsThatTheSchemaListsWhateverTheirCase() throws InvalidInputException {
    assertThat(suggest("color", "")).containsExactly("Red", "green", "RUST");
    assertThat(suggest("color", "r")).containsExactly("Red", "RUST");
    assertThat(suggest("color", "GREEN")).containsExactly("green");
    assertThat(suggest("color", "greener")).isEmpty();
  }

  @Test
  void aCompleterKnowsBetterThanTheSchema() throws InvalidInputException {
    assertThat(suggest("shape", "r")).containsExactly("by alice");
  }

  @Test
  void suggestsNothingWhereNothingIsKnown() throws InvalidInputException {
    assertThat(suggest("size", "")).isEmpty();
  }

  @Test
  void refusesAnArgumentThatDoesNotExist() {
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> suggest("weight", ""));
  }
}
