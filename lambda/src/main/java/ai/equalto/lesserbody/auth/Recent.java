package ai.equalto.lesserbody.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the latest of what was put in, and forgets what was not asked for the longest once
 * there is too much of it. Safe for many threads.
 */
public final class Recent<K, V> {
  private final int most;
  private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param most how many entries are remembered
   */
  public Recent(int most) {
    this.most = most;
  }

  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  public synchronized void put(K key, V value) {
    entries.put(key, value);
    if (entries.size() > most) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  public synchronized void remove(K key) {
    entries.remove(key);
  }

  public synchronized void clear() {
    entries.clear();
  }
}
