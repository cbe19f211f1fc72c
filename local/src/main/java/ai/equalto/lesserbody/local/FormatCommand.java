package ai.equalto.lesserbody.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stands in the list of commands; the script itself runs it, as it formats what does not build. */
@Command(
    name = "format",
    description = "Rewrites every Java source in the style that the build demands.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class FormatCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getErr().println("Start it with the script: ./run format");
    return 1;
  }
}
