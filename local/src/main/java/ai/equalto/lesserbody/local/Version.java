package ai.equalto.lesserbody.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    try (InputStream version = Version.class.getResourceAsStream("version.txt")) {
      String text = new String(version.readAllBytes(), StandardCharsets.UTF_8);
      return new String[] {"lesser-body " + text.strip()};
    }
  }
}
