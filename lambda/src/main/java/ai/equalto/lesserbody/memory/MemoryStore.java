package ai.equalto.lesserbody.memory;

import ai.equalto.lesserbody.auth.Principal;

/**
 * Keeps a timeline for each identity. Nothing that is asked for with one principal reaches the
 * timeline of another identity. An expired event is gone, whether or not it is still stored.
 */
public interface MemoryStore {
  /**
   * Keeps an event, unless one of the same id is kept already: then that one stays as it is and is
   * returned. Of any number of such calls at the same time exactly one creates the event.
   *
   * @throws MemoryUnavailableException if the store does not answer; the event may have been kept
   */
  AppendResult append(Principal owner, MemoryEvent event);

  /**
   * Finds events. Returns fewer than the limit only if there are no more, or if the store has read
   * as much as it will in one call; then the page tells where to go on.
   *
   * @throws MemoryUnavailableException if the store does not answer
   */
  MemoryPage find(Principal owner, MemorySearch search);
}
