package ai.equalto.lesserbody.call;

import ai.equalto.lesserbody.auth.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Offers of one kind, each by its name. Opens no shelf but for what is asked for. Built once, then
 * only read.
 *
 * @param <T> the kind of offer
 */
public final class Catalog<T extends Offer> {
  /** In the order of the names. */
  private final Map<String, Shelf<T>> shelves = new LinkedHashMap<>();

  /**
   * Opens nothing.
   *
   * @param clash begins the message about a name that stands for two offers
   * @throws IllegalArgumentException if there is such a name
   */
  public Catalog(List<Shelf<T>> shelves, String clash) {
    Map<String, Shelf<T>> named = new HashMap<>();
    for (Shelf<T> shelf : shelves) {
      for (String name : shelf.names()) {
        if (named.put(name, shelf) != null) {
          throw new IllegalArgumentException(clash + " " + name);
        }
      }
    }
    List<String> names = new ArrayList<>(named.keySet());
    names.sort(null);
    for (String name : names) {
      this.shelves.put(name, named.get(name));
    }
  }

  /** Every name, in order; opens nothing. */
  public Set<String> names() {
    return Collections.unmodifiableSet(shelves.keySet());
  }

  /** The offer of that name; opens nothing else. */
  public Optional<T> find(String name) {
    Shelf<T> shelf = shelves.get(name);
    return shelf == null ? Optional.empty() : Optional.of(shelf.get(name));
  }

  /** All offers, in the order of their names. */
  public List<T> all() {
    List<T> all = new ArrayList<>();
    shelves.forEach((name, shelf) -> all.add(shelf.get(name)));
    return Collections.unmodifiableList(all);
  }

  /** The offers that this caller may use, in the order of their names. */
  public List<T> visibleTo(Principal caller) {
    return all().stream().filter(offer -> offer.isOpenTo(caller)).toList();
  }
}
