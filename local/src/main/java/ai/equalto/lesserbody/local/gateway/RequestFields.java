package ai.equalto.lesserbody.local.gateway;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The headers and the query of a request, as API Gateway writes them: once short, once in full. */
final class RequestFields {
  private RequestFields() {}

  /**
   * The headers in title case, which is how most clients write them: the HTTP server of the JDK
   * does not tell how a name was spelled, and HTTP gives it no meaning (RFC 9110 section 5.1).
   */
  static Map<String, List<String>> headers(HttpExchange exchange) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(titleCase(name), values.stream().map(RequestFields::utf8).toList()));
    return headers;
  }

  /** The parameters of the query, decoded. */
  static Map<String, List<String>> query(HttpExchange exchange) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        if (!name.isEmpty()) {
          query.computeIfAbsent(decode(name), ignored -> new ArrayList<>()).add(decode(value));
        }
      }
    }
    return query;
  }

  /** Each name with the last of its values; null if there are none at all. */
  static JsonNode lastValues(Map<String, List<String>> fields) {
    ObjectNode last = Json.object();
    fields.forEach((name, values) -> last.put(name, values.getLast()));
    return orNull(last);
  }

  /** Each name with all of its values, in the order sent; null if there are none at all. */
  static JsonNode allValues(Map<String, List<String>> fields) {
    ObjectNode all = Json.object();
    fields.forEach((name, values) -> values.forEach(all.withArrayProperty(name)::add));
    return orNull(all);
  }

  private static JsonNode orNull(ObjectNode fields) {
    return fields.isEmpty() ? JsonNodeFactory.instance.nullNode() : fields;
  }

  private static String titleCase(String name) {
    StringBuilder title = new StringBuilder(name.toLowerCase(Locale.ROOT));
    for (int i = 0; i < title.length(); i++) {
      if (i == 0 || title.charAt(i - 1) == '-') {
        title.setCharAt(i, Character.toUpperCase(title.charAt(i)));
      }
    }
    return title.toString();
  }

  /** The server reads each byte of a value as one character. */
  private static String utf8(String value) {
    return new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
