package ai.equalto.lesserbody.local.instance;

import java.util.Locale;
import java.util.Optional;

/** Who may read a status, from most to fewest. */
enum Visibility {
  PUBLIC,
  UNLISTED,
  PRIVATE,
  DIRECT;

  /** The name that the API has for it. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The visibility of that name. */
  static Optional<Visibility> of(String wire) {
    for (Visibility visibility : values()) {
      if (visibility.wire().equals(wire)) {
        return Optional.of(visibility);
      }
    }
    return Optional.empty();
  }
}
