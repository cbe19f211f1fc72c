package ai.equalto.lesserbody.schema;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records that hold every kind of value. */
final class Samples {
  private Samples() {}

  enum Order {
    ASC,
    DESC,
    NEWEST_FIRST
  }

  record Point(
      @Description("Across.") @Bounds(min = -9, max = 9) int x,
      @Description("A label.") Optional<@Bounds(max = 5) String> label) {}

  record Everything(
      @Description("A text.") String text,
      @Description("An int.") int count,
      @Description("A long.") long bigCount,
      @Description("A flag.") boolean flag,
      @Description("A time.") Instant createdAt,
      @Description("An order.") Order sortOrder,
      @Description("Texts.") List<String> tags,
      @Description("A record.") Point point,
      @Description("Records.") List<Point> points,
      @Description("Perhaps a text.") Optional<String> note,
      @Description("Perhaps an int.") Optional<Integer> limit,
      @Description("Perhaps a long.") Optional<Long> bigLimit,
      @Description("Perhaps a flag.") Optional<Boolean> maybeFlag,
      @Description("Perhaps a time.") Optional<Instant> before,
      @Description("Perhaps an order.") Optional<Order> maybeOrder,
      @Description("Perhaps texts.") Optional<List<String>> maybeTags,
      @Description("Perhaps a record.") Optional<Point> maybePoint) {}

  record Bounded(
      @Description("a") @Bounds(min = 1, max = 3) String text,
      @Description("b") @Bounds(max = 3) String atMost,
      @Description("c") @Matches("^[a-z]+$") @Bounds(min = 2, max = 8) String name,
      @Description("d") @Bounds(max = 10) int fromZero,
      @Description("e") @Bounds(min = -5, max = 5) long around,
      @Description("f") @Bounds(max = 2) List<@Bounds(min = 1, max = 4) @Matches("^t") String> tags,
      @Description("g") List<@Bounds(min = 1, max = 6) Integer> dice,
      @Description("h") @Bounds(min = 1, max = 9) Optional<Integer> outside,
      @Description("i") Optional<@Bounds(min = 1, max = 9) Integer> inside,
      @Description("j") Optional<@Bounds(min = 1, max = 2) List<@Bounds(max = 3) String>> deep) {}

  record Numbers(
      @Description("a") int whole,
      @Description("b") long large,
      @Description("c") double real,
      @Description("d") @Bounds(min = -1, max = 10) double bounded,
      @Description("e") Optional<Double> maybe,
      @Description("f") @Bounds(max = 3) List<@Bounds(max = 1) Double> shares) {}

  /** A rule that no schema can express. */
  record Range(@Description("From.") int least, @Description("To.") int most) {
    Range {
      if (least > most) {
        throw new IllegalArgumentException("least must not be more than most");
      }
    }
  }

  record Moment(@Description("When.") Instant at) {}

  record Empty() {}
}
