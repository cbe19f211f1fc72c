package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.http.Request;
import java.util.Locale;

/** What a client accepts as an answer (RFC 9110 section 12.5.1). */
final class Accept {
  static final String JSON = "application/json";
  static final String EVENT_STREAM = "text/event-stream";

  /** A weight of zero, which refuses the type it stands by (RFC 9110 section 12.4.2). */
  private static final String WEIGHT_ZERO = ".*;\\s*q=0(\\.0{0,3})?\\s*(;.*)?";

  private Accept() {}

  /** Whether the client asks for nothing in particular, or for a range that holds this type. */
  static boolean allows(Request request, String type) {
    return allows(request.header("Accept").orElse(""), type);
  }

  /** Whether the client named a range that holds this type. */
  static boolean names(Request request, String type) {
    String accept = request.header("Accept").orElse("");
    return !accept.isBlank() && allows(accept, type);
  }

  /** Of the ranges that match, the most specific one decides. */
  private static boolean allows(String accept, String type) {
    boolean accepted = accept.isBlank();
    int specific = 0;
    for (String range : accept.split(",", -1)) {
      int specificity = specificity(mediaType(range), type);
      if (specificity > specific) {
        specific = specificity;
        accepted = range.indexOf(';') < 0 || !range.toLowerCase(Locale.ROOT).matches(WEIGHT_ZERO);
      }
    }
    return accepted;
  }

  private static int specificity(String range, String type) {
    if (range.equals(type)) {
      return 3;
    } else if (range.equals(type.substring(0, type.indexOf('/')) + "/*")) {
      return 2;
    }
    return range.equals("*/*") ? 1 : 0;
  }

  /** A media type without its parameters. */
  static String mediaType(String value) {
    int parameters = value.indexOf(';');
    String type = parameters < 0 ? value : value.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
