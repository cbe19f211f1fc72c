package ai.equalto.lesserbody;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows variables by which somebody means to switch authentication off. Nothing here obeys one; but
 * who set it believes that it works, or was told by an attacker to try, and so has to be asked.
 */
final class Bypasses {
  /** What variables of ours, and of those before us, begin with. */
  private static final List<String> OURS = List.of("MCP", "JWT", "LESSER", "AUTH", "OAUTH");

  /** Enough by themselves, wherever they stand. */
  private static final List<String> LOUD =
      List.of(
          "BYPASS", "INSECURE", "UNSAFE", "ANONYM", "NOAUTH", "UNAUTH", "UNVERIFIED", "UNSIGNED");

  /** Whole words that take something away. */
  private static final Set<String> OFF =
      Set.of(
          "SKIP", "SKIPS", "DISABLE", "DISABLED", "NO", "NONE", "NOT", "IGNORE", "OFF", "WITHOUT");

  /** Beginnings of words for what must not be taken away. */
  private static final List<String> CHECKS =
      List.of(
          "AUTH",
          "OAUTH",
          "JWT",
          "TOKEN",
          "SIGN",
          "VERIF",
          "VALID",
          "CHECK",
          "SECUR",
          "LOGIN",
          "CREDENTIAL",
          "AUDIENCE",
          "SCOPE",
          "EXP");

  private Bypasses() {}

  /** Those among the names, in order. */
  static Stream<String> among(Set<String> names) {
    return names.stream().filter(Bypasses::isOne).sorted();
  }

  static boolean isOne(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    List<String> words = Arrays.asList(upper.split("[_.-]", -1));
    if (OURS.stream().noneMatch(words.getFirst()::startsWith)) {
      return false;
    }
    return LOUD.stream().anyMatch(upper::contains)
        || (words.stream().anyMatch(OFF::contains)
            && words.stream().anyMatch(word -> CHECKS.stream().anyMatch(word::startsWith)));
  }
}
