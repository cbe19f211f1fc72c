package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.schema.HeaderParameters;
import ai.equalto.lesserbody.schema.HeaderParameters.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * {@code Mcp-Param-} headers must say what the arguments say, or a gateway that trusts them could
 * be shown one call and this server another (2026-07-28, "Server Behavior for Custom Headers").
 */
final class ParameterHeaders {
  private static final String PREFIX = "Mcp-Param-";

  /** A number of JSON; three digits of exponent keep what is compared small. */
  private static final String NUMBER = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?";

  private static final BigDecimal MAX_INTEGER = BigDecimal.valueOf(HeaderParameters.MAX_INTEGER);

  private ParameterHeaders() {}

  /**
   * What contradicts the arguments, in words that repeat neither of the two. A value of another
   * type than the schema's contradicts nothing here if the header repeats it; the schema refuses
   * it, and says so to the model.
   */
  static Optional<String> contradiction(
      Request request, HeaderParameters parameters, ObjectNode arguments) {
    for (Parameter parameter : parameters.all()) {
      Optional<String> contradiction = contradiction(request, parameter, arguments);
      if (contradiction.isPresent()) {
        return contradiction;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> contradiction(
      Request request, Parameter parameter, ObjectNode arguments) {
    String name = PREFIX + parameter.name();
    Optional<String> header = request.header(name);
    JsonNode argument = at(parameter.path(), arguments);
    if (argument.isMissingNode() || argument.isNull()) {
      return header.map(sent -> name + " is sent, but the body has no such argument");
    }
    if (parameter.type() == HeaderParameters.Type.INTEGER
        && argument.isNumber()
        && !isExact(argument)) {
      return Optional.of(name + " is of an integer that not every reader keeps exact");
    }
    return header.flatMap(HeaderValue::decode).filter(sent -> repeats(sent, argument)).isPresent()
        ? Optional.empty()
        : Optional.of(name + " is missing, malformed or differs from the body");
  }

  /** Missing as well where something else than an object lies on the way. */
  private static JsonNode at(List<String> path, ObjectNode arguments) {
    JsonNode value = arguments;
    for (String property : path) {
      value = value.path(property);
    }
    return value;
  }

  private static boolean isExact(JsonNode number) {
    return number.decimalValue().abs().compareTo(MAX_INTEGER) <= 0;
  }

  private static boolean repeats(String sent, JsonNode argument) {
    return switch (argument.getNodeType()) {
      case STRING -> sent.equals(argument.textValue());
      case BOOLEAN -> sent.equals(Boolean.toString(argument.booleanValue()));
      case NUMBER -> isNumber(sent) && new BigDecimal(sent).compareTo(argument.decimalValue()) == 0;
      // No header speaks of these, and no schema of a mirrored argument lets them pass.
      case ARRAY, OBJECT, NULL, MISSING, BINARY, POJO -> false;
    };
  }

  private static boolean isNumber(String sent) {
    return sent.length() <= Json.MAX_NUMBER_LENGTH && sent.matches(NUMBER);
  }
}
