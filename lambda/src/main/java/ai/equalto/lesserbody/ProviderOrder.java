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

  private ProviderOrder() {}

  /**
   * Puts the provider for HMAC second; the first stays, since digests are needed all the same and
   * an operator may have put one there. Does nothing where there is no such provider, or where some
   * provider was asked already.
   */
  static void askForHmacEarly() {
    List<String> names = new ArrayList<>();
    for (String name = named(1); name != null; name = named(names.size() + 1)) {
      names.add(name);
    }
    if (names.indexOf(HMAC) > 1) {
      names.remove(HMAC);
      names.add(1, HMAC);
      for (int i = 0; i < names.size(); i++) {
        Security.setProperty(PROPERTY + (i + 1), names.get(i));
      }
    }
  }

  private static String named(int place) {
    return Security.getProperty(PROPERTY + place);
  }
}
