package ai.equalto.lesserbody.audit;

import ai.equalto.lesserbody.jsonrpc.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Links the audit's lines of one execution environment: each holds the name of the environment, its
 * number, counted from 1, and the hash of the line before. A line that is changed, taken out or put
 * in later shows, unless every line behind it goes or is written anew as well.
 */
public final class AuditChain {
  /** What the first line of an environment holds for the hash of the line before. */
  public static final String START = "0".repeat(64);

  private static final int NAME_BYTES = 16;

  private final Lock lock = new ReentrantLock();
  private final Supplier<String> names;
  private String environment = "";
  private long sequence;
  private String previous = START;

  /**
   * What ties a line to the one before.
   *
   * @param environment no other execution environment has this name
   * @param sequence the number of the line in its environment, from 1
   * @param previous the hash of the line before, or {@link #START}
   */
  record Link(String environment, long sequence, String previous) {}

  /**
   * @param names gives a name that no other environment has; asked when the first line is written,
   *     since environments that start from one snapshot share whatever was drawn before it
   */
  AuditChain(Supplier<String> names) {
    this.names = names;
  }

  /** A name drawn by chance. */
  static String randomName() {
    byte[] name = new byte[NAME_BYTES];
    new SecureRandom().nextBytes(name);
    return HexFormat.of().formatHex(name);
  }

  /** The SHA-256 of a line as it is logged, without its line end, in hexadecimal digits. */
  public static String hash(String line) {
    return HexFormat.of().formatHex(Sha256.of(line));
  }

  /** Writes the next line, one at a time: the order of the lines is that of their numbers. */
  void write(Function<Link, String> line, Consumer<String> lines) {
    lock.lock();
    try {
      if (environment.isEmpty()) {
        environment = names.get();
      }
      sequence++;
      String text = line.apply(new Link(environment, sequence, previous));
      previous = hash(text);
      lines.accept(text);
    } finally {
      lock.unlock();
    }
  }
}
