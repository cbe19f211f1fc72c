package ai.equalto.lesserbody.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.Question;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import ai.equalto.lesserbody.tool.ToolOutput;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of a call. A method that asks for one outcome fails the test if there is another.
 *
 * @param outcome how it ended
 * @param told what the client was told on the way
 * @param audit the one line that it left
 */
public record Called<T>(
    CallOutcome<T> outcome, List<RpcMessage.Notification> told, JsonNode audit) {
  /** What it gave. */
  public T value() {
    assertThat(outcome).isInstanceOf(CallOutcome.Done.class);
    return ((CallOutcome.Done<T>) outcome).value();
  }

  /** The structured result of a tool. */
  public JsonNode structure() {
    return ((ToolOutput) value()).structured().orElseThrow();
  }

  /** What a tool shows. */
  public List<Content> content() {
    return ((ToolOutput) value()).content();
  }

  /** The words in what a tool shows. */
  public String text() {
    return content().stream()
        .filter(Content.Text.class::isInstance)
        .map(block -> ((Content.Text) block).text())
        .collect(Collectors.joining("\n"));
  }

  /** Why it could not be done. */
  public String failure() {
    assertThat(outcome).isInstanceOf(CallOutcome.Failed.class);
    return ((CallOutcome.Failed<T>) outcome).message();
  }

  /** What is wrong with the input. */
  public String complaint() {
    assertThat(outcome).isInstanceOf(CallOutcome.InvalidInput.class);
    return ((CallOutcome.InvalidInput<T>) outcome).message();
  }

  /** What the client is asked. */
  public List<Question<?>> questions() {
    assertThat(outcome).isInstanceOf(CallOutcome.InputRequired.class);
    return ((CallOutcome.InputRequired<T>) outcome).questions();
  }
}
