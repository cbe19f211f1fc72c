package ai.equalto.lesserbody;

import java.security.Security;
import java.util.ArrayList;
import java.util.List;

/**
 * The order in which the JVM asks the providers of cryptography. Whichever is asked is loaded, and
 * the JDK asks those for RSA, elliptic curves and TLS before the one for HMAC: tens of classes of
 * which a cold start with a token of Lesser has no use.
 */
final class ProviderOrder {
  private static final String PROPERTY = "security.provider.";
  private static final String HMAC = "SunJCE";

  /** What the JDK asks before; nothing that the one for HMAC offers is offered by them as well. */
  private static final List<String> BEFORE = List.of("SUN", "SunRsaSign", "SunEC", "SunJSSE");

  private ProviderOrder() {}

  /**
   * Puts the provider for HMAC second; the first has the digests, which are needed all the same.
   * Changes nothing where somebody has put another provider before it, and has no effect where
   * providers were asked already.
   */
  static void askForHmacEarly() {
    List<String> names = new ArrayList<>();
    for (String name = named(1); name != null; name = named(names.size() + 1)) {
      names.add(name);
    }
    int place = names.indexOf(HMAC);
    boolean ofTheJdk = true;
    for (int i = 0; i < place; i++) {
      ofTheJdk &= BEFORE.contains(names.get(i));
    }
    if (place > 1 && ofTheJdk) {
      names.add(1, names.remove(place));
      for (int i = 0; i < names.size(); i++) {
        Security.setProperty(PROPERTY + (i + 1), names.get(i));
      }
    }
  }

  private static String named(int place) {
    return Security.getProperty(PROPERTY + place);
  }
}
