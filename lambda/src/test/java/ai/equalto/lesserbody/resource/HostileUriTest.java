package ai.equalto.lesserbody.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the URI, each of its characters is looked at a few times only. */
class HostileUriTest {
  private static final int REPETITIONS = 100_000;

  /** Counts how often a character is looked at. */
  private record Counted(String text, AtomicLong looks) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks.incrementAndGet();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.substring(start, end), looks);
    }

    @Override
    public String toString() {
      looks.addAndGet(text.length());
      return text;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a:{b}, a:, x, ''",
    "a:{b}, a:, x, /",
    "a:{b}, a:, %41, %",
    "a:{b}/c, a:, x, /d",
    "a:{b}-----/c, a:, -, ''",
    "a:{b}/-{c}/-{d}/-{e}, a:, -, /",
    "a:{b}/x{c}/x{d}/x{e}, a:, x/, ''",
    "a:{b}/x{c}/x{d}/x{e}, a:x/xx/xx/x, x, /",
    "a:{b}?{c}?{d}?{e}?{f}, a:, ?, ''",
    "{a}aaaaaaaaaaaaaaaaaaaa/{b}, '', a, b",
  })
  void isMatchedInTimeInProportionToItsLength(
      String template, String head, String repeated, String tail) {
    String uri = head + repeated.repeat(REPETITIONS) + tail;
    Counted counted = new Counted(uri, new AtomicLong());

    UriTemplate.parse(template).match(counted);

    assertThat(counted.looks()).hasValueLessThan(5L * uri.length());
  }
}
