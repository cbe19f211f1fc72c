package ai.equalto.lesserbody.local.bench;

import java.util.Collection;
import java.util.OptionalDouble;

/** What a chapter says, of which any row may not have been measured. */
record Reading(Results results, String chapter) {
  /** The median of a row. */
  OptionalDouble of(String row, Metric metric) {
    return results.median(chapter, row, metric);
  }

  /** One row as a multiple of another. */
  OptionalDouble ratio(String row, String base, Metric metric) {
    return ratio(of(row, metric), of(base, metric));
  }

  /** The least that one of some peers takes. */
  OptionalDouble least(Metric metric, Collection<Peer> peers) {
    return peers.stream()
        .map(peer -> of(peer.title(), metric))
        .flatMapToDouble(OptionalDouble::stream)
        .min();
  }

  static OptionalDouble ratio(OptionalDouble number, OptionalDouble base) {
    return number.isEmpty() || base.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(number.getAsDouble() / base.getAsDouble());
  }

  static OptionalDouble difference(OptionalDouble number, OptionalDouble base) {
    return number.isEmpty() || base.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(number.getAsDouble() - base.getAsDouble());
  }
}
