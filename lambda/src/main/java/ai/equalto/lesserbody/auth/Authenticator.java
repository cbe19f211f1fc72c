package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.http.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves who is calling. What is presented decides by its form alone which proof it can be, so
 * that one kind can never be taken for another: where the gateway checks signatures of IAM they
 * alone count; elsewhere a JWT goes to the verifier of its algorithm, which takes no other, and
 * only what has not the form of a JWT can be the key of the managed instance.
 */
public final class Authenticator {
  /** RFC 6750 section 2.1; a repeated field arrives joined by a comma, and so never matches. */
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

  private final LesserTokens lesserTokens;
  private final IssuerTokens issuerTokens;
  private final IamCallers iamCallers;
  private final InstanceKeys instanceKeys;
  private final ProtectedResource resource;

  public Authenticator(
      LesserTokens lesserTokens,
      IssuerTokens issuerTokens,
      IamCallers iamCallers,
      InstanceKeys instanceKeys,
      ProtectedResource resource) {
    this.lesserTokens = lesserTokens;
    this.issuerTokens = issuerTokens;
    this.iamCallers = iamCallers;
    this.instanceKeys = instanceKeys;
    this.resource = resource;
  }

  Authentication authenticate(Request request) {
    if (IamCallers.decideOn(request)) {
      return iamCallers.authenticate(request);
    }
    Optional<String> authorization = request.header("Authorization");
    if (authorization.isEmpty()) {
      return new Authentication.Refused(new Refusal.NoCredentials());
    }
    Matcher bearer = BEARER.matcher(authorization.get().strip());
    return bearer.matches()
        ? verify(bearer.group(1), resource.audience(request), request.requestId())
        : Authentication.refused(TokenFault.NOT_BEARER);
  }

  /** Whether there is an issuer of this name whose tokens can be good here. */
  boolean knowsIssuer(String issuer) {
    return issuer.equals(TokenId.LESSER) || issuerTokens.trust(issuer);
  }

  /** Who a bearer token is of. */
  Authentication verify(String token, Audience audience, String requestId) {
    Optional<CompactJws> jws = CompactJws.read(token);
    if (jws.isEmpty()) {
      return CompactJws.hasForm(token)
          ? Authentication.refused(TokenFault.UNSUPPORTED)
          : instanceKeys.verify(token);
    }
    return switch (jws.get().algorithm()) {
      case HS256 -> lesserTokens.verify(jws.get(), audience);
      case RS256, ES256 -> issuerTokens.verify(jws.get(), audience, requestId);
    };
  }
}
