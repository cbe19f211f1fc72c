package ai.equalto.lesserbody;

import ai.equalto.lesserbody.SecretSettings.KeyOfInstance;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.InstanceKeys;
import ai.equalto.lesserbody.auth.IssuerTokens;
import ai.equalto.lesserbody.auth.KeyRing;
import ai.equalto.lesserbody.auth.RotatingSecrets;
import ai.equalto.lesserbody.auth.Secrets;
import ai.equalto.lesserbody.auth.TrustedIssuer;
import ai.equalto.lesserbody.aws.SecretsConnection;
import ai.equalto.lesserbody.aws.StoredSecret;
import ai.equalto.lesserbody.jwks.IssuerKeys;
import ai.equalto.lesserbody.transport.HttpCoreTransport;
import ai.equalto.lesserbody.transport.HttpTransport;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What callers are verified with, wired to where it comes from. Nothing is asked for yet.
 *
 * @param ofLesser the secret of the Lesser instance
 * @param ofInstance the deprecated key, where it is allowed
 * @param ofIssuers the keys that trusted issuers publish
 */
record Keys(Secrets ofLesser, Optional<InstanceKeys> ofInstance, IssuerTokens ofIssuers) {
  static Keys of(Config config, Map<String, String> environment, AuditLog audit, Clock clock) {
    SecretSettings settings = config.secrets();
    SecretsConnection connection =
        new SecretsConnection(config.region(), settings.endpoint(), environment);
    return new Keys(
        secrets(settings, connection, audit, clock),
        instanceKeys(settings, connection, audit, clock),
        issuerTokens(config.trustedIssuers(), audit, clock));
  }

  /** The secret of the Lesser instance: as it is given, or where it is stored. */
  static Secrets secrets(
      SecretSettings settings, SecretsConnection connection, AuditLog audit, Clock clock) {
    if (settings.given().isPresent()) {
      return Secrets.fixed(new KeyRing(settings.given().get(), List.of()));
    }
    return new RotatingSecrets(
        new StoredSecret(connection, settings.stored()), settings.grace(), audit, clock);
  }

  private static Optional<InstanceKeys> instanceKeys(
      SecretSettings settings, SecretsConnection connection, AuditLog audit, Clock clock) {
    if (settings.instanceKey().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (settings.instanceKey().get()) {
          case KeyOfInstance.Given(var given) -> InstanceKeys.fixed(given);
          case KeyOfInstance.Stored(String id) ->
              InstanceKeys.stored(new StoredSecret(connection, id), settings.grace(), audit, clock);
        });
  }

  /** Each issuer has a transport of its own; without an issuer there is none. */
  private static IssuerTokens issuerTokens(
      List<TrustedIssuer> issuers, AuditLog audit, Clock clock) {
    Map<TrustedIssuer, IssuerKeys> keys = new HashMap<>();
    for (TrustedIssuer issuer : issuers) {
      HttpTransport transport = new HttpCoreTransport(IssuerKeys.LIMITS, clock);
      keys.put(issuer, new IssuerKeys(issuer.id(), transport, clock, audit));
    }
    return new IssuerTokens(keys, clock);
  }
}
