package ai.equalto.lesserbody.testkit;

import java.util.List;
import java.util.SplittableRandom;

/** Values made up at random, the same ones in each run. */
public final class MadeUp {
  private static final String AWKWARD =
      "\0\t\n\r \"%/\\+=?#{}~-.0é\u0080\u00a0\u2028\ufeff\uffff世😀";

  /** What must hold whatever the values are. */
  @FunctionalInterface
  public interface Property {
    void check(MadeUp values) throws Exception;
  }

  private final SplittableRandom random;

  private MadeUp(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Checks as many cases; a failure names the seed of its case, to be tried alone. */
  public static void inAll(int cases, Property property) {
    for (long seed = 0; seed < cases; seed++) {
      inCase(seed, property);
    }
  }

  public static void inCase(long seed, Property property) {
    try {
      property.check(new MadeUp(seed));
    } catch (Exception | AssertionError e) {
      throw new AssertionError("with the seed " + seed + ": " + e.getMessage(), e);
    }
  }

  /** From the first to the last, both included. */
  public int number(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  /** Any double that is a number, however large or small. */
  public double real() {
    double any = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(any) ? any : random.nextDouble();
  }

  /** From the first to the last, both included, near zero as often as far from it. */
  public long whole(long first, long last) {
    long any = random.nextLong(first, last) + random.nextInt(2);
    return Math.clamp(any >> random.nextInt(64), first, last);
  }

  public boolean flag() {
    return random.nextBoolean();
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Characters of all planes, and more often such as have a meaning somewhere. */
  public String text(int fewest, int most) {
    StringBuilder text = new StringBuilder();
    int length = number(fewest, most);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(codePoint());
    }
    return text.toString();
  }

  private int codePoint() {
    int[] awkward = AWKWARD.codePoints().toArray();
    int any =
        switch (random.nextInt(4)) {
          case 0 -> awkward[random.nextInt(awkward.length)];
          case 1 -> random.nextInt(Character.MAX_CODE_POINT + 1);
          default -> random.nextInt(0x20, 0x7F);
        };
    return Character.isBmpCodePoint(any) && Character.isSurrogate((char) any) ? 'x' : any;
  }
}
