package ai.equalto.lesserbody.local.style;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The Java files of the repository, wherever in it the program was started. */
final class SourceFiles {
  private SourceFiles() {}

  /** Returns every Java file outside of build output and hidden directories, sorted. */
  static List<Path> all() throws IOException {
    Path root = root();
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return !dir.equals(root) && isSkipped(dir.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found.stream().sorted().toList();
  }

  /** Returns the path as a reader at the top of the repository would type it. */
  static Path fromTop(Path file) {
    return root().relativize(file);
  }

  private static boolean isSkipped(String directory) {
    return directory.startsWith(".")
        || directory.equals("target")
        || directory.equals("node_modules");
  }

  private static Path root() {
    Path dir = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(dir.resolve("lambda/src"))) {
      dir = dir.getParent();
    }
    return dir;
  }
}
