package ai.equalto.lesserbody.schema;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.schema.Samples.Bounded;
import ai.equalto.lesserbody.schema.Samples.Everything;
import ai.equalto.lesserbody.schema.Samples.Numbers;
import ai.equalto.lesserbody.schema.Samples.Order;
import ai.equalto.lesserbody.schema.Samples.Point;
import ai.equalto.lesserbody.testkit.MadeUp;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a record holds, its schema lets pass what is written, and it is read back. */
class MadeUpRecordsTest {
  private static final long SAFE = HeaderParameters.MAX_INTEGER;

  private static <T extends Record> void assertRoundTrips(
      Class<T> type, int cases, Function<MadeUp, T> records) {
    Input<T> closed = Input.of(type);
    Input<T> open = Input.open(type);
    Output<T> output = Output.of(type);
    MadeUp.inAll(
        cases,
        made -> {
          T record = records.apply(made);
          String written = Json.write(output.write(record).orElseThrow());
          ObjectNode sent = (ObjectNode) Json.read(written.getBytes(StandardCharsets.UTF_8));

          assertThat(closed.read(sent)).isEqualTo(record);
          assertThat(open.read(sent.put("later", true))).isEqualTo(record);
        });
  }

  private static <T> Optional<T> maybe(MadeUp made, Supplier<T> value) {
    return made.flag() ? Optional.of(value.get()) : Optional.empty();
  }

  private static <T> List<T> some(MadeUp made, int fewest, int most, Supplier<T> value) {
    return Stream.generate(value).limit(made.number(fewest, most)).toList();
  }

  private static Instant time(MadeUp made) {
    long second = made.whole(-62_135_596_800L, 253_402_300_799L);
    return Instant.ofEpochSecond(second, made.oneOf(List.of(0, 1, 500_000_000, 999_999_999)));
  }

  private static Point point(MadeUp made) {
    return new Point(made.number(-9, 9), maybe(made, () -> made.text(0, 5)));
  }

  private static Everything everything(MadeUp made) {
    return new Everything(
        made.text(0, 20),
        (int) made.whole(Integer.MIN_VALUE, Integer.MAX_VALUE),
        made.whole(-SAFE, SAFE),
        made.flag(),
        time(made),
        made.oneOf(List.of(Order.values())),
        some(made, 0, 4, () -> made.text(0, 5)),
        point(made),
        some(made, 0, 3, () -> point(made)),
        maybe(made, () -> made.text(0, 9)),
        maybe(made, () -> made.number(-5, 5)),
        maybe(made, () -> made.whole(-SAFE, SAFE)),
        maybe(made, made::flag),
        maybe(made, () -> time(made)),
        maybe(made, () -> made.oneOf(List.of(Order.values()))),
        maybe(made, () -> some(made, 0, 3, () -> made.text(0, 5))),
        maybe(made, () -> point(made)));
  }

  private static Bounded bounded(MadeUp made) {
    return new Bounded(
        made.text(1, 3),
        made.text(0, 3),
        "ab".repeat(made.number(1, 4)),
        made.number(0, 10),
        made.number(-5, 5),
        some(made, 0, 2, () -> "t" + made.text(0, 3)),
        some(made, 0, 9, () -> made.number(1, 6)),
        maybe(made, () -> made.number(1, 9)),
        maybe(made, () -> made.number(1, 9)),
        maybe(made, () -> some(made, 1, 2, () -> made.text(0, 3))));
  }

  private static Numbers numbers(MadeUp made) {
    return new Numbers(
        made.number(-9, 9),
        made.whole(-SAFE, SAFE),
        made.real(),
        Math.clamp(made.real(), -1, 10),
        maybe(made, made::real),
        some(made, 0, 3, () -> Math.abs(Math.clamp(made.real(), -1, 1))));
  }

  @Test
  void everyKindOfValue() {
    assertRoundTrips(Everything.class, 500, MadeUpRecordsTest::everything);
  }

  @Test
  void everyKindOfLimit() {
    assertRoundTrips(Bounded.class, 500, MadeUpRecordsTest::bounded);
  }

  @Test
  void everyKindOfNumber() {
    assertRoundTrips(Numbers.class, 1_000, MadeUpRecordsTest::numbers);
  }
}
