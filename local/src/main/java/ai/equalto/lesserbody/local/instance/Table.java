package ai.equalto.lesserbody.local.instance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All entities of one kind, by id. Whatever changes is on the shelf before anybody can see it.
 *
 * @param <T> the kind
 */
final class Table<T extends Entity> {
  /** Makes an entity of what was kept of it. */
  @FunctionalInterface
  interface Reader<T> {
    T read(long id, JsonNode item);
  }

  private final String kind;
  private final Shelf shelf;
  private final NavigableMap<Long, T> rows = new TreeMap<>();

  /**
   * Reads what the shelf has.
   *
   * @param kind sets them apart on the shelf
   */
  Table(String kind, Shelf shelf, Reader<T> reader) {
    this.kind = kind;
    this.shelf = shelf;
    shelf.load(kind).forEach((id, item) -> rows.put(id, reader.read(id, item)));
  }

  Optional<T> find(long id) {
    return Optional.ofNullable(rows.get(id));
  }

  Stream<T> newestFirst() {
    return rows.descendingMap().values().stream();
  }

  Stream<T> oldestFirst() {
    return rows.values().stream();
  }

  /** The highest id, 0 if there is none. */
  long newest() {
    return rows.isEmpty() ? 0 : rows.lastKey();
  }

  /** Adds an entity, or changes the one of its id. */
  void put(T entity) {
    shelf.keep(kind, entity.id(), entity.toItem());
    rows.put(entity.id(), entity);
  }

  /** Removes what fits. */
  void removeIf(Predicate<T> fits) {
    List<T> fitting = rows.values().stream().filter(fits).toList();
    for (T entity : fitting) {
      shelf.drop(kind, entity.id());
      rows.remove(entity.id());
    }
  }
}
