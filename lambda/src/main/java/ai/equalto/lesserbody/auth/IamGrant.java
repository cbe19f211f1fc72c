package ai.equalto.lesserbody.auth;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an IAM user or role is granted here.
 *
 * @param pattern an ARN in which {@code *} stands for any characters but a slash and a colon, such
 *     as {@code arn:aws:sts::123456789012:assumed-role/Agent/*}
 * @param scopes at least one
 */
public record IamGrant(String pattern, Set<Scope> scopes) {
  /** The account is always written out: a pattern for any account would let in the whole world. */
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:(iam|sts)::[0-9]{12}:[A-Za-z0-9+=,.@_/*-]{1,512}");

  /**
   * @throws IllegalArgumentException if the pattern is none of an ARN, or there is no scope
   */
  public IamGrant {
    if (!ARN.matcher(pattern).matches()) {
      throw new IllegalArgumentException("not the ARN of a user or role in a known account");
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("no scope");
    }
    scopes = Set.copyOf(scopes);
  }

  boolean matches(String arn) {
    String expression =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[^/:]*"));
    return Pattern.matches(expression, arn);
  }
}
