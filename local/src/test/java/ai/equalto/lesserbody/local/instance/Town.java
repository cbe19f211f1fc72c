package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.SigningKey;
import ai.equalto.lesserbody.local.token.Lifetime;
import ai.equalto.lesserbody.local.token.SigningSecret;
import ai.equalto.lesserbody.local.token.TokenMinter;
import ai.equalto.lesserbody.local.token.TokenRequest;
import ai.equalto.lesserbody.testkit.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/** An instance, a clock that stands still, and people who talk to it over HTTP. */
final class Town implements AutoCloseable {
  static final String NOON = "2026-07-28T12:00:00Z";
  static final URI MCP = URI.create("http://127.0.0.1:8787/mcp");

  private static final SigningSecret SECRET = SigningSecret.random(new SecureRandom());

  final TestClock clock = new TestClock(NOON);
  final LesserInstance instance;

  private final HttpClient http = HttpClient.newHttpClient();

  Town() throws IOException {
    this(Shelf.none(), InstanceSettings.USUAL_REQUESTS);
  }

  Town(Shelf shelf, int requests) throws IOException {
    SigningKey key = SigningKey.of(SECRET.reveal());
    instance =
        new LesserInstance(new InstanceSettings(key, Optional.of(MCP), shelf, clock, requests));
  }

  /** Somebody with a token to read and write. */
  Resident as(String username) {
    return as(username, Scope.READ, Scope.WRITE);
  }

  Resident as(String username, Scope... scopes) {
    return with(token(new TokenRequest(username, Set.of(scopes), lifetime(), Optional.empty())));
  }

  /** Somebody whose token is meant for this server. */
  Resident meantFor(URI audience) {
    return with(
        token(new TokenRequest("alice", Set.of(Scope.READ), lifetime(), Optional.of(audience))));
  }

  /** Somebody who brings this for a token; nothing at all if it is empty. */
  Resident with(String token) {
    return new Resident(http, instance.url(), token);
  }

  private String token(TokenRequest request) {
    return new TokenMinter(SECRET, clock).mint(request);
  }

  private static Lifetime lifetime() {
    return Lifetime.parse("24h");
  }

  @Override
  public void close() {
    http.close();
    instance.close();
  }
}
