package ai.equalto.lesserbody.local.token;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The secret of this checkout: {@code JWT_SECRET} where it is set, else one that is made up on
 * first use and kept in a file that only its owner can read. Processes that start at the same time
 * agree.
 */
public final class SecretStore {
  private static final String VARIABLE = "JWT_SECRET";

  /** At least 48 bytes in base64url. */
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{64,}");

  private final Map<String, String> environment;
  private final Path folder;
  private final SecureRandom random;

  /**
   * @param folder where the file is kept; created, for the owner alone, on first use
   */
  public SecretStore(Map<String, String> environment, Path folder, SecureRandom random) {
    this.environment = environment;
    this.folder = folder;
    this.random = random;
  }

  /**
   * The secret, the same at every call and in every process.
   *
   * @throws SecretException if the secret is too short, or the file is not what was written to it
   */
  public SigningSecret secret() throws IOException {
    // The function ignores blanks around a setting; a token must be signed with what it verifies
    // with.
    String given = environment.getOrDefault(VARIABLE, "").strip();
    if (!given.isEmpty()) {
      return SigningSecret.of(given, VARIABLE);
    }
    Path file = folder.resolve("jwt-secret");
    try {
      return read(file);
    } catch (NoSuchFileException e) {
      create(file);
      return read(file);
    }
  }

  private static SigningSecret read(Path file) throws IOException {
    String text = Files.readString(file).strip();
    if (!WELL_FORMED.matcher(text).matches()) {
      throw new SecretException(
          "The secret in %s is damaged; delete the file to get a new one.".formatted(file));
    }
    return SigningSecret.of(text, file.toString());
  }

  /**
   * Appears under its name in one step and complete; if another process was first, that one wins.
   */
  private void create(Path file) throws IOException {
    OwnerOnly.createDirectories(folder);
    Path draft = OwnerOnly.createTempFile(folder, "jwt-secret", ".tmp");
    try {
      Files.writeString(draft, SigningSecret.random(random).reveal());
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.delete(draft);
    }
  }
}
