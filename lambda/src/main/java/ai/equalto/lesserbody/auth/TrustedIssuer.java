package ai.equalto.lesserbody.auth;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An issuer whose access tokens are taken besides those of the instance.
 *
 * @param id its identifier (RFC 8414 section 2), which tokens carry letter for letter as {@code
 *     iss}
 * @param clients who its tokens are taken from where they do not say what they are meant for
 */
public record TrustedIssuer(String id, Optional<Clients> clients) {
  private static final Pattern ID = Pattern.compile("[\\x21-\\x7E&&[^;,|]]{1,512}");

  /**
   * The clients that an issuer without {@code aud} in its access tokens, such as Amazon Cognito,
   * issues them to for use here.
   *
   * @param ids the values of {@code client_id} that are admitted, at least one
   * @param scopePrefix what stands before {@code read}, {@code write} and {@code admin}, not empty
   */
  public record Clients(Set<String> ids, String scopePrefix) {
    /**
     * @throws IllegalArgumentException if one of them is missing
     */
    public Clients {
      if (ids.isEmpty() || ids.contains("") || scopePrefix.isEmpty()) {
        throw new IllegalArgumentException("client_id and scope_prefix go together");
      }
      ids = Set.copyOf(ids);
    }
  }

  /**
   * @throws IllegalArgumentException if the identifier is not of visible ASCII characters, or holds
   *     one that separates
   */
  public TrustedIssuer {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not the identifier of an issuer");
    }
    requireNonNull(clients, "clients");
  }

  /**
   * Reads an entry of the configuration: an identifier, and for an issuer without {@code aud} its
   * clients, as in {@code https://issuer.example;client_id=one two;scope_prefix=lesser/}.
   *
   * @throws IllegalArgumentException if it is no such entry; the message tells why
   */
  public static TrustedIssuer parse(String entry) {
    String[] parts = entry.split(";", -1);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] parameter = parts[i].split("=", 2);
      if (parameter.length < 2
          || parameters.put(parameter[0].strip(), parameter[1].strip()) != null) {
        throw new IllegalArgumentException("a parameter without a value, or given twice");
      }
    }
    return new TrustedIssuer(parts[0].strip(), clients(parameters));
  }

  private static Optional<Clients> clients(Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return Optional.empty();
    }
    if (!Set.of("client_id", "scope_prefix").equals(parameters.keySet())) {
      throw new IllegalArgumentException("client_id and scope_prefix go together, and alone");
    }
    return Optional.of(
        new Clients(
            Set.copyOf(List.of(parameters.get("client_id").split(" +", -1))),
            parameters.get("scope_prefix")));
  }
}
