package ai.equalto.lesserbody.local.dynamo;

import java.io.IOException;
import java.nio.file.Path;

/** Another process keeps its data in the same directory; two at once would corrupt it. */
public final class DataInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  DataInUseException(Path directory) {
    super(
        "The data in %s is in use by another server; stop it, or choose --data DIR or --in-memory."
            .formatted(directory));
  }
}
