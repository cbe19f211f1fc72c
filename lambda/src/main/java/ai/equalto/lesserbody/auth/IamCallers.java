package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.http.Request;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Admits callers by AWS IAM on the routes under {@link #PREFIX}, where API Gateway checks the
 * signature (SigV4) before it invokes the function. Who signed is what the gateway says; headers
 * are not looked at.
 */
public final class IamCallers {
  /** What the paths of these routes begin with. */
  public static final String PREFIX = "/iam";

  /** The role of a session, whose last part the session chose for itself. */
  private static final String SESSION = "(arn:[a-z-]+:sts::[0-9]{12}:assumed-role/[^/]+)/.+";

  private final List<IamGrant> grants;

  /**
   * @param grants who is granted what; whoever matches several is granted all of it
   */
  public IamCallers(List<IamGrant> grants) {
    this.grants = List.copyOf(grants);
  }

  /** Whether this is a request for a route where IAM, and nothing else, decides. */
  static boolean decideOn(Request request) {
    return request.path().startsWith(PREFIX + "/");
  }

  Authentication authenticate(Request request) {
    Optional<String> signer = request.peer().signer().filter(Identity::isVisible);
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    signer.ifPresent(arn ->
        grants.stream()
            .filter(grant -> grant.matches(arn))
            .forEach(grant -> scopes.addAll(grant.scopes())));
    return scopes.isEmpty()
        ? new Authentication.Refused(new Refusal.NotAdmitted())
        : proven(signer.orElseThrow(), scopes);
  }

  private static Authentication proven(String arn, Set<Scope> scopes) {
    Matcher session = Pattern.compile(SESSION).matcher(arn);
    String identity = Identity.ofArn(session.matches() ? session.group(1) : arn);
    return new Authentication.Proven(
        new Principal(new Proof.IamSignature(arn), identity, scopes), Optional.empty());
  }
}
