package ai.equalto.lesserbody.agent;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller may know of how this server was set up. Names no table, no key and no role.
 *
 * @param name of the software
 * @param version of the software
 * @param protocolVersions the revisions of the protocol that it speaks, newest first
 * @param endpoint the public URL of the MCP endpoint, if that was said
 * @param instance the URL of the Lesser instance, if that is known
 * @param confirmedTools the tools that a person has to confirm
 * @param answerTime how long a client has to answer what a call asks it
 * @param sessionTime how long a session of an older revision lives
 */
public record Deployment(
    String name,
    String version,
    List<String> protocolVersions,
    Optional<URI> endpoint,
    Optional<URI> instance,
    Set<String> confirmedTools,
    Duration answerTime,
    Duration sessionTime) {
  public Deployment {
    requireNonNull(name, "name");
    requireNonNull(version, "version");
    protocolVersions = List.copyOf(protocolVersions);
    requireNonNull(endpoint, "endpoint");
    requireNonNull(instance, "instance");
    confirmedTools = Set.copyOf(confirmedTools);
    requireNonNull(answerTime, "answerTime");
    requireNonNull(sessionTime, "sessionTime");
  }
}
