package ai.equalto.lesserbody.local;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command that serves is to listen. */
final class PortOption {
  private static final int DEFAULT_PORT = 8787;
  private static final int MAX_PORT = 65_535;
  private static final String PORT = "PORT";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of 127.0.0.1 to listen on; else the variable PORT, else 8787.")
  private String port;

  /** Whether it was typed. */
  boolean isTyped() {
    return port != null;
  }

  /**
   * The port; 0 stands for any free one.
   *
   * @throws ParameterException if what was given is no port
   */
  int number(Host host) {
    return Optional.ofNullable(port)
        .map(value -> number("--port", value))
        .or(() -> host.variable(PORT).map(value -> number(PORT, value)))
        .orElse(DEFAULT_PORT);
  }

  /** Tells the user that another process listens there; returns the exit code of that. */
  int refuseTaken(int taken) {
    command
        .commandLine()
        .getErr()
        .printf("Port %d is taken; choose another with --port or PORT.%n", taken);
    return 1;
  }

  private int number(String source, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number <= MAX_PORT) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number that is none of a port.
    }
    throw new ParameterException(
        command.commandLine(),
        "Invalid value for %s: '%s' is not a port (0 to %d)".formatted(source, text, MAX_PORT));
  }
}
