import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts jars into one. The JDK looks for services on a whole class path while it starts, and a few
 * dozen jars to open are a good part of what an AOT cache leaves of a cold start. Providers of one
 * service are listed together; licenses and the like stay apart, each below the name of its jar.
 *
 * <p>{@code java OneJar.java TARGET CLASSPATH}
 */
final class OneJar {
  private static final String META = "META-INF/";
  private static final String SERVICES = META + "services/";

  private final Map<String, byte[]> entries = new TreeMap<>();

  public static void main(String[] arguments) throws IOException {
    OneJar one = new OneJar();
    for (String jar : arguments[1].split(File.pathSeparator)) {
      one.add(Path.of(jar));
    }
    one.write(Path.of(arguments[0]));
  }

  /** As this JVM would read it, which is of the version that runs the function. */
  private void add(Path jar) throws IOException {
    try (JarFile from =
        new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion())) {
      for (JarEntry entry : from.versionedStream().filter(OneJar::isWanted).toList()) {
        try (InputStream bytes = from.getInputStream(entry)) {
          add(entry.getName(), bytes.readAllBytes(), jar.getFileName().toString());
        }
      }
    }
  }

  private static boolean isWanted(JarEntry entry) {
    String name = entry.getName();
    return !entry.isDirectory()
        && !name.equals(JarFile.MANIFEST_NAME)
        && !name.endsWith("module-info.class");
  }

  private void add(String name, byte[] bytes, String jar) throws IOException {
    if (name.startsWith(SERVICES)) {
      entries.merge(name, bytes, OneJar::joined);
    } else if (name.startsWith(META)) {
      entries.put(META + jar + "/" + name.substring(META.length()), bytes);
    } else {
      byte[] other = entries.putIfAbsent(name, bytes);
      if (other != null && !Arrays.equals(other, bytes)) {
        throw new IllegalStateException(name + " of " + jar + " is another one than before");
      }
    }
  }

  private static byte[] joined(byte[] some, byte[] more) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(some);
    all.write('\n');
    all.writeBytes(more);
    return all.toByteArray();
  }

  private void write(Path target) throws IOException {
    try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(target))) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        to.putNextEntry(new ZipEntry(each.getKey()));
        to.write(each.getValue());
      }
    }
  }
}
