package ai.equalto.lesserbody.local.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lays the function out with the programs that the build lays out what is deployed with. */
final class ArtifactBuilder {
  private final Checkout checkout;
  private final Path log;

  /**
   * @param log takes what the programs print
   */
  ArtifactBuilder(Checkout checkout, Path log) {
    this.checkout = checkout;
    this.log = log;
  }

  /**
   * The function, in both layouts.
   *
   * @param folder an empty one for it
   * @param classes folders whose content goes to the top
   */
  Artifact make(Path folder, List<Path> classes) throws IOException, InterruptedException {
    Path zip = Files.createDirectory(folder.resolve("zip"));
    for (Path each : classes) {
      Workspace.copy(each, zip);
    }
    List<Path> classPath = new ArrayList<>();
    classPath.add(Artifact.pack(zip, folder.resolve("function.jar")));
    classPath.addAll(checkout.functionJars());
    Path jar = folder.resolve("one.jar");
    run("OneJar", jar.toString(), joined(classPath));

    Path lib = Files.createDirectory(zip.resolve("lib"));
    for (Path library : checkout.functionJars()) {
      Files.copy(library, lib.resolve(library.getFileName()));
    }
    run("ExplodedJars", zip.toString());
    run("StoredJars", lib.toString());
    return new Artifact(zip, jar);
  }

  private static String joined(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(LambdaJvm.tool("java"));
    command.add(checkout.buildProgram(program).toString());
    command.addAll(List.of(arguments));
    Program.run(program, new ProcessBuilder(command), log);
  }
}
