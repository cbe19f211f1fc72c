package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the JVM has asked a provider, these properties have no effect any more. */
class ProviderOrderTest {
  private final List<String> before = names();

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int place = 1; Security.getProperty("security.provider." + place) != null; place++) {
      names.add(Security.getProperty("security.provider." + place));
    }
    return names;
  }

  private static void set(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      Security.setProperty("security.provider." + (i + 1), names.get(i));
    }
  }

  @AfterEach
  void restore() {
    set(before);
  }

  @Test
  void theProviderForHmacIsAskedSecondAndNoneIsLost() {
    Security.getProviders();
    ProviderOrder.askForHmacEarly();

    assertThat(names()).startsWith("SUN", "SunJCE").containsExactlyInAnyOrderElementsOf(before);
    List<String> once = names();
    ProviderOrder.askForHmacEarly();
    assertThat(names()).isEqualTo(once);
  }

  @Test
  void aProviderThatAnOperatorPutBeforeItStaysBeforeIt() {
    Security.getProviders();
    List<String> operators = new ArrayList<>(before);
    operators.set(1, "Approved");
    set(operators);

    ProviderOrder.askForHmacEarly();

    assertThat(names()).isEqualTo(operators);
  }
}
