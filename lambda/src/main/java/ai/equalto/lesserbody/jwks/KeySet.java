package ai.equalto.lesserbody.jwks;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a JSON Web Key Set (RFC 7517 section 5) that can verify tokens, by their ids.
 * Immutable.
 */
final class KeySet {
  private final Map<String, PublishedKey> keys;

  private KeySet(Map<String, PublishedKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /**
   * Reads a set. A key that is not understood is left out, as section 5 asks; so are keys that
   * share an id, as a token does not say which of them it means.
   *
   * @throws IssuerException if it is no set
   */
  static KeySet of(JsonNode document) throws IssuerException {
    JsonNode members = document.path("keys");
    if (!members.isArray()) {
      throw new IssuerException(IssuerException.Fault.NO_KEY_SET);
    }
    Map<String, List<PublishedKey>> byId =
        members
            .valueStream()
            .flatMap(jwk -> JwkReader.read(jwk).stream())
            .collect(groupingBy(PublishedKey::id));
    Map<String, PublishedKey> keys = new HashMap<>();
    byId.forEach((id, sharing) -> {
      if (sharing.size() == 1) {
        keys.put(id, sharing.getFirst());
      }
    });
    return new KeySet(keys);
  }

  Optional<PublishedKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }
}
