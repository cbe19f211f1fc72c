package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads the query and the body of a request, which may be a form or a JSON object. */
final class ParamsReader {
  private ParamsReader() {}

  /** The parameters, or what is wrong with them. */
  sealed interface Reading {
    /** They can be read. */
    record Good(Params params) implements Reading {}

    /** They cannot. */
    record Bad(Answer answer) implements Reading {}
  }

  static Reading read(Incoming request) {
    Params params = new Params();
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    try {
      pairs(params, Optional.ofNullable(request.target().getRawQuery()).orElse(""));
      if (request.body().length == 0) {
        return new Reading.Good(params);
      }
      if (type.startsWith("application/json")) {
        object(params, Json.read(request.body()));
      } else if (type.startsWith("application/x-www-form-urlencoded")) {
        pairs(params, new String(request.body(), StandardCharsets.UTF_8));
      } else {
        return new Reading.Bad(Answer.error(415, "Send a form or JSON"));
      }
      return new Reading.Good(params);
    } catch (JsonSyntaxException | IllegalArgumentException e) {
      return new Reading.Bad(Answer.error(400, "The parameters cannot be read"));
    }
  }

  private static void pairs(Params params, String text) {
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!name.isEmpty()) {
        params.add(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
  }

  /** What is null was not sent. */
  private static void object(Params params, JsonNode json) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("no object");
    }
    for (var field : json.properties()) {
      if (field.getValue().isArray()) {
        field.getValue().forEach(element -> params.add(field.getKey(), text(element)));
      } else if (!field.getValue().isNull()) {
        params.add(field.getKey(), text(field.getValue()));
      }
    }
  }

  private static String text(JsonNode value) {
    return value.isContainerNode() ? Json.write(value) : value.asText();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
