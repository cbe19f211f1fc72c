package ai.equalto.lesserbody.auth;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an IAM user or role is granted here. Two grants are equal if they are written alike; it is
 * no record only because it also keeps its pattern compiled.
 */
public final class IamGrant {
  /** The account is always written out: a pattern for any account would let in the whole world. */
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:(iam|sts)::[0-9]{12}:[A-Za-z0-9+=,.@_/*-]{1,512}");

  private final String pattern;
  private final Set<Scope> scopes;
  private final Pattern compiled;

  /**
   * @param pattern an ARN in which {@code *} stands for any characters but a slash and a colon,
   *     such as {@code arn:aws:sts::123456789012:assumed-role/Agent/*}
   * @param scopes at least one
   * @throws IllegalArgumentException if the pattern is none of an ARN, or there is no scope
   */
  public IamGrant(String pattern, Set<Scope> scopes) {
    if (!ARN.matcher(pattern).matches()) {
      throw new IllegalArgumentException("not the ARN of a user or role in a known account");
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("no scope");
    }
    this.pattern = pattern;
    this.scopes = Set.copyOf(scopes);
    this.compiled =
        Pattern.compile(
            Arrays.stream(pattern.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/:]*")));
  }

  Set<Scope> scopes() {
    return scopes;
  }

  boolean matches(String arn) {
    return compiled.matcher(arn).matches();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IamGrant grant
        && pattern.equals(grant.pattern)
        && scopes.equals(grant.scopes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(pattern, scopes);
  }

  @Override
  public String toString() {
    return pattern + " " + scopes;
  }
}
