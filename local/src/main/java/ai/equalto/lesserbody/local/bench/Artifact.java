package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A function, laid out in both ways in which Lambda runs one.
 *
 * @param zip what Lambda unpacks a zip to: classes at the top, jars in {@code lib}
 * @param jars the same on a class path, as in a container image: a JVM caches classes of jars only
 */
record Artifact(Path zip, List<Path> jars) {
  Artifact {
    jars = List.copyOf(jars);
  }

  /**
   * Lays out a function.
   *
   * @param folder an empty one for it
   * @param classes folders whose content goes to the top
   */
  static Artifact make(Path folder, List<Path> classes, List<Path> libraries) throws IOException {
    Path zip = Files.createDirectory(folder.resolve("zip"));
    for (Path each : classes) {
      Workspace.copy(each, zip);
    }
    return make(folder, zip, libraries);
  }

  /** Lays out a function of a few classes alone, each named by its path below the folder. */
  static Artifact ofClasses(Path folder, Path classes, String... names) throws IOException {
    Path zip = folder.resolve("zip");
    for (String name : names) {
      Files.createDirectories(zip.resolve(name).getParent());
      Files.copy(classes.resolve(name), zip.resolve(name));
    }
    return make(folder, zip, List.of());
  }

  private static Artifact make(Path folder, Path zip, List<Path> libraries) throws IOException {
    List<Path> jars = new ArrayList<>();
    jars.add(pack(zip, folder.resolve("function.jar")));
    if (!libraries.isEmpty()) {
      Path lib = Files.createDirectory(zip.resolve("lib"));
      for (Path library : libraries) {
        jars.add(Files.copy(library, lib.resolve(library.getFileName())));
      }
    }
    return new Artifact(zip, jars);
  }

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

  private static Path pack(Path classes, Path jar) throws IOException {
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
