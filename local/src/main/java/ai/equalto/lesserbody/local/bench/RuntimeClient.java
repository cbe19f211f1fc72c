package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;

/**
 * AWS's client of the Runtime API, with its native part unpacked, as the managed runtime has it.
 *
 * @param jars it, and what it needs
 * @param nativePart its library
 */
record RuntimeClient(List<Path> jars, Path nativePart) {
  private static final String NATIVE_PART =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  RuntimeClient {
    jars = List.copyOf(jars);
  }

  /** Unpacks it. */
  static RuntimeClient unpack(List<Path> jars, Path nativePart) throws IOException {
    String cpu = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String name = cpu.equals("aarch64") ? "aarch_64" : "x86_64";
    String entry = "jni/libaws-lambda-jni.linux-" + name + ".so";
    for (Path jar : jars) {
      try (JarFile file = new JarFile(jar.toFile())) {
        if (file.getEntry(entry) != null) {
          try (InputStream in = file.getInputStream(file.getEntry(entry))) {
            Files.copy(in, nativePart);
          }
          return new RuntimeClient(jars, nativePart);
        }
      }
    }
    throw new BenchException("The client of the Runtime API has no " + entry);
  }

  /** What tells it where its native part is. */
  String flag() {
    return "-D" + NATIVE_PART + "=" + nativePart;
  }
}
