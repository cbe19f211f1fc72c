package ai.equalto.lesserbody.local.doctor;

import ai.equalto.lesserbody.mcp.Revision;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What anyone may read. */
final class DocumentChecks {
  /** From here on, tokens that are issued by this machine's clock may be refused. */
  private static final Duration SKEW_OF_TOKENS = Duration.ofSeconds(60);

  private static final Duration SKEW_TO_NOTE = Duration.ofSeconds(30);
  private static final String ENDPOINT_FIX =
      "Set the parameter McpEndpoint (MCP_ENDPOINT) to the URL that clients use, and deploy.";
  private static final String ROUTE_FIX =
      "Have the domain, proxy or stage pass /.well-known/ and /healthz on beside /mcp, without an"
          + " authorizer.";

  private final Target target;
  private final Probe probe;
  private final Clock clock;

  DocumentChecks(Target target, Probe probe, Clock clock) {
    this.target = target;
    this.probe = probe;
    this.clock = clock;
  }

  Result health() throws IOException, InterruptedException {
    Answer answer = probe.get(target.beside("/healthz"));
    if (answer.status() != 200) {
      return Wrong.status(answer, ROUTE_FIX);
    }
    return "ok".equals(answer.json().path("status").textValue())
        ? Result.ok("the function answers")
        : Result.failed(
            "something else answers at /healthz", "Check that the URL is that of lesser-body.");
  }

  /** Tokens are judged by the time, so all who issue and judge them have to agree on it. */
  Result clock() throws IOException, InterruptedException {
    Answer answer = probe.get(target.beside("/healthz"));
    Optional<Instant> there = answer.header("Date").flatMap(DocumentChecks::time);
    if (there.isEmpty()) {
      return Result.warning(
          "the answer has no Date", "Have the proxy before the server pass on or add Date.");
    }
    Duration skew = Duration.between(there.get(), clock.instant()).abs();
    String seen = skew.toSeconds() + " s apart";
    String fix = "Set the clock of this machine (NTP): tokens count 60 s ahead of time at most.";
    if (skew.compareTo(SKEW_OF_TOKENS) > 0) {
      return Result.failed(seen, fix);
    }
    return skew.compareTo(SKEW_TO_NOTE) > 0 ? Result.warning(seen, fix) : Result.ok(seen);
  }

  private static Optional<Instant> time(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  Result discovery() throws IOException, InterruptedException {
    Answer answer = probe.get(target.beside("/.well-known/mcp.json"));
    if (answer.status() != 200) {
      return Wrong.status(answer, ROUTE_FIX);
    }
    JsonNode card = answer.json();
    if (!card.path("endpoint").isTextual()
        || !card.path("tools").isArray()
        || !card.at("/auth/resource_metadata").isTextual()) {
      return Result.failed(
          "mcp.json lacks endpoint, tools or auth", "Check that the URL is that of lesser-body.");
    }
    if (!isOurs(card.path("endpoint"))) {
      return Result.failed("endpoint is " + card.path("endpoint").textValue(), ENDPOINT_FIX);
    }
    Set<String> missing = new TreeSet<>(Revision.supported());
    card.path("protocolVersions").forEach(version -> missing.remove(version.asText()));
    return missing.isEmpty()
        ? Result.ok(card.path("tools").size() + " tools")
        : Result.warning(
            "revisions are missing: " + String.join(", ", missing),
            "Deploy the same version of lesser-body that this command is of.");
  }

  Result metadata() throws IOException, InterruptedException {
    return metadataAt(target.metadata());
  }

  Result shortMetadata() throws IOException, InterruptedException {
    return metadataAt(target.shortMetadata());
  }

  private Result metadataAt(URI uri) throws IOException, InterruptedException {
    Answer answer = probe.get(uri);
    if (answer.status() != 200) {
      return Wrong.status(answer, ROUTE_FIX);
    }
    JsonNode metadata = answer.json();
    if (!isOurs(metadata.path("resource"))) {
      return Result.failed("resource is " + metadata.path("resource").asText("none"), ENDPOINT_FIX);
    }
    return metadata.path("authorization_servers").isEmpty()
        ? Result.failed(
            "no authorization server is named",
            "Set LesserApiBaseUrl (LESSER_API_BASE_URL) to the URL of the Lesser instance.")
        : Result.ok("resource is this URL");
  }

  /** A client that got no challenge looks at one place only (RFC 9728 section 3.1). */
  Result place() throws IOException, InterruptedException {
    URI place = target.metadataOfRfc();
    if (place.equals(target.metadata())) {
      return Result.ok("the metadata is where RFC 9728 has clients look");
    }
    Answer answer = probe.get(place);
    return answer.status() == 200 && isOurs(answer.json().path("resource"))
        ? Result.ok("the metadata is at the root of the host too, where RFC 9728 has clients look")
        : Result.warning(
            "the metadata is below the stage alone, and not at " + place.getRawPath(),
            "Clients that follow the challenge find it. For all others use a custom domain, which"
                + " has no stage in its path.");
  }

  private boolean isOurs(JsonNode url) {
    return target.endpoint().toString().equals(url.textValue());
  }
}
