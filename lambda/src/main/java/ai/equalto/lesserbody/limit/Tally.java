package ai.equalto.lesserbody.limit;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was let through of late, slot by slot. Only the count of the latest slot can still grow.
 *
 * @param slot the latest slot that anything was let through in
 * @param counts {@value #LENGTH} of them, that of the latest slot first
 */
public record Tally(long slot, List<Long> counts) {
  /** A window, and the slot in which it begins, which is counted in full. */
  public static final int LENGTH = Quota.SLOTS + 1;

  public Tally {
    counts = List.copyOf(counts);
    if (counts.size() != LENGTH) {
      throw new IllegalArgumentException("a tally has " + LENGTH + " counts");
    }
  }

  static Tally empty(long slot) {
    return new Tally(slot, Collections.nCopies(LENGTH, 0L));
  }

  /** The same seen from a later slot, in which nothing was let through yet. */
  Tally at(long later) {
    long passed = Math.min(LENGTH, later - slot);
    return passed <= 0
        ? this
        : new Tally(
            later,
            Stream.concat(Collections.nCopies((int) passed, 0L).stream(), counts.stream())
                .limit(LENGTH)
                .toList());
  }

  /** All that counts against the limit. */
  long used() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The slot that has to be forgotten, with all before it, for this much of the rest to be left.
   */
  long slotToForget(long mostLeft) {
    long left = used();
    int age = LENGTH;
    while (left > mostLeft && age > 0) {
      age--;
      left -= counts.get(age);
    }
    return slot - age;
  }
}
