package ai.equalto.lesserbody.hostile;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Breaks good messages at one to three places; at the same places from the same seed. */
final class Mutations {
  /** Behind the name of a member that is to be there twice, which no tree can hold. */
  private static final String TWIN = "~twin~";

  private static final List<JsonNode> VALUES = values();

  private final Random random;

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  private static List<JsonNode> values() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return List.of(
        nodes.nullNode(),
        nodes.booleanNode(true),
        nodes.booleanNode(false),
        nodes.numberNode(0),
        nodes.numberNode(-1.5),
        nodes.numberNode(Long.MAX_VALUE),
        nodes.numberNode(BigInteger.TEN.pow(60)),
        nodes.textNode(""),
        nodes.textNode(HostileClient.CANARY),
        nodes.textNode("2026-07-28"),
        nodes.textNode("2025-11-25"),
        nodes.textNode("\u0000\u001b[2J\r\n\u202e"),
        nodes.textNode("x".repeat(2000)),
        Json.array(),
        Json.array().add(HostileClient.CANARY).add(7),
        Json.object(),
        Json.object().put(HostileClient.CANARY, HostileClient.CANARY),
        Json.object().set("__proto__", Json.object().put(HostileClient.CANARY, 1)));
  }

  /** A message to break. */
  JsonNode pick(List<JsonNode> messages) {
    return messages.get(random.nextInt(messages.size()));
  }

  /** The broken message as it is sent. */
  byte[] broken(JsonNode message) {
    JsonNode copy = message.deepCopy();
    for (int changes = random.nextInt(3); changes >= 0; changes--) {
      List<JsonNode> holders = holders(copy);
      // Who breaks the outermost object each time sees little but the parser.
      if (holders.size() > 1 && random.nextInt(4) > 0) {
        holders.removeFirst();
      }
      if (!holders.isEmpty()) {
        change(pick(holders));
      }
    }
    return Json.write(copy).replace(TWIN, "").getBytes(StandardCharsets.UTF_8);
  }

  /** Every object and array that has something in it to change. */
  private static List<JsonNode> holders(JsonNode node) {
    List<JsonNode> holders = new ArrayList<>();
    if (!node.isEmpty()) {
      holders.add(node);
      node.forEach(child -> holders.addAll(holders(child)));
    }
    return holders;
  }

  private void change(JsonNode holder) {
    if (holder instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      change(object, names.get(random.nextInt(names.size())));
    } else {
      change((ArrayNode) holder, random.nextInt(holder.size()));
    }
  }

  private void change(ObjectNode object, String name) {
    switch (random.nextInt(16)) {
      case 0, 1, 2 -> object.remove(name);
      case 3, 4 -> object.set(HostileClient.CANARY, object.remove(name));
      case 5 -> object.set(name + TWIN, other(object.get(name)));
      default -> object.set(name, other(object.get(name)));
    }
  }

  private void change(ArrayNode array, int index) {
    switch (random.nextInt(4)) {
      case 0 -> array.remove(index);
      case 1 -> array.insert(index, other(array.get(index)));
      default -> array.set(index, other(array.get(index)));
    }
  }

  /** A value of another type, or at least another one. */
  private JsonNode other(JsonNode value) {
    JsonNode other = pick(VALUES);
    return other.equals(value) ? Json.array() : other.deepCopy();
  }
}
