package ai.equalto.lesserbody.schema;

import java.util.Locale;

/** How Java names are written in JSON. */
final class FieldNames {
  private FieldNames() {}

  /** {@code eventId} becomes {@code event_id}. */
  static String ofComponent(String name) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c)) {
        snake.append('_').append(Character.toLowerCase(c));
      } else {
        snake.append(c);
      }
    }
    return snake.toString();
  }

  /** {@code DESC} becomes {@code desc}. */
  static String ofConstant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
