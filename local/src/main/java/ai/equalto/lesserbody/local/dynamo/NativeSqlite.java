package ai.equalto.lesserbody.local.dynamo;

import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteLibraryLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads the SQLite that DynamoDB Local stores its tables in. The jar of DynamoDB Local carries it
 * for Linux, macOS and Windows, on x86-64 and (but for Windows) arm64.
 */
final class NativeSqlite {
  private NativeSqlite() {}

  /** Does nothing if it is loaded already. */
  static synchronized void load() throws IOException {
    Path directory = Files.createTempDirectory("lesser-body-sqlite");
    System.setProperty("org.sqlite.tmpdir", directory.toString());
    try {
      SQLiteLibraryLoader.initialize();
    } catch (Exception e) {
      throw new IOException("The embedded DynamoDB cannot load SQLite: " + e.getMessage(), e);
    } finally {
      discard(directory);
    }
  }

  /** The file is not needed once it is loaded, and nobody deletes it after a process is halted. */
  private static void discard(Path directory) throws IOException {
    List<Path> extracted;
    try (Stream<Path> files = Files.list(directory)) {
      extracted = files.toList();
    }
    for (Path file : extracted) {
      // Windows keeps a loaded library; it is deleted at exit then.
      if (!file.toFile().delete()) {
        return;
      }
    }
    Files.delete(directory);
  }
}
