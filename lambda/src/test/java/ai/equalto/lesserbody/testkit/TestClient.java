package ai.equalto.lesserbody.testkit;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.call.Capability;
import ai.equalto.lesserbody.call.Conversation;
import ai.equalto.lesserbody.call.Invocation;
import ai.equalto.lesserbody.call.LogLevel;
import ai.equalto.lesserbody.call.Notifications;
import ai.equalto.lesserbody.call.Question;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.RpcMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A client that wants to be told everything, and answers what it is asked round by round, as one of
 * 2026-07-28 does.
 *
 * @param capabilities what it can be asked for
 * @param answers what it answers, by the keys of questions; each once
 * @param patience how long a round may take
 */
record TestClient(
    Principal principal,
    Set<Capability> capabilities,
    Map<String, JsonNode> answers,
    Duration patience) {
  /** Less than the 29 seconds that a gateway waits. */
  static final Duration PATIENCE_OF_GATEWAY = Duration.ofSeconds(20);

  TestClient {
    capabilities = Set.copyOf(capabilities);
    answers = Map.copyOf(answers);
  }

  /** The outcome of the last round, what was told in all of them, and how many there were. */
  record Answer<T>(CallOutcome<T> outcome, List<RpcMessage.Notification> told, int rounds) {}

  TestClient as(Principal caller) {
    return new TestClient(caller, capabilities, answers, patience);
  }

  TestClient within(Duration time) {
    return new TestClient(principal, capabilities, answers, time);
  }

  TestClient asking(Capability... more) {
    Set<Capability> all = new HashSet<>(capabilities);
    all.addAll(List.of(more));
    return new TestClient(principal, all, answers, patience);
  }

  TestClient answering(String key, JsonNode response) {
    Map<String, JsonNode> more = new HashMap<>(answers);
    more.put(key, response);
    return new TestClient(principal, capabilities, more, patience);
  }

  /** Makes a call, round by round, until it is over or asks what this client cannot answer. */
  <T> Answer<T> make(Clock clock, Function<Invocation, CallOutcome<T>> call) {
    Map<String, JsonNode> unused = new HashMap<>(answers);
    List<RpcMessage.Notification> told = new ArrayList<>();
    Conversation conversation = Conversation.begin(capabilities, Json.object());
    for (int round = 1; ; round++) {
      Notifications notifications =
          Notifications.wanted(
              Optional.of(JsonNodeFactory.instance.textNode("kit")), Optional.of(LogLevel.DEBUG));
      CallOutcome<T> outcome = call.apply(invocation(clock, conversation, notifications));
      told.addAll(notifications.close());
      if (!(outcome instanceof CallOutcome.InputRequired<T>(var questions))
          || !questions.stream().allMatch(asked -> unused.containsKey(asked.key()))) {
        return new Answer<>(outcome, told, round);
      }
      conversation = next(conversation, questions, unused);
    }
  }

  private Invocation invocation(
      Clock clock, Conversation conversation, Notifications notifications) {
    return new Invocation(
        principal,
        "request-1",
        "2026-07-28",
        Optional.of("kit"),
        clock.instant().plus(patience),
        conversation,
        notifications);
  }

  private Conversation next(
      Conversation last, List<Question<?>> questions, Map<String, JsonNode> unused) {
    ObjectNode responses = Json.object();
    questions.forEach(asked -> responses.set(asked.key(), unused.remove(asked.key())));
    return new Conversation(
        capabilities,
        responses,
        asked -> questions.stream().anyMatch(one -> one.digest().equals(asked.digest())),
        last.answers(),
        last.remembered());
  }
}
