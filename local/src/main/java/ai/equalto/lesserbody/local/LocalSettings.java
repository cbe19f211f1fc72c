package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.local.token.SigningSecret;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of the function on a laptop: every setting that is given stays as it is, and what
 * is missing is filled in.
 */
final class LocalSettings {
  static final String MEMORY_TABLE = "LESSER_TABLE_NAME";
  static final String SESSION_TABLE = "MCP_SESSION_TABLE";
  static final String REVOCATION_TABLE = "MCP_REVOCATION_TABLE";
  static final String RATE_TABLE = "MCP_RATE_TABLE";
  static final String LESSER = "LESSER_API_BASE_URL";

  private static final String ENDPOINT = "MCP_ENDPOINT";
  private static final String DYNAMO_ENDPOINT = "AWS_ENDPOINT_URL_DYNAMODB";
  private static final String ACCESS_KEY = "AWS_ACCESS_KEY_ID";
  private static final String SECRET_KEY = "AWS_SECRET_ACCESS_KEY";

  private final Host host;
  private final Map<String, String> filled;

  LocalSettings(Host host) {
    this.host = host;
    this.filled = new HashMap<>(host.environment());
  }

  /** Whether the user has tables elsewhere, where this server is to create nothing. */
  static boolean nameTables(Host host) {
    return List.of(DYNAMO_ENDPOINT, MEMORY_TABLE, SESSION_TABLE, REVOCATION_TABLE, RATE_TABLE)
        .stream()
        .anyMatch(name -> host.variable(name).isPresent());
  }

  /** Whether the user has a Lesser instance elsewhere, which this server is to talk to. */
  static boolean nameInstance(Host host) {
    return host.variable(LESSER).isPresent();
  }

  /** Fills in what the function needs to be asked at an address of this machine. */
  LocalSettings fillServer(URI endpoint, SigningSecret secret) {
    fill("JWT_SECRET", secret.reveal());
    fill(ENDPOINT, endpoint.toString());
    fill("MCP_ALLOW_LOOPBACK_ORIGINS", "true");
    fill("AWS_REGION", host.variable("AWS_DEFAULT_REGION").orElse("us-east-1"));
    return this;
  }

  /** Fills in what the function needs to use the embedded DynamoDB. */
  LocalSettings fillTables(URI embedded) {
    fill(DYNAMO_ENDPOINT, embedded.toString());
    fill(MEMORY_TABLE, "lesser-local");
    fill(SESSION_TABLE, "lesser-body-sessions-local");
    fill(REVOCATION_TABLE, "lesser-body-revocations-local");
    fill(RATE_TABLE, "lesser-body-rates-local");
    // Half of somebody's key pair is no key pair.
    if (host.variable(ACCESS_KEY).isEmpty() || host.variable(SECRET_KEY).isEmpty()) {
      filled.put(ACCESS_KEY, "local");
      filled.put(SECRET_KEY, "local");
    }
    return this;
  }

  /** Fills in where the Lesser instance is, which then also is who issues access tokens. */
  LocalSettings fillInstance(URI instance) {
    fill(LESSER, instance.toString());
    return this;
  }

  /** The URL of the MCP endpoint; if it is none, the function says what is wrong with it. */
  Optional<URI> endpoint() {
    try {
      return value(ENDPOINT).map(String::strip).map(URI::create);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A setting, if it is given or was filled in. */
  Optional<String> value(String name) {
    return Optional.ofNullable(filled.get(name));
  }

  /** All of it, for the function. */
  Map<String, String> environment() {
    return Map.copyOf(filled);
  }

  private void fill(String name, String value) {
    if (host.variable(name).isEmpty()) {
      filled.put(name, value);
    }
  }
}
