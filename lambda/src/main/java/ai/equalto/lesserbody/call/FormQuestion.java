package ai.equalto.lesserbody.call;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.schema.Input;
import ai.equalto.lesserbody.schema.InvalidInputException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A form for a person to fill in (MCP, "Form Mode Elicitation"). Never ask for a secret this way:
 * the client and its model see the answer.
 *
 * @param message why it is asked
 * @param form the fields: texts, numbers, booleans, enums and lists of enums
 * @param binding when an answer counts
 */
public record FormQuestion<T>(String key, String message, Input<T> form, Binding binding)
    implements Question<Elicited<T>> {
  public FormQuestion {
    requireNonNull(key, "key");
    requireNonNull(message, "message");
    requireNonNull(form, "form");
    requireNonNull(binding, "binding");
  }

  /** A form with a field for each component of a record. */
  public static <T extends Record> FormQuestion<T> of(String key, String message, Class<T> form) {
    return new FormQuestion<>(key, message, Input.open(form), Binding.ASKED);
  }

  /** The same question, whose answer a client may also send before it is asked. */
  public FormQuestion<T> answerableUnasked() {
    return new FormQuestion<>(key, message, form, Binding.NONE);
  }

  /** The same question, which has to be asked again before its answer counts again. */
  public FormQuestion<T> answeredOnce() {
    return new FormQuestion<>(key, message, form, Binding.ONCE);
  }

  @Override
  public Capability needs() {
    return Capability.FORM;
  }

  @Override
  public String method() {
    return "elicitation/create";
  }

  @Override
  public ObjectNode params() {
    ObjectNode params = Json.object().put("mode", "form").put("message", message);
    params.set("requestedSchema", form.schema());
    return params;
  }

  @Override
  public Optional<Elicited<T>> read(JsonNode response) {
    return switch (response.path("action").asText()) {
      case "accept" -> content(response.path("content")).map(Elicited.Accepted::new);
      case "decline" -> Optional.of(new Elicited.Declined<>());
      case "cancel" -> Optional.of(new Elicited.Cancelled<>());
      default -> Optional.empty();
    };
  }

  private Optional<T> content(JsonNode content) {
    try {
      return content instanceof ObjectNode fields
          ? Optional.of(form.read(fields))
          : Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }
}
