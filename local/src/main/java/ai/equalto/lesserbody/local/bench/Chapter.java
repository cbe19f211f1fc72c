package ai.equalto.lesserbody.local.bench;

import java.util.List;
import java.util.Optional;

/**
 * A table of what is measured, taken by turns so that a machine whose speed drifts treats all
 * alike.
 *
 * @param id what {@code --only} calls it
 * @param metrics the columns; each row has the first, and may lack others
 * @param multiple the column of which rows are told as multiples of others
 */
record Chapter(
    String id, String title, List<Metric> metrics, Optional<Metric> multiple, List<Case> cases) {
  Chapter {
    metrics = List.copyOf(metrics);
    cases = List.copyOf(cases);
  }

  /** Only these rows of it. */
  Chapter only(String... names) {
    List<String> wanted = List.of(names);
    List<Case> few = cases.stream().filter(row -> wanted.contains(row.name())).toList();
    return new Chapter(id, title, metrics, multiple, few);
  }
}
