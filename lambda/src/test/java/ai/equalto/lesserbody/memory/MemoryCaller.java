package ai.equalto.lesserbody.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.KeyRing;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.SigningKey;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.testkit.TestClock;
import ai.equalto.lesserbody.tool.ToolCall;
import ai.equalto.lesserbody.tool.ToolOutcome;
import ai.equalto.lesserbody.tool.ToolRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Calls the memory tools as a model does: with JSON, through the registry. */
final class MemoryCaller {
  static final KeyRing KEYS =
      new KeyRing(SigningKey.of("a secret of at least thirty-two bytes"), List.of());

  private final ToolRegistry registry;
  private final List<String> audit = new CopyOnWriteArrayList<>();

  MemoryCaller(MemoryStore store, TestClock clock) {
    this.registry =
        new ToolRegistry(
            MemoryTools.create(store, Optional.of(KEYS), clock, new Random(1)),
            new AuditLog(audit::add, clock),
            clock);
  }

  /** The audit lines so far. */
  List<String> audit() {
    return audit;
  }

  ToolOutcome call(Principal caller, String tool, String arguments) {
    return registry.call(
        new ToolCall(tool, object(arguments), caller, "request-1", "2026-07-28", Optional.empty()));
  }

  /** The output of a call that must succeed. */
  JsonNode append(Principal caller, String arguments) {
    return success(call(caller, "memory_append", arguments));
  }

  /** The output of a call that must succeed. */
  JsonNode query(Principal caller, String arguments) {
    return success(call(caller, "memory_query", arguments));
  }

  /** The contents of the events found. */
  List<String> contents(Principal caller, String arguments) {
    return contents(query(caller, arguments));
  }

  static List<String> contents(JsonNode page) {
    List<String> contents = new ArrayList<>();
    page.get("events").forEach(event -> contents.add(event.get("content").textValue()));
    return contents;
  }

  /** The message of a call that must be refused for its arguments. */
  String refused(Principal caller, String tool, String arguments) {
    ToolOutcome outcome = call(caller, tool, arguments);
    assertThat(outcome).isInstanceOf(ToolOutcome.InvalidInput.class);
    return ((ToolOutcome.InvalidInput) outcome).message();
  }

  /** The message of a call that must fail. */
  String failed(Principal caller, String tool, String arguments) {
    ToolOutcome outcome = call(caller, tool, arguments);
    assertThat(outcome).isInstanceOf(ToolOutcome.Failure.class);
    return ((ToolOutcome.Failure) outcome).message();
  }

  private static JsonNode success(ToolOutcome outcome) {
    assertThat(outcome).isInstanceOf(ToolOutcome.Success.class);
    return ((ToolOutcome.Success) outcome).structuredContent();
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) Json.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
