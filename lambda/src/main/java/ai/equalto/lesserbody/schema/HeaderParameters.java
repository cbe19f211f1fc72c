package ai.equalto.lesserbody.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The arguments that clients repeat in headers, by the {@code x-mcp-header} annotations of an input
 * schema (2026-07-28, "Custom Headers from Tool Parameters"). Immutable.
 */
public final class HeaderParameters {
  /** The largest integer that JavaScript keeps exact, and so the largest that is mirrored. */
  public static final long MAX_INTEGER = (1L << 53) - 1;

  /** The keyword of the annotation. */
  static final String KEYWORD = "x-mcp-header";

  /** {@code 1*tchar} (RFC 9110 section 5.6.2). */
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  /** What a mirrored argument may be. */
  public enum Type {
    STRING,
    INTEGER,
    BOOLEAN
  }

  /**
   * One mirrored argument.
   *
   * @param name the header's name after {@code Mcp-Param-}
   * @param path the names of the properties that lead to the argument, the outermost first
   * @param type what the schema says it is
   */
  public record Parameter(String name, List<String> path, Type type) {
    public Parameter {
      path = List.copyOf(path);
    }
  }

  private final List<Parameter> all;

  private HeaderParameters(List<Parameter> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Finds them, in the order of the schema.
   *
   * @throws IllegalArgumentException if an annotation breaks a constraint of the specification, for
   *     which clients would drop the tool: a name that is no token or used twice, a type that is
   *     not {@code string}, {@code integer} or {@code boolean}, bounds past {@link #MAX_INTEGER},
   *     or a place that {@code properties} alone does not lead to; the message names the header
   */
  public static HeaderParameters of(ObjectNode schema) {
    refuseHere(schema);
    List<Parameter> found = new ArrayList<>();
    collect(schema, List.of(), found);
    Set<String> names = new HashSet<>();
    for (Parameter parameter : found) {
      if (!names.add(parameter.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("two arguments have the header " + parameter.name());
      }
    }
    return new HeaderParameters(found);
  }

  /** Every mirrored argument. */
  public List<Parameter> all() {
    return all;
  }

  private static void collect(JsonNode schema, List<String> path, List<Parameter> found) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (keyword.getKey().equals("properties")) {
        for (Map.Entry<String, JsonNode> property : keyword.getValue().properties()) {
          List<String> longer = new ArrayList<>(path);
          longer.add(property.getKey());
          collectProperty(property.getValue(), longer, found);
        }
      } else {
        refuseAll(Subschemas.below(keyword));
      }
    }
  }

  private static void collectProperty(JsonNode schema, List<String> path, List<Parameter> found) {
    if (schema.has(KEYWORD)) {
      found.add(parameter(schema, path));
    }
    collect(schema, path, found);
  }

  private static Parameter parameter(JsonNode schema, List<String> path) {
    String name = schema.get(KEYWORD).asText();
    if (!schema.get(KEYWORD).isTextual() || !name.matches(TOKEN)) {
      throw refused(schema, "is no token, at " + String.join(".", path));
    }
    Type type =
        switch (schema.path("type").asText()) {
          case "string" -> Type.STRING;
          case "integer" -> Type.INTEGER;
          case "boolean" -> Type.BOOLEAN;
          default -> throw refused(schema, "needs one type: string, integer or boolean");
        };
    if (schema.path("minimum").asDouble() < -MAX_INTEGER
        || schema.path("maximum").asDouble() > MAX_INTEGER) {
      throw refused(schema, "is of integers that not every client keeps exact");
    }
    return new Parameter(name, path, type);
  }

  private static void refuseAll(List<JsonNode> schemas) {
    for (JsonNode schema : schemas) {
      refuseHere(schema);
      refuseAll(Subschemas.below(schema));
    }
  }

  private static void refuseHere(JsonNode schema) {
    if (schema.has(KEYWORD)) {
      throw refused(schema, "stands where properties alone do not lead");
    }
  }

  private static IllegalArgumentException refused(JsonNode schema, String reason) {
    return new IllegalArgumentException("the header " + schema.get(KEYWORD) + " " + reason);
  }
}
