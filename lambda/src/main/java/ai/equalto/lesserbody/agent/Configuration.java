package ai.equalto.lesserbody.agent;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.schema.Description;
import java.util.List;
import java.util.Optional;

/** What {@code agent://config} holds. */
record Configuration(
    @Description("The name of the software.") String name,
    @Description("Its version.") String version,
    @Description("The revisions of MCP that it speaks, newest first.")
        List<String> protocolVersions,
    @Description("The URL of the MCP endpoint; absent if it is that of the gateway.")
        Optional<String> endpoint,
    @Description("The URL of the Lesser instance; absent if it is not known.")
        Optional<String> instance,
    @Description("The packs that are served.") List<String> packs,
    @Description("The tools that a person has to confirm, call by call.")
        List<String> confirmedTools,
    @Description("How many seconds this call had left; others have about as many.")
        long callSeconds,
    @Description("How many minutes a client has to answer what a call asks it.") long answerMinutes,
    @Description("How many minutes a session of an older revision lives.") long sessionMinutes) {
  Configuration {
    requireNonNull(name, "name");
    requireNonNull(version, "version");
    protocolVersions = List.copyOf(protocolVersions);
    requireNonNull(endpoint, "endpoint");
    requireNonNull(instance, "instance");
    packs = List.copyOf(packs);
    confirmedTools = List.copyOf(confirmedTools);
  }
}
