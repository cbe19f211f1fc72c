package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts functions with caches of classes and code (AOT caches, JEP 514), each trained once and as
 * that of the image is: a cache is bound to a JVM, its flags, and a class path with the sizes and
 * times of what is on it.
 */
final class Caches {
  private final Path trainer;
  private final Path event;
  private final RuntimeClient client;
  private final Workspace workspace;
  private final Subject hello;
  private final PrintWriter progress;
  private final Map<String, Path> known = new HashMap<>();

  /**
   * @param trainer what trains the cache of the image
   * @param event what the image is trained on
   * @param hello what the runtime's own cache is trained on
   */
  Caches(
      Path trainer,
      Path event,
      RuntimeClient client,
      Workspace workspace,
      Subject hello,
      PrintWriter progress) {
    this.trainer = trainer;
    this.event = event;
    this.client = client;
    this.workspace = workspace;
    this.hello = hello;
    this.progress = progress;
  }

  /** How to start a function, with the cache that it can have in its layout. */
  Launch launch(Subject subject, Layout layout) throws IOException, InterruptedException {
    Path cache =
        switch (layout) {
          case ZIP -> cache("runtime", hello, layout);
          case FLAT -> cache(subject.name(), subject, layout);
        };
    return launch(subject, layout, "-XX:AOTCache=" + cache);
  }

  private Path cache(String name, Subject subject, Layout layout)
      throws IOException, InterruptedException {
    if (known.containsKey(name)) {
      return known.get(name);
    }
    progress.println("training a cache on " + subject.name() + "…");
    Path cache = workspace.file(name + ".aot");
    Launch training = launch(subject, layout, "-XX:AOTCacheOutput=" + cache);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(LambdaJvm.tool("java"), trainer.toString(), cache.toString()));
    command.add(event.toString());
    command.addAll(training.command());
    ProcessBuilder trained = new ProcessBuilder(command).directory(training.folder().toFile());
    trained.environment().clear();
    // No settings of the function: the trainer has some that do.
    Launch bare = new Launch(command, training.folder(), Map.of());
    trained.environment().putAll(bare.environment("nobody"));
    Program.run("TrainCache", trained, workspace.file("training.log"));
    known.put(name, cache);
    return cache;
  }

  private Launch launch(Subject subject, Layout layout, String cacheFlag) throws IOException {
    List<Path> classPath = new ArrayList<>();
    List<String> flags = new ArrayList<>(List.of(client.flag(), cacheFlag));
    Path folder =
        switch (layout) {
          case ZIP -> {
            classPath.addAll(client.jars());
            yield subject.artifact().zip();
          }
          case FLAT -> {
            classPath.add(subject.artifact().jar());
            flags.addAll(subject.inImage());
            yield workspace.folder("empty");
          }
        };
    return new Launch(
        LambdaJvm.client(flags, classPath, subject.handler()), folder, subject.environment());
  }
}
