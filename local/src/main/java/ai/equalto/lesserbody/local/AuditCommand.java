package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.local.audit.AuditExport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be done with the audit of a deployed function. */
@Command(
    name = "audit",
    description = "Verifies the audit in exports of the function's log.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class AuditCommand implements Runnable {
  private final InputStream input;

  @Spec private CommandSpec spec;

  /**
   * @param input what {@code -} stands for
   */
  AuditCommand(InputStream input) {
    this.input = input;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing required subcommand");
  }

  /** Exits with 0 if all chains are intact, 1 if one is broken, 2 if there is none. */
  @Command(
      description = "Proves or disproves that nothing was changed or taken out of the audit.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  int verify(
      @Parameters(
              arity = "1..*",
              paramLabel = "FILE",
              description = "An export of the log, also packed with gzip; - is standard input.")
          List<String> files) {
    var command = spec.subcommands().get("verify");
    AuditExport export = new AuditExport();
    for (String file : files) {
      try (InputStream bytes = "-".equals(file) ? input : Files.newInputStream(Path.of(file))) {
        export.read(file, bytes);
      } catch (IOException e) {
        throw new ParameterException(command, "Cannot read this: " + e.getMessage(), e);
      }
    }
    if (export.isEmpty()) {
      throw new ParameterException(command, "There is no record of the audit in what was read.");
    }
    return export.report(command.getOut()) ? 0 : 1;
  }
}
