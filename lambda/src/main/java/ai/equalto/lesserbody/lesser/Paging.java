package ai.equalto.lesserbody.lesser;

import static java.util.stream.Collectors.joining;

import ai.equalto.lesserbody.schema.InvalidInputException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages of a list. The instance says by a {@code Link} header (RFC 8288) where the next one is; of
 * that address a cursor holds the paging parameters and nothing else, so that no cursor can lead
 * anywhere but further down the same list.
 */
final class Paging {
  /** How long a cursor may be. */
  static final int MAX_CURSOR = 1024;

  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_HEADER = 8192;
  private static final Set<String> NAMES = Set.of("max_id", "min_id", "since_id", "offset", "page");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.:~=+/@-]{1,512}");

  /** A link, its parameters up to a comma that is not quoted. */
  private static final Pattern LINK =
      Pattern.compile("<([^>]*+)>([^,\"]*+(?:\"[^\"]*+\"[^,\"]*+)*+)");

  private static final Pattern REL =
      Pattern.compile(";\\s*+rel\\s*+=\\s*+\"?([^\";,]*+)", Pattern.CASE_INSENSITIVE);

  private Paging() {}

  /**
   * The parameters of one page.
   *
   * @throws InvalidInputException if the cursor is not of the form of those made here
   */
  static Query query(Optional<Integer> limit, Optional<String> cursor)
      throws InvalidInputException {
    Query query = Query.NONE.with("limit", String.valueOf(limit.orElse(DEFAULT_LIMIT)));
    if (cursor.isPresent()) {
      Map<String, String> parameters =
          parameters(cursor.get())
              .orElseThrow(() ->
                  new InvalidInputException(
                      "Invalid arguments: cursor: not the next_cursor of an answer; start again"
                          + " without it."));
      for (Map.Entry<String, String> parameter : parameters.entrySet()) {
        query = query.with(parameter.getKey(), parameter.getValue());
      }
    }
    return query;
  }

  /** The cursor of the next page, if a {@code Link} header names one. */
  static Optional<String> next(Optional<String> linkHeader) {
    return linkHeader
        .filter(header -> header.length() <= MAX_HEADER)
        .flatMap(Paging::target)
        .flatMap(Paging::cursor);
  }

  private static Optional<String> target(String header) {
    Matcher link = LINK.matcher(header);
    while (link.find()) {
      Matcher rel = REL.matcher(link.group(2));
      if (rel.find() && Set.of(rel.group(1).strip().split("\\s+", -1)).contains("next")) {
        return Optional.of(link.group(1));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> cursor(String target) {
    Map<String, String> paging = new TreeMap<>();
    int query = target.indexOf('?');
    for (String pair : target.substring(query + 1).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (query >= 0 && parts.length == 2 && NAMES.contains(parts[0])) {
        decoded(parts[1])
            .filter(value -> VALUE.matcher(value).matches())
            .ifPresent(value -> paging.putIfAbsent(parts[0], value));
      }
    }
    String cursor =
        paging.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + Query.encoded(parameter.getValue()))
            .collect(joining("&"));
    return Optional.of(cursor).filter(text -> !text.isEmpty() && text.length() <= MAX_CURSOR);
  }

  /** Empty unless every part is a paging parameter with a simple value, and none comes twice. */
  private static Optional<Map<String, String>> parameters(String cursor) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : cursor.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      Optional<String> value =
          (parts.length == 2 ? decoded(parts[1]) : Optional.<String>empty())
              .filter(text -> VALUE.matcher(text).matches());
      if (!NAMES.contains(parts[0])
          || value.isEmpty()
          || parameters.put(parts[0], value.get()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
