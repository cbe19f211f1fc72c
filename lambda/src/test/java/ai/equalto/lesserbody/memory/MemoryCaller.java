package ai.equalto.lesserbody.memory;

import ai.equalto.lesserbody.auth.KeyRing;
import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Secrets;
import ai.equalto.lesserbody.auth.SigningKey;
import ai.equalto.lesserbody.call.CallOutcome;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.testkit.Called;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.testkit.TestClock;
import ai.equalto.lesserbody.tool.ToolOutput;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Calls the memory tools as a model does: with JSON, through the registry. */
final class MemoryCaller {
  static final KeyRing KEYS =
      new KeyRing(SigningKey.of("a secret of at least thirty-two bytes"), List.of());

  private final Kit kit;
  private final List<String> audit = new ArrayList<>();

  MemoryCaller(MemoryStore store, TestClock clock) {
    this.kit =
        Kit.of(MemoryPack.create(store, Secrets.fixed(KEYS), clock, new Random(1))).at(clock);
  }

  /** Calls whatever else is in the pack. */
  Kit as(Principal caller) {
    return kit.as(caller);
  }

  /** The audit lines so far. */
  List<String> audit() {
    return audit;
  }

  private Called<ToolOutput> made(Principal caller, String tool, String arguments) {
    Called<ToolOutput> called = kit.as(caller).call(tool, arguments);
    audit.add(Json.write(called.audit()));
    return called;
  }

  CallOutcome<ToolOutput> call(Principal caller, String tool, String arguments) {
    return made(caller, tool, arguments).outcome();
  }

  /** The output of a call that must succeed. */
  JsonNode append(Principal caller, String arguments) {
    return made(caller, "memory_append", arguments).structure();
  }

  /** The output of a call that must succeed. */
  JsonNode query(Principal caller, String arguments) {
    return made(caller, "memory_query", arguments).structure();
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
    return made(caller, tool, arguments).complaint();
  }

  /** The message of a call that must fail. */
  String failed(Principal caller, String tool, String arguments) {
    return made(caller, tool, arguments).failure();
  }
}
