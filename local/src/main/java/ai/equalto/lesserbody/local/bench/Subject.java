package ai.equalto.lesserbody.local.bench;

import java.util.List;
import java.util.Map;

/**
 * A function to be measured.
 *
 * @param name a word, for files
 * @param handler as in the template
 * @param inImage flags of the JVM in a container image, besides those that Lambda sets
 */
record Subject(
    String name,
    Artifact artifact,
    String handler,
    Map<String, String> environment,
    List<String> inImage) {
  Subject {
    inImage = List.copyOf(inImage);
    environment = Map.copyOf(environment);
  }
}
