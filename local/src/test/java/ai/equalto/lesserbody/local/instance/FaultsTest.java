package ai.equalto.lesserbody.local.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
  private static final String HOME = "/api/v1/timelines/home";
  private static final String STATUSES = "/api/v1/statuses";

  private Town town;
  private Resident alice;

  @BeforeEach
  void open() throws IOException {
    town = new Town();
    alice = town.as("alice");
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void goesWrongAsOftenAsItIsToldTo() {
    town.instance.faults().next(2, new Fault.Failing(500));

    assertThat(home().statusCode()).isEqualTo(500);
    assertThat(home().statusCode()).isEqualTo(500);
    assertThat(home().statusCode()).isEqualTo(200);
  }

  @Test
  void goesWrongUntilItIsToldNotTo() {
    town.instance.faults().always(new Fault.Failing(502));

    assertThat(home().statusCode()).isEqualTo(502);
    assertThat(home().headers().firstValue("Content-Type")).hasValue("text/html");
    town.instance.faults().clear();
    assertThat(home().statusCode()).isEqualTo(200);
  }

  @Test
  void isOneInstancesAlone() throws IOException {
    try (Town other = new Town()) {
      other.instance.faults().always(new Fault.Failing(500));

      assertThat(home().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void isSlow() {
    town.instance.faults().next(1, new Fault.Slow(Duration.ofMillis(300)));
    Instant begin = Instant.now();

    assertThat(home().statusCode()).isEqualTo(200);
    assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void isBusy() {
    town.instance.faults().next(1, new Fault.Busy(7));
    HttpResponse<String> answer = home();

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(answer.body()).isEqualTo("{\"error\":\"Too many requests\"}");
  }

  @Test
  void sendsElsewhere() {
    town.instance.faults().next(1, new Fault.Redirect(URI.create("http://other.example/")));

    assertThat(home().statusCode()).isEqualTo(302);
    town.instance.faults().next(1, new Fault.Redirect(URI.create("http://other.example/")));
    assertThat(home().headers().firstValue("Location")).hasValue("http://other.example/");
  }

  @Test
  void answersTooMuch() {
    town.instance.faults().next(1, new Fault.Huge());

    HttpResponse<String> answer = home();
    assertThat(answer.body()).hasSizeGreaterThan(2 * 1024 * 1024);
    assertThat(Resident.json(answer).isArray()).isTrue();
  }

  @Test
  void answersWhatIsNotJson() {
    town.instance.faults().next(1, new Fault.NotJson());

    HttpResponse<String> answer = home();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    assertThat(answer.body()).startsWith("<!DOCTYPE");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void losesAnAnswerToWhatItDid(boolean truncated) {
    town.instance.faults().next(1, truncated ? new Fault.Truncated() : new Fault.Closed());

    assertThatThrownBy(this::publish).isInstanceOf(UncheckedIOException.class);
    assertThat(publish().statusCode()).isEqualTo(200);
    assertThat(alice.texts(HOME)).containsExactly("once");
  }

  @Test
  void doesNothingWhenItFails() {
    town.instance.faults().next(1, new Fault.Failing(500));
    publish();

    assertThat(alice.texts(HOME)).isEmpty();
  }

  private HttpResponse<String> home() {
    return alice.send("GET", HOME);
  }

  private HttpResponse<String> publish() {
    return alice.send("POST", STATUSES, Resident.FORM, "status=once", "Idempotency-Key", "key");
  }
}
