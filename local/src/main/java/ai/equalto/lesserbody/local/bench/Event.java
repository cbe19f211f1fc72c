package ai.equalto.lesserbody.local.bench;

import java.nio.charset.StandardCharsets;

/**
 * A request as the REST API hands it to the function.
 *
 * @param name what to call it in a message
 * @param json the event
 * @param wanted what an answer holds that is right
 */
record Event(String name, String json, String wanted) {
  byte[] bytes() {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  boolean isAnsweredBy(byte[] answer) {
    String text = new String(answer, StandardCharsets.UTF_8);
    return text.contains("\"statusCode\":200") && text.contains(wanted);
  }

  /** The same event, for a function that answers whatever it likes. */
  Event toAnyone() {
    return new Event(name, json, "");
  }
}
