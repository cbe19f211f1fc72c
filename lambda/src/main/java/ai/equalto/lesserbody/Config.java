package ai.equalto.lesserbody;

import ai.equalto.lesserbody.auth.IamGrant;
import ai.equalto.lesserbody.auth.ProtectedResource;
import ai.equalto.lesserbody.auth.TrustedIssuer;
import ai.equalto.lesserbody.tool.Confirmation;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the function, read once. See {@link Setting} for what each is for.
 *
 * @param secrets where secrets come from
 * @param audience what every access token must be meant for
 * @param trustedIssuers whose access tokens are taken besides those of the instance
 * @param iamGrants what callers by AWS IAM are granted
 * @param endpoint the public URL of the MCP endpoint
 * @param lesserApi the URL of the Lesser instance
 * @param lesserTimeout how long one call to it may take
 * @param allowedOrigins web origins that may call
 * @param allowLoopbackOrigins whether web origins on this machine may call
 * @param memoryTable the table of memories
 * @param sessionTable the table of sessions
 * @param sessionLifetime how long a session lives
 * @param packs the names of the packs to serve; none for all
 * @param confirmation the tools that a person has to confirm
 * @param inputLifetime how long a client has to answer what a call asks it
 * @param guards what keeps callers within bounds
 * @param region the AWS region of the tables and secrets
 * @param dynamoEndpoint another DynamoDB than that of the region
 */
record Config(
    SecretSettings secrets,
    Optional<String> audience,
    List<TrustedIssuer> trustedIssuers,
    List<IamGrant> iamGrants,
    Optional<URI> endpoint,
    Optional<URI> lesserApi,
    Duration lesserTimeout,
    Set<String> allowedOrigins,
    boolean allowLoopbackOrigins,
    String memoryTable,
    Optional<String> sessionTable,
    Duration sessionLifetime,
    Set<String> packs,
    Confirmation confirmation,
    Duration inputLifetime,
    GuardSettings guards,
    String region,
    Optional<URI> dynamoEndpoint) {
  Config {
    allowedOrigins = Set.copyOf(allowedOrigins);
    trustedIssuers = List.copyOf(trustedIssuers);
    iamGrants = List.copyOf(iamGrants);
    packs = Set.copyOf(packs);
  }

  /**
   * Reads the settings from an environment.
   *
   * @throws ConfigException naming every variable that is missing or malformed
   */
  static Config read(Map<String, String> environment) {
    SettingReader settings = new SettingReader(environment);
    Config config =
        new Config(
            SecretSettings.read(settings),
            settings.text(Setting.JWT_AUDIENCE),
            settings.trustedIssuers(Setting.JWT_TRUSTED_ISSUERS),
            settings.iamGrants(Setting.MCP_IAM_SCOPES),
            settings.endpoint(Setting.MCP_ENDPOINT),
            settings.url(Setting.LESSER_API_BASE_URL),
            settings.seconds(Setting.LESSER_API_TIMEOUT_SECONDS, 10, 25),
            settings.origins(Setting.MCP_ALLOWED_ORIGINS),
            settings.localFlag(Setting.MCP_ALLOW_LOOPBACK_ORIGINS),
            settings.required(Setting.LESSER_TABLE_NAME),
            settings.text(Setting.MCP_SESSION_TABLE),
            settings.minutes(Setting.MCP_SESSION_TTL_MINUTES, 60, 1440),
            settings.names(Setting.MCP_PACKS),
            new Confirmation(
                settings.names(Setting.MCP_CONFIRM_TOOLS),
                settings.choice(Setting.MCP_CONFIRM_FALLBACK, "refuse", "allow").equals("allow")),
            settings.minutes(Setting.MCP_INPUT_TTL_MINUTES, 10, 60),
            GuardSettings.read(settings),
            settings.required(Setting.AWS_REGION),
            settings.url(Setting.AWS_ENDPOINT_URL_DYNAMODB));
    // What a person confirmed is used up there.
    settings.needs(Setting.MCP_CONFIRM_TOOLS, Setting.MCP_SESSION_TABLE);
    settings.noBypass();
    settings.failOnProblems();
    return config;
  }

  /** Where the API of the instance is: if nothing else is said, where this endpoint is. */
  Optional<URI> lesserBase() {
    if (lesserApi.isPresent() || endpoint.isEmpty()) {
      return lesserApi;
    }
    String url = endpoint.get().toString();
    int end = url.length() - ProtectedResource.ENDPOINT_PATH.length();
    return Optional.of(URI.create(url.substring(0, end)));
  }
}
