package ai.equalto.lesserbody.local.conformance;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** What the suite wrote about this server, before it had what most scenarios ask for. */
final class Samples {
  static final String MODERN = "2026-07-28";
  static final String LEGACY = "2025-11-25";

  private Samples() {}

  static Path folder(String name) {
    try {
      return Path.of(Samples.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Results results(String revision) throws IOException {
    return Results.read(folder("results/" + revision));
  }

  static Requirements requirements(String revision) throws IOException {
    return Requirements.read(revision, folder("requirements/" + revision + ".yaml"));
  }

  /** Expects these to fail, and tolerates no scenario that is not scored. */
  static Expectations expecting(String revision, String... failures) throws IOException {
    String names = String.join("\",\"", Arrays.asList(failures));
    String json =
        """
        {"expectedFailures": {"%s": [{"scenarios": ["%s"], "reason": "It cannot."}]},
         "notScoredMayFail": []}
        """
            .formatted(revision, names);
    return Expectations.parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
