package ai.equalto.lesserbody.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What npm is asked to install: the suite at one version, and a Node for machines without one.
 *
 * @param json the whole {@code package.json}
 * @param version the version of the suite
 */
public record SuitePackage(String json, String version) {
  /** What npm calls the suite. */
  public static final String NAME = "@modelcontextprotocol/conformance";

  private static final String FILE = "package.json";

  /** The one that this checkout pins. */
  public static SuitePackage pinned() throws IOException {
    byte[] bytes = Resources.bytes(FILE);
    JsonNode version = Resources.json(bytes, FILE).path("dependencies").path(NAME);
    return new SuitePackage(new String(bytes, StandardCharsets.UTF_8), version.asText());
  }
}
