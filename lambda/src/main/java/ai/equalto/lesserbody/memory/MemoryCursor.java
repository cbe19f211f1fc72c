package ai.equalto.lesserbody.memory;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Seal;
import ai.equalto.lesserbody.jsonrpc.Sha256;
import ai.equalto.lesserbody.schema.InvalidInputException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Cursors: where to go on, sealed for the caller together with a digest of the filters, so that it
 * can be neither forged nor carried over to another query.
 */
final class MemoryCursor {
  /** How long a cursor can be used. */
  static final Duration LIFETIME = Duration.ofHours(24);

  /** What the seal is for. */
  static final String PURPOSE = "memory-cursor";

  private static final String AFTER = "after";
  private static final String FILTERS = "filters";

  private final Seal seal;

  MemoryCursor(Seal seal) {
    this.seal = seal;
  }

  String write(Principal owner, MemorySearch search, EventId after) {
    return seal.seal(owner, Map.of(AFTER, after.text(), FILTERS, digest(search)), LIFETIME);
  }

  /**
   * Where to go on.
   *
   * @throws InvalidInputException if the cursor was not made here, for this owner, within {@link
   *     #LIFETIME} and for a search with the same filters
   */
  EventId read(Principal owner, MemorySearch search, String cursor) throws InvalidInputException {
    Map<String, String> values = seal.open(owner, cursor).orElse(Map.of());
    Optional<EventId> after = EventId.parse(values.getOrDefault(AFTER, ""));
    if (after.isEmpty()) {
      throw new InvalidInputException(
          "Invalid arguments: cursor: not one of yours, or older than a day; start again without"
              + " it.");
    }
    if (!digest(search).equals(values.get(FILTERS))) {
      throw new InvalidInputException(
          "Invalid arguments: cursor: belongs to a query with another start, end, query or order;"
              + " repeat those, or start again without it.");
    }
    return after.get();
  }

  /** The text comes last, so that it cannot pass for another field. */
  private static String digest(MemorySearch search) {
    String filters =
        String.join(
            "|",
            search.first().text(),
            search.last().text(),
            search.order().name(),
            search.text().orElse(""));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(filters));
  }
}
