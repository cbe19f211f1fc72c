package ai.equalto.lesserbody.mcp.legacy;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.call.LogLevel;
import java.util.Optional;

/**
 * Keeps sessions so that any instance of the function can go on with one that another began. A
 * session belongs to the principal that opened it and does not exist for anybody else. It is no
 * proof of identity: every request is authenticated all the same.
 */
public interface Sessions {
  /**
   * Begins a session and returns its id, of visible ASCII characters.
   *
   * @throws SessionsUnavailableException if the store cannot be reached
   */
  String open(Principal owner, Session session);

  /**
   * The session of that id, if this principal opened it, and it has neither ended nor expired.
   *
   * @throws SessionsUnavailableException if the store cannot be reached
   */
  Optional<Session> find(Principal owner, String id);

  /**
   * Ends a session everywhere.
   *
   * @throws SessionsUnavailableException if the store cannot be reached
   */
  Ending end(Principal owner, String id);

  /** Whether a session can take note of a log level after it has begun. */
  boolean keepLogLevels();

  /**
   * Notes the least level of log messages that a session wants to be sent, on every instance. Does
   * nothing if there is no such session for this principal.
   *
   * @throws SessionsUnavailableException if the store cannot be reached
   * @throws UnsupportedOperationException if these sessions cannot take note of it
   */
  void keepLogLevel(Principal owner, String id, LogLevel level);

  /** What became of an attempt to end a session. */
  enum Ending {
    /** It is over, on every instance. */
    ENDED,
    /** There is no such session for this principal. */
    UNKNOWN,
    /** These sessions cannot be ended before they expire. */
    NOT_REVOCABLE
  }
}
