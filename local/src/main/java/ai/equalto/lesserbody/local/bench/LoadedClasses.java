package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * How many classes a JVM has loaded: the same in every run of the same code, so fit for a bar where
 * times are not.
 *
 * @param own those that had to be parsed, linked and verified
 * @param cached those that came from its cache
 */
record LoadedClasses(long own, long cached) {
  private static final long SECONDS = 30;

  /** Asks a running JVM, which this disturbs: nothing of it can be timed any more. */
  static LoadedClasses of(FunctionProcess function) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                LambdaJvm.tool("jcmd"), Long.toString(function.pid()), "PerfCounter.print")
            .redirectErrorStream(true)
            .start();
    try (AtExit _ = new AtExit(jcmd::destroyForcibly)) {
      String counters = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!jcmd.waitFor(SECONDS, TimeUnit.SECONDS) || jcmd.exitValue() != 0) {
        throw new BenchException("jcmd cannot count the classes: " + counters);
      }
      return new LoadedClasses(
          counter(counters, "java.cls.loadedClasses"),
          counter(counters, "java.cls.sharedLoadedClasses"));
    } finally {
      jcmd.destroyForcibly();
    }
  }

  private static long counter(String counters, String name) throws BenchException {
    return Long.parseLong(
        counters
            .lines()
            .filter(line -> line.startsWith(name + "="))
            .findFirst()
            .orElseThrow(() -> new BenchException("The JVM has no counter " + name))
            .substring(name.length() + 1));
  }
}
