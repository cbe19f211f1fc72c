package ai.equalto.lesserbody.lesser;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What a model is to do, a sentence or two on each line. */
record Task(String text) {
  Task {
    requireNonNull(text, "text");
  }

  /** The same and then this. */
  Task then(String line) {
    return new Task(text + "\n" + line);
  }

  /** The same and then what the caller wants, if it said so. */
  Task wanting(String what, Optional<String> wish) {
    return wish.map(words -> then(what + ": " + words)).orElse(this);
  }
}
