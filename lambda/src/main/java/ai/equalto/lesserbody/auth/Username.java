package ai.equalto.lesserbody.auth;

/** What a name must be like to stand for somebody. */
public final class Username {
  private static final int MAX_LENGTH = 256;

  private Username() {}

  /**
   * Whether a name has 1 to {@value #MAX_LENGTH} whole and visible characters and no blanks around
   * it; another could pass for it on a screen or in a store.
   */
  public static boolean isValid(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_LENGTH
        && name.equals(name.strip())
        && name.codePoints().noneMatch(Username::isUnfit);
  }

  private static boolean isUnfit(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
      default -> false;
    };
  }
}
