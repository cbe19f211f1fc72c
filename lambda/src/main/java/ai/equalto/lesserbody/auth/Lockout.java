package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.http.Request;
import java.time.Duration;
import java.util.Optional;

/** Keeps count of the addresses that fail to authenticate, and stops listening to some of them. */
public interface Lockout {
  /**
   * Counts a request whose credentials proved nothing; for how long its address is locked out, if
   * it was so before this failure. Callers who prove who they are never come here, so nobody can
   * lock out others.
   */
  Optional<Duration> afterFailure(Request request);
}
