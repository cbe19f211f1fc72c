package ai.equalto.lesserbody.local.bench;

import java.util.List;
import java.util.Map;

/**
 * A function to be measured.
 *
 * @param name a word, for files
 * @param handler as in the template
 * @param lessons what it is asked while a cache is trained on it
 */
record Subject(
    String name,
    Artifact artifact,
    String handler,
    Map<String, String> environment,
    List<Event> lessons) {
  Subject {
    environment = Map.copyOf(environment);
    lessons = List.copyOf(lessons);
  }
}
