package ai.equalto.lesserbody.resource;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.Completer;
import ai.equalto.lesserbody.call.Completions;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.schema.Input;
import ai.equalto.lesserbody.schema.InvalidInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Resources whose URIs differ in a few variables (MCP, "Resource Templates").
 *
 * @param template the form of their URIs; it also names them in the audit
 * @param info what is said of them
 * @param variables the variables, each a text or an enum, named as in the template
 * @param completions suggests values of the variables
 * @param reader reads one of them
 */
public record ResourceTemplate<V>(
    UriTemplate template,
    ResourceInfo info,
    Input<V> variables,
    Completions completions,
    ResourceReader<V> reader)
    implements ReadableResource {
  public ResourceTemplate {
    requireNonNull(template, "template");
    requireNonNull(info, "info");
    requireNonNull(variables, "variables");
    requireNonNull(completions, "completions");
    requireNonNull(reader, "reader");
  }

  /**
   * Resources whose variables are the components of a record.
   *
   * @param template such as {@code agent://memory/{date}} (RFC 6570 level 1)
   */
  public static <V extends Record> ResourceTemplate<V> of(
      String template, ResourceInfo info, Class<V> variables, ResourceReader<V> reader) {
    Input<V> input = Input.of(variables);
    return new ResourceTemplate<>(
        UriTemplate.parse(template), info, input, new Completions(input, Map.of()), reader);
  }

  /** The same, with suggestions for one of the variables. */
  public ResourceTemplate<V> completing(String variable, Completer completer) {
    return new ResourceTemplate<>(
        template, info, variables, completions.and(variable, completer), reader);
  }

  /** Whether a URI is of this form. */
  boolean covers(String uri) {
    return template.match(uri).isPresent();
  }

  @Override
  public String auditName() {
    return template.toString();
  }

  @Override
  public ResourceResult read(String uri, CallContext call)
      throws InvalidInputException, InputRequiredException {
    ObjectNode values = Json.object();
    template.match(uri).orElseThrow().forEach(values::put);
    return reader.read(uri, variables.read(values), call);
  }
}
