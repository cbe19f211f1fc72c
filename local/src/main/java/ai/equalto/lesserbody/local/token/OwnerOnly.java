package ai.equalto.lesserbody.local.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that other users of the machine cannot read, where the file system knows of users. */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** Creates a directory, and those above it, unless it is there. */
  public static void createDirectories(Path directory) throws IOException {
    Files.createDirectories(directory, permissions(directory, "rwx------"));
  }

  /** Creates a file of a new name in a directory. */
  static Path createTempFile(Path directory, String prefix, String suffix) throws IOException {
    return Files.createTempFile(directory, prefix, suffix, permissions(directory, "rw-------"));
  }

  private static FileAttribute<?>[] permissions(Path directory, String permissions) {
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
