package ai.equalto.lesserbody.mcp.legacy;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Seal;
import ai.equalto.lesserbody.auth.Secrets;
import ai.equalto.lesserbody.call.LogLevel;
import ai.equalto.lesserbody.mcp.Revision;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions without a store: the id itself holds the session, sealed for its owner. Such a session
 * cannot be ended before it expires.
 */
public final class SealedSessions implements Sessions {
  private static final String REVISION = "revision";
  private static final String CLIENT = "client";

  private final Seal seal;
  private final Duration lifetime;

  /**
   * @param secrets seal the ids
   * @param lifetime how long after its beginning a session expires
   */
  public SealedSessions(Secrets secrets, Duration lifetime, Clock clock) {
    this.seal = new Seal(secrets, "session", clock);
    this.lifetime = lifetime;
  }

  @Override
  public String open(Principal owner, Session session) {
    Map<String, String> values = new HashMap<>();
    values.put(REVISION, session.revision().wire());
    session.clientName().ifPresent(name -> values.put(CLIENT, name));
    return seal.seal(owner, values, lifetime);
  }

  @Override
  public Optional<Session> find(Principal owner, String id) {
    return seal.open(owner, id).flatMap(SealedSessions::session);
  }

  @Override
  public Ending end(Principal owner, String id) {
    return find(owner, id).isPresent() ? Ending.NOT_REVOCABLE : Ending.UNKNOWN;
  }

  @Override
  public boolean keepLogLevels() {
    return false;
  }

  @Override
  public void keepLogLevel(Principal owner, String id, LogLevel level) {
    throw new UnsupportedOperationException("what is sealed cannot be changed");
  }

  private static Optional<Session> session(Map<String, String> values) {
    return Revision.of(values.getOrDefault(REVISION, ""))
        .filter(revision -> !revision.isStateless())
        .map(revision -> new Session(revision, Optional.ofNullable(values.get(CLIENT))));
  }
}
