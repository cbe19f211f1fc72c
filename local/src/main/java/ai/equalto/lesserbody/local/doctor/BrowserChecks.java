package ai.equalto.lesserbody.local.doctor;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/** What a browser lets a page do here (Fetch, "CORS protocol"). */
final class BrowserChecks {
  /** An origin that nobody can have (RFC 6761 section 6.4). */
  private static final String FOREIGN = "https://doctor.invalid";

  private static final String ALLOWED = "Access-Control-Allow-Origin";
  private static final String NEEDED = "authorization, content-type, mcp-protocol-version";
  private static final String ORIGIN_FIX =
      "Name the origin in McpAllowedOrigins (MCP_ALLOWED_ORIGINS), exactly as the browser sends it:"
          + " no path, no slash at its end.";

  private final Target target;
  private final Probe probe;

  BrowserChecks(Target target, Probe probe) {
    this.target = target;
    this.probe = probe;
  }

  Result preflight(String origin) throws IOException, InterruptedException {
    Answer answer = preflightOf(origin);
    if (!answer.isSuccess()) {
      return Wrong.status(
          answer,
          answer.status() == 401
              ? "A preflight carries no token: leave OPTIONS out of the authorizer."
              : ORIGIN_FIX);
    }
    if (!isGranted(answer, origin)) {
      return Result.failed("no " + ALLOWED + " for this origin", ORIGIN_FIX);
    }
    boolean enough =
        answer.lists("Access-Control-Allow-Methods", "POST")
            && answer.lists("Access-Control-Allow-Headers", "authorization");
    return enough
        ? Result.ok("granted")
        : Result.failed(
            "POST or Authorization is not granted",
            "Let the function answer OPTIONS, and no mock integration or proxy before it.");
  }

  /** A page has to see the challenge, or its client cannot log in. */
  Result challenge(String origin) throws IOException, InterruptedException {
    Answer answer = probe.send(Messages.ping(target.endpoint()).header("Origin", origin));
    if (answer.status() != 401) {
      return Wrong.status(answer, ORIGIN_FIX);
    }
    Optional<Result> hidden = ChallengeChecks.hidden(answer);
    if (hidden.isPresent()) {
      return hidden.get();
    }
    return isGranted(answer, origin)
            && answer.lists("Access-Control-Expose-Headers", "WWW-Authenticate")
        ? Result.ok("scripts see WWW-Authenticate")
        : Result.failed(
            "scripts do not see WWW-Authenticate",
            "Give the gateway responses Access-Control-Allow-Origin and"
                + " Access-Control-Expose-Headers, as the template does.");
  }

  Result foreign() throws IOException, InterruptedException {
    Answer answer = preflightOf(FOREIGN);
    return isGranted(answer, FOREIGN)
        ? Result.failed(
            answer.words() + ", and any web page may call",
            "Take CORS settings off the API or proxy: the function alone knows the origins.")
        : Result.ok(answer.words() + ", nothing granted");
  }

  private Answer preflightOf(String origin) throws IOException, InterruptedException {
    return probe.send(
        HttpRequest.newBuilder(target.endpoint())
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", NEEDED));
  }

  private static boolean isGranted(Answer answer, String origin) {
    String allowed = answer.header(ALLOWED).orElse("");
    return allowed.equals(origin) || allowed.equals("*");
  }
}
