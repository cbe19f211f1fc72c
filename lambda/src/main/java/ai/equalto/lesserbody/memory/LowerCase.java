package ai.equalto.lesserbody.memory;

/** How content and searches are put in lower case, so that their case does not matter. */
public final class LowerCase {
  private LowerCase() {}

  /**
   * Each code point in lower case by itself. {@link String#toLowerCase} also looks at what stands
   * around a letter, so that a part of a text would not always be found within the whole.
   */
  public static String of(String text) {
    return text.codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
