package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A function, laid out in both ways in which Lambda runs one.
 *
 * @param zip what Lambda unpacks a zip to: classes at the top, jars in {@code lib}
 * @param jar the same in one jar with the client of the Runtime API, as in the container image: a
 *     JVM caches classes of jars only
 */
record Artifact(Path zip, Path jar) {
  /** What would be uploaded, in bytes. */
  long zipped() throws IOException {
    CountingStream size = new CountingStream();
    write(zip, size);
    return size.bytes;
  }

  private static final class CountingStream extends OutputStream {
    private long bytes;

    @Override
    public void write(int ignored) {
      bytes++;
    }

    @Override
    public void write(byte[] ignored, int from, int length) {
      bytes += length;
    }
  }

  /** Makes a jar of all that is in a folder. */
  static Path pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar)) {
      write(classes, out);
    }
    return jar;
  }

  private static void write(Path folder, OutputStream out) throws IOException {
    try (JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }
}
