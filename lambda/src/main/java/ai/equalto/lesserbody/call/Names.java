package ai.equalto.lesserbody.call;

/** The characters of names. Every cold start checks some, for which a pattern is too dear. */
public final class Names {
  public static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  public static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  public static final String DIGITS = "0123456789";

  private Names() {}

  /** Whether there is a character, and each is one of these. */
  public static boolean isOf(String name, String characters) {
    for (int i = 0; i < name.length(); i++) {
      if (characters.indexOf(name.charAt(i)) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
