package ai.equalto.lesserbody.call;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * Offers whose names are known before they are made: a cold start has no time for what nobody asked
 * for.
 *
 * @param <T> the kind of offer
 */
public final class Shelf<T extends Offer> {
  private final List<String> names;
  private final Supplier<List<T>> offers;

  /**
   * Asks for no offer yet.
   *
   * @param names by which the audit calls them
   * @param offers gives the same ones each time
   */
  public Shelf(List<String> names, Supplier<List<T>> offers) {
    this.names = List.copyOf(names);
    this.offers = offers;
  }

  /** Offers that are there. */
  public static <T extends Offer> Shelf<T> of(List<T> offers) {
    return new Shelf<>(names(offers), () -> offers);
  }

  /** What the audit calls them. */
  public static List<String> names(List<? extends Offer> offers) {
    List<String> names = new ArrayList<>();
    for (Offer offer : offers) {
      names.add(offer.auditName());
    }
    return names;
  }

  List<String> names() {
    return names;
  }

  /**
   * The offer of one of the names.
   *
   * @throws NoSuchElementException if it was promised, but is not there
   */
  T get(String name) {
    for (T offer : offers.get()) {
      if (offer.auditName().equals(name)) {
        return offer;
      }
    }
    throw new NoSuchElementException(name);
  }
}
