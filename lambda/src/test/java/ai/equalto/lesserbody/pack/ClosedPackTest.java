package ai.equalto.lesserbody.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.equalto.lesserbody.testkit.ShowingPack;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pack is what its manifest says, or is not served. */
class ClosedPackTest {
  private static final Pack PACK = ShowingPack.create();

  @Test
  void isOpenedOnceAndOnlyWhenItIsAskedFor() {
    AtomicInteger opened = new AtomicInteger();
    ClosedPack closed =
        new ClosedPack(
            Manifest.of(PACK),
            name -> {
              opened.incrementAndGet();
              return PACK;
            });

    assertThat(List.of(closed.tools(), closed.resources(), closed.templates(), closed.prompts()))
        .hasSize(4);
    assertThat(opened).hasValue(0);
    assertThat(closed.open()).isSameAs(PACK);
    assertThat(closed.open()).isSameAs(PACK);
    assertThat(opened).hasValue(1);
  }

  static Stream<Manifest> slips() {
    Manifest right = Manifest.of(PACK);
    return Stream.of(
        Manifest.of("other", right.instructions()),
        Manifest.of(right.name(), "Other words."),
        right.withTools(),
        right.withTools("report"),
        right.withResources("showing://other"),
        right.withTemplates("showing://{other}"),
        right.withPrompts("other"));
  }

  @ParameterizedTest
  @MethodSource("slips")
  void whoseManifestIsWrongIsNotOpened(Manifest manifest) {
    ClosedPack closed = new ClosedPack(manifest, name -> PACK);

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatIllegalStateException()
          .isThrownBy(closed::open)
          .withMessage("the manifest of the pack " + manifest.name() + " is wrong");
    }
  }
}
