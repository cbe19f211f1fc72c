package ai.equalto.lesserbody.mcp.legacy;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Seal;
import ai.equalto.lesserbody.mcp.Revision;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions without a store: the id is the session, sealed for its owner, so that any instance
 * accepts it. Such a session cannot be ended before it expires.
 */
public final class SealedSessions implements Sessions {
  private static final String REVISION = "rev";
  private static final String CLIENT = "cli";

  private final Seal seal;
  private final Duration lifetime;

  public SealedSessions(Seal seal, Duration lifetime) {
    this.seal = seal;
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
    return seal.open(owner, id)
        .flatMap(values ->
            Revision.of(values.getOrDefault(REVISION, ""))
                .filter(revision -> !revision.isStateless())
                .map(revision -> new Session(revision, Optional.ofNullable(values.get(CLIENT)))));
  }

  @Override
  public Ending end(Principal owner, String id) {
    return find(owner, id).isPresent() ? Ending.NOT_REVOCABLE : Ending.UNKNOWN;
  }
}
