package ai.equalto.lesserbody.local.bench;

import java.util.Map;

/**
 * A function to be measured.
 *
 * @param name a word, for files
 * @param handler as in the template
 */
record Subject(String name, Artifact artifact, String handler, Map<String, String> environment) {
  Subject {
    environment = Map.copyOf(environment);
  }
}
