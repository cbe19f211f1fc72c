package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.auth.SigningKey;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * What an instance has to be told.
 *
 * @param key verifies access tokens, which are those of the MCP server
 * @param audience the MCP endpoint, which a token may name as its audience
 * @param shelf what it remembers after a restart; closed with the instance
 * @param clock dates what happens, and judges tokens and limits
 * @param requests how many requests each account may make in five minutes
 */
public record InstanceSettings(
    SigningKey key, Optional<URI> audience, Shelf shelf, Clock clock, int requests) {
  /** As many as Mastodon allows. */
  public static final int USUAL_REQUESTS = 300;

  /** An instance that forgets everything at its end. */
  public static InstanceSettings inMemory(SigningKey key, Clock clock) {
    return new InstanceSettings(key, Optional.empty(), Shelf.none(), clock, USUAL_REQUESTS);
  }

  /** These settings with another limit of requests. */
  public InstanceSettings withRequests(int number) {
    return new InstanceSettings(key, audience, shelf, clock, number);
  }
}
