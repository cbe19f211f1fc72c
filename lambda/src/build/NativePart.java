import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks the native part of AWS's client of the Runtime API, for Linux with glibc and the CPU that
 * this runs on. The client would else do so with each start, unless it is told where that part is.
 *
 * <p>{@code java -cp FOLDER NativePart FILE CLASSPATH}
 */
final class NativePart {
  private NativePart() {}

  public static void main(String[] arguments) throws IOException {
    String cpu = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String name = "jni/libaws-lambda-jni.linux-" + cpu + ".so";
    for (String jar : arguments[1].split(File.pathSeparator)) {
      try (ZipFile file = new ZipFile(jar)) {
        ZipEntry entry = file.getEntry(name);
        if (entry != null) {
          unpack(file, entry, Path.of(arguments[0]));
          return;
        }
      }
    }
    throw new IllegalStateException("There is no " + name + " on the class path");
  }

  private static void unpack(ZipFile file, ZipEntry entry, Path target) throws IOException {
    try (InputStream in = file.getInputStream(entry)) {
      Files.copy(in, target);
    }
  }
}
