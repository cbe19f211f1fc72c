package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts functions with caches of classes and code (AOT caches, JEP 514), each trained once: a
 * cache is bound to a JVM, its flags, and a class path with the sizes and times of what is on it.
 */
final class Caches {
  private static final int LESSONS = 40;

  private final RuntimeClient client;
  private final Workspace workspace;
  private final Subject hello;
  private final PrintWriter progress;
  private final Map<String, Path> trained = new HashMap<>();

  /**
   * @param hello what the runtime's own cache is trained on
   */
  Caches(RuntimeClient client, Workspace workspace, Subject hello, PrintWriter progress) {
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
    Path known = trained.get(name);
    if (known != null) {
      return known;
    }
    progress.println("training a cache on " + subject.name() + "…");
    Path cache = workspace.file(name + ".aot");
    Launch training = launch(subject, layout, "-XX:AOTCacheOutput=" + cache);
    Path log = workspace.file("training.log");
    try (FunctionProcess process = FunctionProcess.start(training, List.of(), log)) {
      for (int lesson = 0; lesson < LESSONS; lesson++) {
        process.invoke(subject.lessons().get(lesson % subject.lessons().size()));
      }
      process.end();
    }
    if (!Files.exists(cache)) {
      throw new BenchException("The JVM wrote no cache; it said:\n" + Files.readString(log));
    }
    trained.put(name, cache);
    return cache;
  }

  private Launch launch(Subject subject, Layout layout, String cacheFlag) throws IOException {
    List<Path> classPath = new ArrayList<>(client.jars());
    Path folder =
        switch (layout) {
          case ZIP -> subject.artifact().zip();
          case FLAT -> {
            classPath.addAll(subject.artifact().jars());
            yield workspace.folder("empty");
          }
        };
    List<String> flags = List.of(client.flag(), cacheFlag);
    return new Launch(
        LambdaJvm.client(flags, classPath, subject.handler()), folder, subject.environment());
  }
}
