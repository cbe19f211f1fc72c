package ai.equalto.lesserbody.local.bench;

import java.nio.file.Path;
import java.util.List;

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

  /** What tells it where its native part is. */
  String flag() {
    return "-D" + NATIVE_PART + "=" + nativePart;
  }
}
