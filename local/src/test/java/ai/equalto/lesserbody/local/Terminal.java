package ai.equalto.lesserbody.local;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** Types commands and keeps what they print. */
final class Terminal {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Host host;

  Terminal(Map<String, String> environment, Path folder, Clock clock) {
    this.host = new Host(environment, folder, clock, new SecureRandom());
  }

  int run(String... args) {
    return runWithInput("", args);
  }

  /** The same for a command that reads what is piped into it. */
  int runWithInput(String input, String... args) {
    return Main.run(
        host,
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        args);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
