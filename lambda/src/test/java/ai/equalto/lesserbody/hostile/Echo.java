package ai.equalto.lesserbody.hostile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of a request the protocol wants back in the answer. */
final class Echo {
  private static final List<JsonPointer> WANTED =
      Stream.of(
              "/id",
              // The revision that is not spoken, and the resource that is not there.
              "/error/data/requested",
              "/error/data/uri",
              // By which a client knows what progress or subscription is meant.
              "/params/progressToken",
              "/params/notifications/resourceSubscriptions",
              "/params/_meta/io.modelcontextprotocol~1subscriptionId",
              "/result/_meta/io.modelcontextprotocol~1subscriptionId")
          .map(JsonPointer::compile)
          .toList();

  /** The work of the tool {@code echo}. */
  private static final List<JsonPointer> DONE =
      List.of(
          JsonPointer.compile("/result/content"), JsonPointer.compile("/result/structuredContent"));

  /** A tool names the arguments that it does not know, for the model to correct them. */
  private static final Pattern UNKNOWN = Pattern.compile("property '[^']*' is not defined");

  private Echo() {}

  /** A copy of a message without what may repeat something. */
  static JsonNode without(JsonNode message) {
    JsonNode rest = message.deepCopy();
    WANTED.forEach(place -> remove(rest, place));
    if (rest.at("/result/isError").isBoolean() && !rest.at("/result/isError").booleanValue()) {
      DONE.forEach(place -> remove(rest, place));
    } else if (rest.at("/result/content/0") instanceof ObjectNode complaint) {
      complaint.put("text", UNKNOWN.matcher(complaint.path("text").asText()).replaceAll(""));
    }
    return rest;
  }

  private static void remove(JsonNode message, JsonPointer place) {
    if (message.at(place.head()) instanceof ObjectNode holder) {
      holder.remove(place.last().getMatchingProperty());
    }
  }
}
