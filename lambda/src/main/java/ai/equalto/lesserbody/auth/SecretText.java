package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.auth.SecretSourceException.Reason;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The two forms in which a secret is stored: as it is, without the blanks around it, or as the
 * field {@code secret} of a JSON object, which may hold other fields.
 */
public final class SecretText {
  private static final String FIELD = "secret";

  private SecretText() {}

  /**
   * The secret in what is stored.
   *
   * @throws SecretSourceException if it is empty, or JSON without it
   */
  public static String read(String stored) throws SecretSourceException {
    Optional<ObjectNode> json = json(stored);
    String secret = json.isPresent() ? json.get().path(FIELD).textValue().strip() : stored.strip();
    if (secret.isEmpty()) {
      throw new SecretSourceException(Reason.EMPTY);
    }
    return secret;
  }

  /**
   * What to store so that it is of the same form as what was, with another secret in it.
   *
   * @throws SecretSourceException if what was stored is not of either form
   */
  public static String replace(String stored, String secret) throws SecretSourceException {
    Optional<ObjectNode> json = json(stored);
    return json.isPresent() ? Json.write(json.get().put(FIELD, secret)) : secret;
  }

  private static Optional<ObjectNode> json(String stored) throws SecretSourceException {
    if (!stored.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      JsonNode read = Json.read(stored.getBytes(StandardCharsets.UTF_8));
      if (read instanceof ObjectNode object && object.path(FIELD).isTextual()) {
        return Optional.of(object);
      }
    } catch (JsonSyntaxException e) {
      // Its message tells a place, and nothing of the text; the reason says enough.
      throw new SecretSourceException(Reason.MALFORMED, e);
    }
    throw new SecretSourceException(Reason.MALFORMED);
  }
}
