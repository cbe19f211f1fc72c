package ai.equalto.lesserbody.mcp.legacy;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.call.LogLevel;
import ai.equalto.lesserbody.mcp.Revision;
import java.util.Optional;

/**
 * What {@code initialize} settled for the calls that follow.
 *
 * @param revision the negotiated revision, never a stateless one
 * @param clientName what the client calls itself; unverified
 * @param logLevel the least level of log messages that it wants to be sent, if it wants any
 */
public record Session(Revision revision, Optional<String> clientName, Optional<LogLevel> logLevel) {
  private static final int MAX_CLIENT_NAME = 64;

  public Session {
    if (revision.isStateless()) {
      throw new IllegalArgumentException(revision.wire() + " has no sessions");
    }
    requireNonNull(clientName, "clientName");
    clientName = clientName.map(Session::cut);
    requireNonNull(logLevel, "logLevel");
  }

  /** A session that has begun, and has not asked for log messages. */
  public Session(Revision revision, Optional<String> clientName) {
    this(revision, clientName, Optional.empty());
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= MAX_CLIENT_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, MAX_CLIENT_NAME));
  }
}
