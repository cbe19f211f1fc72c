package ai.equalto.lesserbody.local.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How those are refused who prove nothing; by it, clients find out where to get a token. */
final class ChallengeChecks {
  /** One of the ten failures that an address may have in a minute. */
  private static final String GARBAGE = "Bearer doctor";

  private static final Pattern METADATA = Pattern.compile("resource_metadata=\"([^\"]{1,2048})\"");
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String RENAMED = "x-amzn-remapped-www-authenticate";
  private static final String OPEN_FIX =
      "Take the server off the net, and look what answers in its place: lesser-body lets nobody in"
          + " without a proof.";

  private final Target target;
  private final Probe probe;

  ChallengeChecks(Target target, Probe probe) {
    this.target = target;
    this.probe = probe;
  }

  Result withoutToken() throws IOException, InterruptedException {
    return judge(probe.send(Messages.ping(target.endpoint())));
  }

  Result withBadToken() throws IOException, InterruptedException {
    HttpRequest.Builder request =
        Messages.ping(target.endpoint()).header(Probe.AUTHORIZATION, GARBAGE);
    Answer answer = probe.send(request);
    return answer.status() == 429
        ? Result.warning(
            "HTTP 429: this address is locked out",
            "Ten tokens that proved nothing were sent from here within a minute: wait one.")
        : judge(answer);
  }

  private Result judge(Answer answer) throws IOException, InterruptedException {
    if (answer.isSuccess()) {
      return Result.failed(answer.words() + ": it lets anybody in", OPEN_FIX);
    }
    if (answer.status() != 401) {
      return Wrong.status(
          answer, "Check that the URL is that of lesser-body: it answers 401 without a token.");
    }
    Optional<Result> hidden = hidden(answer);
    return hidden.isPresent() ? hidden.get() : leadsOn(answer);
  }

  /** What keeps a client from seeing a challenge. */
  static Optional<Result> hidden(Answer answer) {
    if (answer.header(CHALLENGE).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        answer.header(RENAMED).isPresent()
            ? Result.failed(
                answer.words() + ", WWW-Authenticate renamed to " + RENAMED,
                "API Gateway renames it on its way from a function: deploy the template's"
                    + " authorizer and gateway responses, which answer in its place.")
            : Result.failed(
                answer.words() + " without WWW-Authenticate",
                "Set it in the gateway responses UNAUTHORIZED and ACCESS_DENIED, as the template"
                    + " does, and have proxies pass it on."));
  }

  private Result leadsOn(Answer answer) throws IOException, InterruptedException {
    String challenge = answer.header(CHALLENGE).orElseThrow();
    Matcher metadata = METADATA.matcher(challenge);
    if (!challenge.toLowerCase(Locale.ROOT).startsWith("bearer") || !metadata.find()) {
      return Result.failed(
          "WWW-Authenticate has no Bearer resource_metadata",
          "Have the gateway response say Bearer resource_metadata=\"" + target.metadata() + "\".");
    }
    Optional<URI> place = Target.named(metadata.group(1));
    boolean found = place.isPresent() && isMetadata(probe.get(place.get()));
    return found
        ? Result.ok("HTTP 401, leads to the metadata")
        : Result.failed(
            "resource_metadata leads to " + metadata.group(1) + ", where the metadata is not",
            "Set the parameter McpEndpoint (MCP_ENDPOINT) to the URL that clients use, and deploy.");
  }

  private boolean isMetadata(Answer answer) {
    String resource = answer.json().path("resource").textValue();
    return answer.status() == 200 && target.endpoint().toString().equals(resource);
  }

  Result get() throws IOException, InterruptedException {
    Answer answer = probe.get(target.endpoint());
    if (answer.status() == 401 || answer.status() == 405) {
      return Result.ok(answer.words());
    }
    return answer.isSuccess()
        ? Result.failed(answer.words() + ": it lets anybody in", OPEN_FIX)
        : Wrong.status(
            answer, "GET of the endpoint is to be 401 or 405: check what answers there.");
  }

  Result iam() throws IOException, InterruptedException {
    Answer answer = probe.send(Messages.ping(target.beside("/iam/mcp")));
    return switch (answer.status()) {
      case 403 -> Result.ok("HTTP 403 without a signature");
      case 401, 404 -> Result.ok(answer.words() + ": the routes for AWS IAM are not enabled");
      default ->
          answer.isSuccess()
              ? Result.failed(answer.words() + ": it lets anybody in", OPEN_FIX)
              : Wrong.status(answer, "Guard /iam/ with AWS_IAM, or leave it out of the API.");
    };
  }
}
