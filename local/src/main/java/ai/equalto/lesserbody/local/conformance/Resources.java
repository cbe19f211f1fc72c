package ai.equalto.lesserbody.local.conformance;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;

/** JSON files of this package, and of the suite. */
final class Resources {
  private Resources() {}

  /** A file that the build puts beside the classes. */
  static byte[] bytes(String name) throws IOException {
    try (InputStream file = Resources.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    }
  }

  /**
   * @param origin for the message
   * @throws SuiteException if it is not JSON
   */
  static JsonNode json(byte[] bytes, String origin) throws SuiteException {
    try {
      return Json.read(bytes);
    } catch (JsonSyntaxException e) {
      throw new SuiteException("%s is not JSON: %s".formatted(origin, e.getMessage()));
    }
  }
}
