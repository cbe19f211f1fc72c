package ai.equalto.lesserbody.call;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Offers whose names are known before they are made: a cold start has no time for what nobody asked
 * for.
 *
 * @param <T> the kind of offer
 */
public abstract class Shelf<T extends Offer> {
  private final List<String> names;

  /**
   * Asks for no offer yet.
   *
   * @param names by which the audit calls them
   */
  protected Shelf(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** The same ones each time. */
  protected abstract List<T> offers();

  /** Offers that are there. */
  public static <T extends Offer> Shelf<T> of(List<T> offers) {
    return new Shelf<>(names(offers)) {
      @Override
      protected List<T> offers() {
        return offers;
      }
    };
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
    for (T offer : offers()) {
      if (offer.auditName().equals(name)) {
        return offer;
      }
    }
    throw new NoSuchElementException(name);
  }
}
