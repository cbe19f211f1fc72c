package ai.equalto.lesserbody.local.doctor;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.mcp.Revision;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a caller with a good token is served. Nothing that writes is called. */
final class TokenChecks {
  private static final String SESSION = "Mcp-Session-Id";
  private static final String ECHO = "echo";
  private static final String SAID = "the doctor was here";
  private static final String REFUSED_FIX =
      "On 401 look at the finding token, then at the reason of auth_failure in the audit; otherwise"
          + " look for the request in the function's log.";

  /** Tools that write; each refuses what it is sent here, should it be asked after all. */
  private static final List<String> WRITING = List.of("memory_append", "post_create");

  private final Target target;
  private final BearerToken token;
  private final Probe probe;
  private final Optional<TokenClaims> claims;

  TokenChecks(Target target, BearerToken token, Probe probe, Clock clock) {
    this.target = target;
    this.token = token;
    this.probe = probe;
    this.claims = token.claims().map(said -> new TokenClaims(target, said, clock));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return probe.send(request, token);
  }

  Result token() {
    return claims
        .map(TokenClaims::judge)
        .orElseGet(() ->
            Result.warning(
                "no JWT",
                "Only the deprecated key of the instance has this form; get an access token."));
  }

  Result discover() throws IOException, InterruptedException {
    Answer answer = send(Messages.stateless(target.endpoint(), "server/discover", Json.object()));
    if (answer.status() != 200) {
      return Wrong.status(answer, REFUSED_FIX);
    }
    String revision = Revision.V2026_07_28.wire();
    boolean spoken =
        result(answer)
            .path("supportedVersions")
            .valueStream()
            .anyMatch(version -> revision.equals(version.textValue()));
    return spoken ? Result.ok("server/discover") : notMcp("server/discover without " + revision);
  }

  /** The handshake of an older revision, and the end of its session. */
  Result initialize(Revision revision) throws IOException, InterruptedException {
    URI endpoint = target.endpoint();
    Answer answer = send(Messages.initialize(endpoint, revision));
    if (answer.status() != 200) {
      return Wrong.status(answer, REFUSED_FIX);
    }
    if (!revision.wire().equals(result(answer).path("protocolVersion").textValue())) {
      return notMcp("initialize settles on another revision");
    }
    Optional<String> session = answer.header(SESSION);
    HttpRequest.Builder ready = Messages.initialized(endpoint, revision);
    session.ifPresent(id -> ready.header(SESSION, id));
    Answer accepted = send(ready);
    if (session.isPresent()) {
      send(HttpRequest.newBuilder(endpoint).DELETE().header(SESSION, session.get()));
    }
    return accepted.status() == 202
        ? Result.ok("initialize" + (session.isPresent() ? ", with a session" : ""))
        : Wrong.status(
            accepted,
            "Sessions get lost: check the session table, and that all requests reach one server.");
  }

  Result toolsList() throws IOException, InterruptedException {
    Answer answer = send(Messages.stateless(target.endpoint(), "tools/list", Json.object()));
    if (answer.status() != 200) {
      return Wrong.status(answer, REFUSED_FIX);
    }
    JsonNode tools = result(answer).path("tools");
    return tools.isArray()
        ? Result.ok(tools.size() + " tools")
        : notMcp("tools/list without a list");
  }

  Result toolsCall() throws IOException, InterruptedException {
    if (!isServed(ECHO)) {
      return Result.notRun("the tool echo is not served");
    }
    Answer answer =
        send(Messages.callTool(target.endpoint(), ECHO, Json.object().put("message", SAID)));
    if (answer.status() != 200) {
      return Wrong.status(answer, REFUSED_FIX);
    }
    return SAID.equals(result(answer).at("/structuredContent/message").textValue())
        ? Result.ok("echo")
        : notMcp("echo says something else");
  }

  /** A tool beyond the token is refused, so that the client learns which scope to ask for. */
  Result scope() throws IOException, InterruptedException {
    if (!claims.map(TokenClaims::lacksWrite).orElse(false)) {
      return Result.notRun("the token does not plainly lack write; give one with read alone");
    }
    for (String tool : WRITING) {
      if (isServed(tool)) {
        return refusal(send(Messages.callTool(target.endpoint(), tool, Json.object())));
      }
    }
    return Result.notRun("no tool that writes is served");
  }

  private static Result refusal(Answer answer) {
    if (answer.status() != 403) {
      return answer.isSuccess()
          ? Result.failed(
              answer.words() + ": a tool beyond the token was not refused",
              "Take the server off the net, and check what version of lesser-body it runs.")
          : Wrong.status(answer, REFUSED_FIX);
    }
    return ChallengeChecks.hidden(answer)
        .orElseGet(() ->
            answer.header("WWW-Authenticate").orElse("").contains("insufficient_scope")
                ? Result.ok("HTTP 403 insufficient_scope")
                : Result.failed(
                    "HTTP 403 without insufficient_scope",
                    "Map WWW-Authenticate of the gateway response ACCESS_DENIED from"
                        + " context.authorizer.challenge, as the template does."));
  }

  private boolean isServed(String tool) throws IOException, InterruptedException {
    return probe
        .get(target.beside("/.well-known/mcp.json"))
        .json()
        .path("tools")
        .valueStream()
        .anyMatch(served -> tool.equals(served.path("name").textValue()));
  }

  private static JsonNode result(Answer answer) {
    return answer.json().path("result");
  }

  private static Result notMcp(String seen) {
    return Result.failed(
        seen, "Check that the URL is that of lesser-body, of the same version as this command.");
  }
}
