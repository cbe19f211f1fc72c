package ai.equalto.lesserbody.auth;

import static java.util.Objects.requireNonNull;

/** How a caller proved who it is. Closed: whoever acts on a proof decides about each kind. */
public sealed interface Proof {
  /** What the audit and stores call this kind. */
  String type();

  /**
   * With an access token of the Lesser instance.
   *
   * @param token to act with on the instance, for this caller
   */
  record LesserToken(AccessToken token) implements Proof {
    public LesserToken {
      requireNonNull(token, "token");
    }

    @Override
    public String type() {
      return "lesser_token";
    }
  }

  /**
   * With an access token of an issuer that is trusted besides the instance.
   *
   * @param issuer its identifier (RFC 8414 section 2)
   */
  record IssuerToken(String issuer) implements Proof {
    public IssuerToken {
      requireNonNull(issuer, "issuer");
    }

    @Override
    public String type() {
      return "issuer_token";
    }
  }

  /**
   * With a signature of AWS IAM (SigV4), which API Gateway checked.
   *
   * @param arn of the user or of the session of a role
   */
  record IamSignature(String arn) implements Proof {
    public IamSignature {
      requireNonNull(arn, "arn");
    }

    @Override
    public String type() {
      return "iam";
    }
  }

  /** With the key of the managed instance, which whoever runs the instance may hold. Deprecated. */
  record InstanceKey() implements Proof {
    @Override
    public String type() {
      return "instance_key";
    }
  }
}
