package ai.equalto.lesserbody.aws;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attributes of an item, each of the type asked for or absent. */
final class Attributes {
  private Attributes() {}

  static AttributeValue of(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue of(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  static AttributeValue of(List<String> texts) {
    return AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList());
  }

  static Optional<String> text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  /** The texts of a list or a string set; empty if it is neither. */
  static List<String> texts(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      return List.of();
    }
    return value.hasSs()
        ? value.ss()
        : value.l().stream().map(AttributeValue::s).filter(text -> text != null).toList();
  }

  /** A whole number. */
  static Optional<Long> number(Map<String, AttributeValue> item, String name) {
    try {
      return Optional.ofNullable(item.get(name)).map(AttributeValue::n).map(Long::parseLong);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A time in epoch seconds, as DynamoDB wants it to expire items; zero and less is none. */
  static Optional<Instant> expiry(Map<String, AttributeValue> item, String name) {
    try {
      return Optional.ofNullable(item.get(name))
          .map(AttributeValue::n)
          .map(Long::parseLong)
          .filter(seconds -> seconds > 0)
          .map(Instant::ofEpochSecond);
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
