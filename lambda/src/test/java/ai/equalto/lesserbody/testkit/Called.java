package ai.equalto.lesserbody.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.Capability;
import ai.equalto.lesserbody.call.Question;
import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.content.Message;
import ai.equalto.lesserbody.content.ResourceContents;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import ai.equalto.lesserbody.resource.ResourceOutput;
import ai.equalto.lesserbody.tool.ToolOutput;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of a call. A method that asks for one outcome fails the test if there is another.
 *
 * @param outcome how its last round ended
 * @param told what the client was told on the way, in all rounds
 * @param audits the lines that it left, one for each round
 */
public record Called<T>(
    CallOutcome<T> outcome, List<RpcMessage.Notification> told, List<JsonNode> audits) {
  public Called {
    told = List.copyOf(told);
    audits = List.copyOf(audits);
  }

  /** What it gave. */
  public T value() {
    assertThat(outcome).isInstanceOf(CallOutcome.Done.class);
    return ((CallOutcome.Done<T>) outcome).value();
  }

  /** The structured result of a tool. */
  public JsonNode structure() {
    return ((ToolOutput) value()).structured().orElseThrow();
  }

  /** Fails unless the structured result of a tool is this JSON, whose quotes may be single ones. */
  public void gives(String json) {
    // Read again, since a number that was read is of another class than one that was written.
    assertThat(Kit.json(Json.write(structure()))).isEqualTo(Kit.json(json));
  }

  /** What a tool shows. */
  public List<Content> content() {
    return ((ToolOutput) value()).content();
  }

  /** The words in what a tool shows, a resource holds or a prompt says, a block on each line. */
  public String text() {
    Stream<String> words =
        switch (value()) {
          case ToolOutput tool -> words(tool.content());
          case ResourceOutput resource ->
              resource.contents().stream()
                  .filter(ResourceContents.Text.class::isInstance)
                  .map(part -> ((ResourceContents.Text) part).text());
          case List<?> messages ->
              words(messages.stream().map(message -> ((Message) message).content()).toList());
          default -> throw new AssertionError("there are no words in " + outcome);
        };
    return words.collect(Collectors.joining("\n"));
  }

  private static Stream<String> words(List<Content> blocks) {
    return blocks.stream()
        .filter(Content.Text.class::isInstance)
        .map(block -> ((Content.Text) block).text());
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

  /** What the client is asked and the kit has no answer to. */
  public List<Question<?>> questions() {
    assertThat(outcome).isInstanceOf(CallOutcome.InputRequired.class);
    return ((CallOutcome.InputRequired<T>) outcome).questions();
  }

  /** What the client would have to be asked for, and cannot be. */
  public Set<Capability> missing() {
    assertThat(outcome).isInstanceOf(CallOutcome.CannotAsk.class);
    return ((CallOutcome.CannotAsk<T>) outcome).missing();
  }

  /** How often the work was begun. */
  public int rounds() {
    return audits.size();
  }

  /** The line that the last round left in the audit. */
  public JsonNode audit() {
    return audits.getLast();
  }

  /** A field of that line, such as {@code outcome}. */
  public String audit(String field) {
    return audit().path(field).asText();
  }

  /** The words with which the client was told of progress. */
  public List<String> progress() {
    return told("notifications/progress", "message");
  }

  /** What the client was told as log messages. */
  public List<String> log() {
    return told("notifications/message", "data");
  }

  private List<String> told(String method, String field) {
    return told.stream()
        .filter(message -> message.method().equals(method))
        .map(message -> message.params().path(field).asText())
        .toList();
  }
}
