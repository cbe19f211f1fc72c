package ai.equalto.lesserbody.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Can a client go on to those who issue tokens? What they answer is in other hands than ours. */
final class AuthorizationServerCheck {
  /** More are not asked: the server names them, and we ask whom it names. */
  private static final int MAX_SERVERS = 5;

  private final Target target;
  private final Probe probe;

  AuthorizationServerCheck(Target target, Probe probe) {
    this.target = target;
    this.probe = probe;
  }

  Result run() throws IOException, InterruptedException {
    JsonNode named = probe.get(target.metadata()).json().path("authorization_servers");
    if (named.isEmpty()) {
      return Result.notRun("none is named");
    }
    List<String> silent = new ArrayList<>();
    for (JsonNode server : named.valueStream().limit(MAX_SERVERS).toList()) {
      Optional<URI> issuer = Target.named(server.asText());
      if (issuer.isEmpty()) {
        return Result.warning(
            "this one is not https: " + server.asText(),
            "Name issuers by https URLs in LesserApiBaseUrl and JwtTrustedIssuers.");
      }
      if (!hasMetadata(issuer.get())) {
        silent.add(server.asText());
      }
    }
    return silent.isEmpty()
        ? Result.ok(named.size() + " named, with metadata")
        : Result.warning(
            "no metadata of " + String.join(", ", silent),
            "Clients cannot log in there by themselves: have that server publish RFC 8414 or"
                + " OpenID metadata, or give clients a token.");
  }

  private boolean hasMetadata(URI issuer) throws InterruptedException {
    String path = issuer.getRawPath().equals("/") ? "" : issuer.getRawPath();
    String whole = issuer.toString();
    String base = whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    return isAbout(issuer, issuer.resolve("/.well-known/oauth-authorization-server" + path))
        || isAbout(issuer, issuer.resolve("/.well-known/openid-configuration" + path))
        || isAbout(issuer, URI.create(base + "/.well-known/openid-configuration"));
  }

  private boolean isAbout(URI issuer, URI place) throws InterruptedException {
    try {
      Answer answer = probe.get(place);
      return answer.status() == 200
          && issuer.toString().equals(answer.json().path("issuer").textValue());
    } catch (IOException e) {
      return false;
    }
  }
}
