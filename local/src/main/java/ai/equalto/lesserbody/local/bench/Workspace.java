package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of this run, which is gone when it ends, also by an interruption. */
final class Workspace implements AutoCloseable {
  private final Path folder;
  private final AtExit discarding;

  private Workspace(Path folder) {
    this.folder = folder;
    this.discarding = new AtExit(this::discard);
  }

  static Workspace create() throws IOException {
    return new Workspace(Files.createTempDirectory("lesser-body-bench"));
  }

  /** A folder within, new and empty. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  /** A file within, which need not exist. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** Copies all that is in a folder into another one. */
  static void copy(Path from, Path to) throws IOException {
    List<Path> found;
    try (Stream<Path> walk = Files.walk(from)) {
      found = walk.toList();
    }
    for (Path source : found) {
      Path target = to.resolve(from.relativize(source));
      if (Files.isDirectory(source)) {
        Files.createDirectories(target);
      } else {
        Files.copy(source, target);
      }
    }
  }

  /** Deletes a folder with all that is in it, if there is one. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Override
  public void close() {
    discard();
    discarding.close();
  }

  private synchronized void discard() {
    try {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
