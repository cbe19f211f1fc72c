package ai.equalto.lesserbody.auth;

/**
 * The names that callers' data is kept under. Those of the Lesser instance are as they are there;
 * all others begin with what vouches for them, and no user of the instance may be named so.
 */
public final class Identity {
  /** Whoever holds the key of the managed instance. */
  static final String INSTANCE = "instance";

  private static final String ISSUER = "issuer:";
  private static final String IAM = "iam:";
  private static final int MAX_LENGTH = 256;

  /** The longest that stands before the name of a subject. */
  private static final int MAX_ISSUER = 520;

  private Identity() {}

  /** A subject of an issuer; no issuer contains the separator, so no two share a name. */
  static String ofSubject(String issuer, String subject) {
    return ISSUER + issuer + "|" + subject;
  }

  /** A user or role of AWS IAM. */
  static String ofArn(String arn) {
    return IAM + arn;
  }

  /** Whether whoever is called so comes with tokens: a user of the instance, or of an issuer. */
  static boolean hasTokens(String identity) {
    int end = identity.indexOf('|');
    return isUsername(identity)
        || (identity.startsWith(ISSUER)
            && end > ISSUER.length()
            && end <= MAX_ISSUER
            && isVisible(identity.substring(end + 1)));
  }

  /** Whether a user of the Lesser instance may go by this name. */
  public static boolean isUsername(String name) {
    return isVisible(name)
        && !name.equals(INSTANCE)
        && !name.startsWith(ISSUER)
        && !name.startsWith(IAM);
  }

  /**
   * Whether a name has 1 to {@value #MAX_LENGTH} whole and visible characters and no blanks around
   * it; another could pass for it on a screen or in a store.
   */
  static boolean isVisible(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_LENGTH
        && name.equals(name.strip())
        && isFit(name);
  }

  private static boolean isFit(String name) {
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      if (isUnfit(name.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnfit(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
      default -> false;
    };
  }
}
