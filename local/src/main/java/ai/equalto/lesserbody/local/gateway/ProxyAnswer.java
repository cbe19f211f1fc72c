package ai.equalto.lesserbody.local.gateway;

import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a function answers to a proxy event. A header named in {@code multiValueHeaders} has those
 * values, and the one in {@code headers} too unless it is among them, as in API Gateway.
 *
 * @param headers without regard to case
 */
record ProxyAnswer(int status, Map<String, List<String>> headers, Body body) {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  static ProxyAnswer message(int status, String message) {
    String body = Json.write(Json.object().put("message", message));
    return new ProxyAnswer(
        status, Map.of("Content-Type", List.of("application/json")), Body.of(body));
  }

  /**
   * @throws IllegalArgumentException if it is not of the shape that API Gateway takes
   */
  static ProxyAnswer parse(byte[] json) {
    try {
      JsonNode answer = Json.read(json);
      int status = answer.path("statusCode").asInt();
      if (status < 200 || status > 599) {
        throw new IllegalArgumentException("The function answered without a valid statusCode");
      }
      String body = answer.path("body").asText("");
      return new ProxyAnswer(
          status,
          headers(answer),
          answer.path("isBase64Encoded").asBoolean()
              ? Body.of(Base64.getDecoder().decode(body))
              : Body.of(body));
    } catch (JsonSyntaxException e) {
      throw new IllegalArgumentException("The function did not answer with JSON", e);
    }
  }

  /** The answer as the gateway passes it on, which keeps this name to itself. */
  ProxyAnswer renamed() {
    Map<String, List<String>> passed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    passed.putAll(headers);
    List<String> challenge = passed.remove("WWW-Authenticate");
    if (challenge != null) {
      passed.put("x-amzn-Remapped-WWW-Authenticate", challenge);
    }
    return new ProxyAnswer(status, passed, body);
  }

  /** Whether HTTP lets this status have a body (RFC 9110 section 6.4.1). */
  boolean mayHaveBody() {
    return status != NO_CONTENT && status != NOT_MODIFIED;
  }

  private static Map<String, List<String>> headers(JsonNode answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    answer
        .path("multiValueHeaders")
        .forEachEntry(
            (name, values) -> values.forEach(value -> add(headers, name, value.asText())));
    answer.path("headers").forEachEntry((name, value) -> add(headers, name, value.asText()));
    return headers;
  }

  private static void add(Map<String, List<String>> headers, String name, String value) {
    // The server would refuse such a field too late to answer anything.
    if (name.isEmpty() || (name + value).chars().anyMatch(c -> c == '\r' || c == '\n')) {
      throw new IllegalArgumentException("The function answered with a malformed header");
    }
    List<String> values = headers.computeIfAbsent(name, ignored -> new ArrayList<>());
    String wire = wire(value);
    if (!values.contains(wire)) {
      values.add(wire);
    }
  }

  /** The server writes a character as a byte, so each byte of UTF-8 has to be one character. */
  private static String wire(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
