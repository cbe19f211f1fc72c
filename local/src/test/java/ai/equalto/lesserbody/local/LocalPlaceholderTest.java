package ai.equalto.lesserbody.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalPlaceholderTest {
  @Test
  void hasAName() {
    assertThat(LocalPlaceholder.name()).startsWith("lesser-body");
  }
}
