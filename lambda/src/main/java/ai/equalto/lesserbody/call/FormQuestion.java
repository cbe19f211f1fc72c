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
 * @param isBound see {@link Question#isBound}
 */
public record FormQuestion<T>(String key, String message, Input<T> form, boolean isBound)
    implements Question<Elicited<T>> {
  public FormQuestion {
    requireNonNull(key, "key");
    requireNonNull(message, "message");
    requireNonNull(form, "form");
  }

  /** A form with a field for each component of a record. */
  public static <T extends Record> FormQuestion<T> of(String key, String message, Class<T> form) {
    return new FormQuestion<>(key, message, Input.open(form), false);
  }

  /** The question, to be answered only by whom it was put to. */
  public FormQuestion<T> bound() {
    return new FormQuestion<>(key, message, form, true);
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
