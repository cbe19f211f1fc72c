package ai.equalto.lesserbody;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
  static List<String> among(Set<String> names) {
    List<String> bypasses = new ArrayList<>();
    for (String name : names) {
      if (isOne(name)) {
        bypasses.add(name);
      }
    }
    bypasses.sort(null);
    return bypasses;
  }

  static boolean isOne(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return beginsWithOneOf(OURS, upper) && (holdsOneOf(LOUD, upper) || takesAway(upper));
  }

  private static boolean takesAway(String name) {
    boolean off = false;
    boolean check = false;
    for (String word : name.split("[_.-]", -1)) {
      off |= OFF.contains(word);
      check |= beginsWithOneOf(CHECKS, word);
    }
    return off && check;
  }

  private static boolean beginsWithOneOf(List<String> beginnings, String text) {
    for (String beginning : beginnings) {
      if (text.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsOneOf(List<String> parts, String text) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
