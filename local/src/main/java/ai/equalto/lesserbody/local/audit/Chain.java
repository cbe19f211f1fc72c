package ai.equalto.lesserbody.local.audit;

import ai.equalto.lesserbody.audit.AuditChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The records of one execution environment, in whatever order they were found. */
final class Chain {
  private final NavigableMap<Long, List<AuditRecord>> records = new TreeMap<>();

  /** Adds a record; the same one again, as overlapping exports have it, changes nothing. */
  void add(AuditRecord found) {
    List<AuditRecord> same = records.computeIfAbsent(found.sequence(), n -> new ArrayList<>(1));
    if (same.stream().noneMatch(known -> known.hash().equals(found.hash()))) {
      same.add(found);
    }
  }

  /** How many different numbers there are. */
  int size() {
    return records.size();
  }

  AuditRecord first() {
    return records.firstEntry().getValue().getFirst();
  }

  AuditRecord last() {
    return records.lastEntry().getValue().getFirst();
  }

  /** Each place where this is not what the function wrote, in a sentence. */
  List<String> breaks() {
    List<String> breaks = new ArrayList<>();
    long expected = 1;
    for (Map.Entry<Long, List<AuditRecord>> entry : records.entrySet()) {
      long number = entry.getKey();
      AuditRecord found = entry.getValue().getFirst();
      if (number > expected) {
        breaks.add(found.where() + ": " + missing(expected, number - 1));
      } else if (!follows(number, found)) {
        breaks.add(found.where() + ": " + changed(number));
      }
      entry.getValue().stream()
          .skip(1)
          .map(other -> other.where() + ": another record " + number + " than at " + found.where())
          .forEach(breaks::add);
      expected = number + 1;
    }
    return breaks;
  }

  private static String missing(long from, long to) {
    String which = from == to ? "record " + from + " is" : "records " + from + " to " + to + " are";
    return from == 1
        ? "the chain does not begin at 1 but here, at " + (to + 1) + ": " + which + " missing"
        : which + " missing before record " + (to + 1);
  }

  private boolean follows(long number, AuditRecord found) {
    return number == 1
        ? found.previous().equals(AuditChain.START)
        : records.get(number - 1).stream().anyMatch(r -> r.hash().equals(found.previous()));
  }

  private String changed(long number) {
    return number == 1
        ? "record 1 was changed, as it claims that there is one before it"
        : "record "
            + (number - 1)
            + " at "
            + records.get(number - 1).getFirst().where()
            + " is not what record "
            + number
            + " was written behind: one of them was changed";
  }
}
