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
  Artifact ofFunction(Path folder, List<Path> classes) throws IOException, InterruptedException {
    Path zip = Files.createDirectory(folder.resolve("zip"));
    for (Path each : classes) {
      Workspace.copy(each, zip);
    }
    Path jar = oneJar(folder, zip, checkout.functionJars());
    Path lib = Files.createDirectory(zip.resolve("lib"));
    for (Path library : checkout.functionJars()) {
      Files.copy(library, lib.resolve(library.getFileName()));
    }
    run("ExplodedJars", zip.toString());
    run("StoredJars", lib.toString());
    return new Artifact(zip, jar);
  }

  /** A function of one class alone, which is named by its path below the folder of classes. */
  Artifact ofClass(Path folder, Path classes, String name)
      throws IOException, InterruptedException {
    Path zip = Files.createDirectory(folder.resolve("zip"));
    Files.createDirectories(zip.resolve(name).getParent());
    Files.copy(classes.resolve(name), zip.resolve(name));
    return new Artifact(zip, oneJar(folder, zip, List.of()));
  }

  /**
   * AWS's client.
   *
   * @param nativePart where its native part is unpacked to
   */
  RuntimeClient client(Path nativePart) throws IOException, InterruptedException {
    run("NativePart", nativePart.toString(), joined(checkout.runtimeJars()));
    return new RuntimeClient(checkout.runtimeJars(), nativePart);
  }

  private Path oneJar(Path folder, Path classes, List<Path> libraries)
      throws IOException, InterruptedException {
    List<Path> classPath = new ArrayList<>();
    classPath.add(Artifact.pack(classes, folder.resolve("function.jar")));
    classPath.addAll(libraries);
    classPath.addAll(checkout.runtimeJars());
    Path jar = folder.resolve("one.jar");
    run("OneJar", jar.toString(), joined(classPath));
    run("StoredJars", folder.toString());
    return jar;
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
