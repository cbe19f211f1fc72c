package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.local.token.SecretStore;
import ai.equalto.lesserbody.local.token.SigningSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The machine that a command runs on.
 *
 * @param folder where this checkout keeps what it remembers
 */
record Host(Map<String, String> environment, Path folder, Clock clock, SecureRandom random) {
  Host {
    environment = Map.copyOf(environment);
  }

  /** This machine; the script says where the checkout is. */
  static Host real() {
    return new Host(
        System.getenv(),
        Path.of(System.getProperty("lesserbody.folder", ".local")),
        Clock.systemUTC(),
        new SecureRandom());
  }

  /** The value of a variable; an empty one is as good as none. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** See {@link SecretStore#secret}. */
  SigningSecret secret() throws IOException {
    return new SecretStore(environment, folder, random).secret();
  }
}
