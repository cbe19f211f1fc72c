package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.auth.Refusal.TokenFault;
import ai.equalto.lesserbody.http.Request;
import java.util.Optional;

/**
 * Resolves who is calling. What is presented decides by its form alone which proof it can be, so
 * that one kind can never be taken for another: where the gateway checks signatures of IAM they
 * alone count; elsewhere a JWT goes to the verifier of its algorithm, which takes no other, and
 * only what has not the form of a JWT can be the key of the managed instance.
 */
public final class Authenticator {
  private static final String SCHEME = "Bearer ";

  private final LesserTokens lesserTokens;
  private final IssuerTokens issuerTokens;
  private final IamCallers iamCallers;
  private final Optional<InstanceKeys> instanceKeys;
  private final ProtectedResource resource;

  /**
   * @param instanceKeys absent where nobody is admitted by such a key, as is the default
   */
  public Authenticator(
      LesserTokens lesserTokens,
      IssuerTokens issuerTokens,
      IamCallers iamCallers,
      Optional<InstanceKeys> instanceKeys,
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
    String credentials = authorization.get().strip();
    if (!credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Authentication.refused(TokenFault.NOT_BEARER);
    }
    int start = SCHEME.length();
    while (credentials.startsWith(" ", start)) {
      start++;
    }
    String token = credentials.substring(start);
    return isToken(token)
        ? verify(token, resource.audience(request), request.requestId())
        : Authentication.refused(TokenFault.NOT_BEARER);
  }

  /** RFC 6750 section 2.1; a repeated field arrives joined by a comma, and so never is one. */
  private static boolean isToken(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean alphanumeric =
          (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!alphanumeric && "._~+/-".indexOf(c) < 0) {
        return false;
      }
    }
    return end > 0;
  }

  /** Whether there is an issuer of this name whose tokens can be good here. */
  boolean knowsIssuer(String issuer) {
    return issuer.equals(TokenId.LESSER) || issuerTokens.trust(issuer);
  }

  /** Who a bearer token is of. */
  Authentication verify(String token, Audience audience, String requestId) {
    Optional<CompactJws> jws = CompactJws.read(token);
    if (jws.isEmpty()) {
      return CompactJws.hasForm(token) || instanceKeys.isEmpty()
          ? Authentication.refused(TokenFault.UNSUPPORTED)
          : instanceKeys.get().verify(token);
    }
    return jws.get().algorithm() == CompactJws.Algorithm.HS256
        ? lesserTokens.verify(jws.get(), audience)
        : issuerTokens.verify(jws.get(), audience, requestId);
  }
}
