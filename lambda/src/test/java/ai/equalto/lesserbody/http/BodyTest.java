package ai.equalto.lesserbody.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyTest {
  @Test
  void holdsATextAsUtf8() {
    Body body = Body.of("é€");

    assertThat(body.size()).isEqualTo(5);
    assertThat(body.bytes()).asHexString().isEqualTo("C3A9E282AC");
  }

  @Test
  void doesNotChangeWithTheBytesItWasMadeOf() {
    byte[] bytes = {1, 2};
    Body body = Body.of(bytes);

    bytes[0] = 9;

    assertThat(body.bytes()).containsExactly(1, 2);
  }

  @Test
  void handsOutACopyOfItsBytes() {
    Body body = Body.of(new byte[] {1, 2});

    body.bytes()[0] = 9;

    assertThat(body.bytes()).containsExactly(1, 2);
  }

  @Test
  void canBeEmpty() {
    assertThat(Body.empty().size()).isZero();
    assertThat(Body.empty().bytes()).isEmpty();
  }
}
