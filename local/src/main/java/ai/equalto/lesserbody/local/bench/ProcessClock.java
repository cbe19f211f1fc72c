package ai.equalto.lesserbody.local.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux counts of another process: CPU time in nanoseconds, memory in kilobytes. */
final class ProcessClock {
  private static final MemoryLayout TIMESPEC =
      MemoryLayout.structLayout(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);
  private static final MethodHandle CLOCK_GETTIME = clockGettime();

  private final long pid;

  ProcessClock(long pid) {
    this.pid = pid;
  }

  @SuppressWarnings("restricted")
  private static MethodHandle clockGettime() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("clock_gettime"),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
  }

  /**
   * The CPU time that all threads have taken, also those that ended.
   *
   * @throws BenchException if there is no such process any more
   */
  long cpuNanos() throws BenchException {
    // What clock_getcpuclockid(3) makes of a process id; the ticks in /proc are of 10 ms.
    int clock = (~(int) pid << 3) | 2;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(TIMESPEC);
      if ((int) CLOCK_GETTIME.invokeExact(clock, time) != 0) {
        throw new BenchException("The process is gone whose CPU time was to be read.");
      }
      return time.get(ValueLayout.JAVA_LONG, 0) * 1_000_000_000L
          + time.get(ValueLayout.JAVA_LONG, Long.BYTES);
    } catch (BenchException e) {
      throw e;
    } catch (Throwable e) {
      throw new BenchException("clock_gettime cannot be called: " + e, e);
    }
  }

  /** The most memory that was ever resident. */
  long peakKilobytes() throws IOException {
    return status("VmHWM:");
  }

  /** The memory that is resident now. */
  long residentKilobytes() throws IOException {
    return status("VmRSS:");
  }

  private long status(String field) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
    return lines.stream()
        .filter(line -> line.startsWith(field))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new BenchException("Linux says no " + field));
  }
}
