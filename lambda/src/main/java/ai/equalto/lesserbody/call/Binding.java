package ai.equalto.lesserbody.call;

/** When an answer counts. */
public enum Binding {
  /** Also when nobody asked: for what a client may well send along with its first call. */
  NONE,

  /**
   * Only in answer to this very question of this very call, as the state proves that the client
   * brings back. It may be given again, with other calls of the same principal for the same thing,
   * until that state expires.
   */
  ASKED,

  /** As {@link #ASKED}, and only once: the state is spent when it is brought back. */
  ONCE
}
