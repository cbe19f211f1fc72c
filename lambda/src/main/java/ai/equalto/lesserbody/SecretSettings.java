package ai.equalto.lesserbody;

import ai.equalto.lesserbody.auth.InstanceKey;
import ai.equalto.lesserbody.auth.SigningKey;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where secrets come from.
 *
 * @param given the secret of the Lesser instance, where it is given outright
 * @param stored else the ARN or the name of it in Secrets Manager
 * @param grace how long the secret before counts after a rotation
 * @param instanceKey the key of the managed instance; without it nobody comes in by one
 * @param endpoint another Secrets Manager than that of the region
 */
record SecretSettings(
    Optional<SigningKey> given,
    String stored,
    Duration grace,
    Optional<KeyOfInstance> instanceKey,
    Optional<URI> endpoint) {
  /** What the secret is called where a Lesser instance is installed as its documentation says. */
  static final String DEFAULT_ID = "lesser/jwt-secret";

  /** The deprecated key: outright, or where it is stored. */
  sealed interface KeyOfInstance {
    /** This one. */
    record Given(InstanceKey key) implements KeyOfInstance {}

    /** The one that is stored under this ARN or name. */
    record Stored(String id) implements KeyOfInstance {}
  }

  static SecretSettings read(SettingReader settings) {
    String stage = settings.choice(Setting.MCP_STAGE, "live", "staging", "dev");
    if (!stage.equals("dev")) {
      settings.notInLambda(
          Setting.JWT_SECRET, Setting.JWT_SECRET_ARN + ", unless MCP_STAGE is dev");
    }
    return new SecretSettings(
        settings.secret(Setting.JWT_SECRET),
        settings.text(Setting.JWT_SECRET_ARN).orElse(DEFAULT_ID),
        settings.minutes(Setting.JWT_ROTATION_GRACE_MINUTES, 60, 1440),
        keyOfInstance(settings),
        settings.url(Setting.AWS_ENDPOINT_URL_SECRETS_MANAGER));
  }

  /** Where it is not allowed, nothing that is set for it is even looked at. */
  private static Optional<KeyOfInstance> keyOfInstance(SettingReader settings) {
    Setting allow = Setting.MCP_ALLOW_LEGACY_INSTANCE_KEY;
    if (!settings.flag(allow)) {
      return Optional.empty();
    }
    Setting outright = Setting.LESSER_HOST_INSTANCE_KEY;
    Setting arn = Setting.LESSER_HOST_INSTANCE_KEY_ARN;
    settings.needsEither(allow, outright, arn);
    return settings
        .instanceKey(outright)
        .<KeyOfInstance>map(KeyOfInstance.Given::new)
        .or(() -> settings.text(arn).map(KeyOfInstance.Stored::new));
  }
}
