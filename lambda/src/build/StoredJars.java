import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites the jars of a folder without compression, each to the same bytes whenever it is done.
 * They travel in a zip, which compresses them better as wholes than they were entry by entry, and
 * their classes are then read without being inflated.
 *
 * <p>{@code java StoredJars.java FOLDER}
 */
final class StoredJars {
  /** As early as a zip tells without naming a time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private StoredJars() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    for (Path jar : jars) {
      Path stored = Files.createTempFile(jar.getParent(), "stored", ".part");
      rewrite(jar, stored);
      Files.move(stored, jar, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void rewrite(Path jar, Path stored) throws IOException {
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(stored))) {
      to.setMethod(ZipOutputStream.STORED);
      for (ZipEntry entry : from.stream().filter(each -> !each.isDirectory()).toList()) {
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(TIME);
        copy.setSize(bytes.length);
        copy.setCrc(sum.getValue());
        to.putNextEntry(copy);
        to.write(bytes);
      }
    }
  }
}
