package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.format.DateTimeFormat;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import java.time.DateTimeException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of a schema that {@link SchemaDeriver} made. Tells what fits without the validator,
 * which would bring some five hundred classes into a cold start, and has it explain what does not.
 * Whatever this accepts, the validator accepts: a keyword that is not known here, or is of another
 * kind than the deriver's, accepts nothing.
 */
final class DerivedRules {
  private final ObjectNode schema;
  private final Map<String, RegularExpression> patterns = new ConcurrentHashMap<>();

  DerivedRules(ObjectNode schema) {
    this.schema = schema;
  }

  /** Whether the value is known to fit. */
  boolean accept(JsonNode value) {
    return fits(value, schema);
  }

  private boolean fits(JsonNode value, JsonNode rules) {
    for (Map.Entry<String, JsonNode> rule : rules.properties()) {
      if (!obeys(value, rule.getKey(), rule.getValue(), rules)) {
        return false;
      }
    }
    return rules.isObject();
  }

  private boolean obeys(JsonNode value, String keyword, JsonNode rule, JsonNode rules) {
    return switch (keyword) {
      case "type" -> isOfType(value, rule.asText());
      case "properties" -> propertiesFit(value, rule);
      case "required" -> hasAll(value, rule);
      case "additionalProperties" ->
          !rule.asBoolean(true) && hasOnly(value, rules.path("properties"));
      case "items" -> allFit(value, rule);
      case "minItems" -> value.isArray() && value.size() >= rule.intValue();
      case "maxItems" -> value.isArray() && value.size() <= rule.intValue();
      case "enum" -> isOneOf(value, rule);
      case "minLength" -> value.isTextual() && length(value.textValue()) >= rule.intValue();
      case "maxLength" -> value.isTextual() && length(value.textValue()) <= rule.intValue();
      case "pattern" -> value.isTextual() && pattern(rule).matches(value.textValue());
      case "format" -> rule.asText().equals("date-time") && isTimestamp(value);
      case "minimum" -> isExact(rule) && compare(value, rule.longValue()) >= 0;
      case "maximum" -> isExact(rule) && compare(value, rule.longValue()) <= 0;
      case "description", HeaderParameters.KEYWORD -> true;
      default -> false;
    };
  }

  private static boolean isOfType(JsonNode value, String type) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "number" -> isReadNumber(value);
      case "integer" -> isReadNumber(value) && value.canConvertToExactIntegral();
      default -> false;
    };
  }

  /** Of a kind that numbers of requests are read as. */
  private static boolean isReadNumber(JsonNode value) {
    return value.isIntegralNumber() || value.isDouble();
  }

  private boolean propertiesFit(JsonNode value, JsonNode properties) {
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      JsonNode held = value.get(property.getKey());
      if (held != null && !fits(held, property.getValue())) {
        return false;
      }
    }
    return value.isObject();
  }

  private static boolean hasAll(JsonNode value, JsonNode names) {
    for (JsonNode name : names) {
      if (!value.has(name.textValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasOnly(JsonNode value, JsonNode properties) {
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (!properties.has(field.getKey())) {
        return false;
      }
    }
    return true;
  }

  private boolean allFit(JsonNode value, JsonNode rules) {
    for (JsonNode element : value) {
      if (!fits(element, rules)) {
        return false;
      }
    }
    return value.isArray();
  }

  private static boolean isOneOf(JsonNode value, JsonNode values) {
    for (JsonNode one : values) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The validator's own reading of regular expressions, where {@code $} is the very end. */
  private RegularExpression pattern(JsonNode rule) {
    return patterns.computeIfAbsent(
        rule.textValue(), JDKRegularExpressionFactory.getInstance()::getRegularExpression);
  }

  /** The validator's own reading as well. */
  private static boolean isTimestamp(JsonNode value) {
    try {
      return value.isTextual() && DateTimeFormat.Ethlo.isValid(value.textValue());
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Whether a double is as large as this limit only if it is that very number. */
  private static boolean isExact(JsonNode limit) {
    return limit.isIntegralNumber()
        && limit.canConvertToLong()
        && Math.abs(limit.longValue()) <= HeaderParameters.MAX_INTEGER;
  }

  private static int compare(JsonNode number, long limit) {
    if (number.isDouble()) {
      double value = number.doubleValue();
      return value < limit ? -1 : value > limit ? 1 : 0;
    }
    return number.canConvertToLong()
        ? Long.compare(number.longValue(), limit)
        : number.bigIntegerValue().signum();
  }
}
