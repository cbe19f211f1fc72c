package ai.equalto.lesserbody.schema;

import static ai.equalto.lesserbody.testkit.TestJson.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.schema.Samples.Everything;
import ai.equalto.lesserbody.schema.Samples.Order;
import ai.equalto.lesserbody.schema.Samples.Point;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RecordReader and RecordWriter, which must agree with each other and with the schema. */
class RecordRoundTripTest {
  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123456789Z");

  private static final Everything FULL =
      new Everything(
          "é\n😀",
          Integer.MIN_VALUE,
          (1L << 53) - 1,
          true,
          TIME,
          Order.NEWEST_FIRST,
          List.of("a", ""),
          new Point(1, Optional.of("one")),
          List.of(new Point(2, Optional.empty()), new Point(3, Optional.of("three"))),
          Optional.of(""),
          Optional.of(0),
          Optional.of(-1L),
          Optional.of(false),
          Optional.of(TIME),
          Optional.of(Order.ASC),
          Optional.of(List.of()),
          Optional.of(new Point(4, Optional.empty())));

  private static final Everything BARE =
      new Everything(
          "",
          0,
          0,
          false,
          Instant.EPOCH,
          Order.DESC,
          List.of(),
          new Point(0, Optional.empty()),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static <T extends Record> T read(Class<T> type, String json)
      throws InvalidInputException {
    return new RecordReader<>(type).read(json(json));
  }

  private static void assertRoundTrip(Everything record) throws Exception {
    String written = Json.write(new RecordWriter<>(Everything.class).write(record));

    new InputValidator(Schemas.ofInput(Everything.class)).check(json(written));
    assertThat(read(Everything.class, written)).isEqualTo(record);
  }

  @Test
  void readsBackWhatItWrote() throws Exception {
    assertRoundTrip(FULL);
    assertRoundTrip(BARE);
  }

  @Test
  void writesNamesAsJsonHasThem() {
    assertThat(Json.write(new RecordWriter<>(Everything.class).write(BARE)))
        .isEqualTo(
            """
            {"text":"","count":0,"big_count":0,"flag":false,\
            "created_at":"1970-01-01T00:00:00Z","sort_order":"desc","tags":[],\
            "point":{"x":0},"points":[]}\
            """);
  }

  @Test
  void countsAnAbsentListAsEmptyAndAnAbsentOptionalAsEmpty() throws InvalidInputException {
    String bare = Json.write(new RecordWriter<>(Everything.class).write(BARE));

    assertThat(read(Everything.class, bare.replace(",\"points\":[]", ""))).isEqualTo(BARE);
  }

  @Test
  void countsNullAsAbsent() throws InvalidInputException {
    assertThat(read(Point.class, "{'x':1,'label':null}")).isEqualTo(new Point(1, Optional.empty()));
  }

  @Test
  void readsARecordOfNothing() throws InvalidInputException {
    assertThat(read(Samples.Empty.class, "{}")).isEqualTo(new Samples.Empty());
    assertThat(new RecordWriter<>(Samples.Empty.class).write(new Samples.Empty()).isEmpty())
        .isTrue();
  }

  @Test
  void listsItReadsDoNotChange() throws InvalidInputException {
    List<Point> points = read(Everything.class, Json.write(write(FULL))).points();

    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(points::clear);
  }

  private static JsonNode write(Everything record) {
    return new RecordWriter<>(Everything.class).write(record);
  }

  @Test
  void tellsWhyARecordRefusesItsValues() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> read(Samples.Range.class, "{'least':2,'most':1}"))
        .withMessage("Invalid arguments: least must not be more than most");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
    "2026-03-01T12:00:00+02:00, 2026-03-01T10:00:00Z",
    "2024-02-29T00:00:00.5-00:00, 2024-02-29T00:00:00.500Z",
    "2026-03-01t12:00:00z, 2026-03-01T12:00:00Z"
  })
  void readsATimestampWithAnyOffset(String text, Instant at) throws InvalidInputException {
    assertThat(read(Samples.Moment.class, "{'at':'" + text + "'}").at()).isEqualTo(at);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z", "2026-06-30T23:59:60Z", "soon"})
  void refusesATimestampThatIsNotInTheCalendar(String text) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> read(Samples.Moment.class, "{'at':'" + text + "'}"))
        .withMessage("Invalid arguments: at: must be an RFC 3339 timestamp of the calendar.");
  }

  record Broken(@Description("a") String text) {
    Broken {
      if (text.equals("read")) {
        throw new IllegalStateException("a bug");
      }
    }

    @Override
    public String text() {
      throw new IllegalStateException("a bug");
    }
  }

  @Test
  void letsABugOfARecordThrough() {
    RecordWriter<Broken> writer = new RecordWriter<>(Broken.class);

    assertThatIllegalStateException().isThrownBy(() -> read(Broken.class, "{'text':'read'}"));
    assertThatIllegalStateException().isThrownBy(() -> writer.write(new Broken("write")));
  }

  record Unsupported(@Description("a") float value) {}

  @Test
  void refusesToServeARecordOfAnUnsupportedType() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecordReader<>(Unsupported.class))
        .withMessage("a tool's record cannot hold a float");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecordWriter<>(Unsupported.class))
        .withMessage("a tool's record cannot hold a float");
  }
}
