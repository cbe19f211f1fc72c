package ai.equalto.lesserbody.auth;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was taken back, in memory; counts questions, and can be away. */
final class FakeRevocations implements RevocationStore {
  final Map<String, Instant> tokens = new HashMap<>();
  final Map<String, Instant> identities = new HashMap<>();
  final Map<String, Instant> kept = new HashMap<>();
  int questions;
  boolean away;

  private void come() {
    if (away) {
      throw new UnavailableException("away");
    }
  }

  @Override
  public Entries find(String tokenId, String identity) {
    questions++;
    come();
    return new Entries(tokens.containsKey(tokenId), Optional.ofNullable(identities.get(identity)));
  }

  @Override
  public void revokeToken(String tokenId, Instant until) {
    come();
    tokens.put(tokenId, until);
  }

  @Override
  public void revokeIdentity(String identity, Instant issuedBefore, Instant until) {
    come();
    identities.put(identity, issuedBefore);
    kept.put(identity, until);
  }
}
