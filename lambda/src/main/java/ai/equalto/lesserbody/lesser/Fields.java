package ai.equalto.lesserbody.lesser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the instance's JSON, of which only ids are taken for granted. */
final class Fields {
  private static final int MAX_LINE = 512;

  /** What JavaScript keeps exact. */
  private static final long MAX_COUNT = (1L << 53) - 1;

  private Fields() {}

  /** Reads one thing from JSON. */
  @FunctionalInterface
  interface Reader<T> {
    /** Reads it, or says that it is none. */
    T read(JsonNode json) throws InstanceException;
  }

  /** Every element of a list. */
  static <T> List<T> list(JsonNode json, Reader<T> reader) throws InstanceException {
    if (!json.isArray()) {
      throw InstanceException.unexpected("list");
    }
    List<T> list = new ArrayList<>();
    for (JsonNode element : json) {
      list.add(reader.read(element));
    }
    return List.copyOf(list);
  }

  /** The id of a thing of this kind. */
  static String id(JsonNode json, String kind) throws InstanceException {
    String id = json.path("id").asText("");
    if (id.isEmpty()) {
      throw InstanceException.unexpected(kind);
    }
    return id;
  }

  /** A text as it is; empty if there is none. */
  static String text(JsonNode json, String name) {
    String text = json.path(name).textValue();
    return text == null ? "" : text;
  }

  /** A text of one line, fit to be shown; empty if there is none. */
  static String line(JsonNode json, String name) {
    return PlainText.line(text(json, name), MAX_LINE);
  }

  /** The same, absent if it is empty. */
  static Optional<String> maybeLine(JsonNode json, String name) {
    return Optional.of(line(json, name)).filter(line -> !line.isEmpty());
  }

  /** An account's handle, as others write it to mention it. */
  static String handle(JsonNode account) {
    return "@" + line(account, "acct");
  }

  static long count(JsonNode json, String name) {
    return Math.clamp(json.path(name).longValue(), 0, MAX_COUNT);
  }

  static Optional<Instant> time(JsonNode json, String name) {
    try {
      return Optional.of(OffsetDateTime.parse(text(json, name)).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
