package ai.equalto.lesserbody.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.testkit.TestClock;
import ai.equalto.lesserbody.transport.HttpCall.Method;
import ai.equalto.lesserbody.transport.TransportException.Reason;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a call when the server is slow, gone or strange. */
class BrokenServerTest {
  private static final Duration NEVER = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofMillis(150);
  private static final Duration IDLE = Duration.ofSeconds(15);

  private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
  private final HttpTransport patient = transport(NEVER, NEVER);

  @Test
  void givesUpAServerThatDoesNotAnswer() throws IOException {
    try (RawServer server = new RawServer(RawServer.Peer::awaitEnd)) {
      TransportException failure = failure(transport(SOON, NEVER), get(server));

      assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(failure).hasCauseInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX-Long: "
      })
  void givesUpAServerThatTrickles(String start) throws IOException {
    try (RawServer server =
        new RawServer(peer -> {
          peer.awaitRequest();
          peer.say(start);
          while (true) {
            peer.say("x");
            Thread.sleep(10);
          }
        })) {
      TransportException failure = failure(transport(NEVER, SOON), get(server));

      assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(failure).hasCauseInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void givesUpAServerThatDoesNotRead() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (RawServer server = new RawServer(peer -> over.await())) {
      Body more = Body.of(new byte[32 * 1024 * 1024]);
      HttpCall call = new HttpCall(Method.POST, server.uri(), Map.of(), Optional.of(more));

      assertThat(failure(transport(NEVER, SOON), call).reason()).isEqualTo(Reason.TIMEOUT);
      over.countDown();
    }
  }

  @Test
  void closesTheConnectionOfACallThatItGaveUp() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(peer -> {
          try {
            peer.awaitEnd();
          } finally {
            closed.countDown();
          }
        })) {
      assertThat(failure(transport(NEVER, SOON), get(server)).reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nonly this",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nthis\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "SSH-2.0-OpenSSH\r\n"
      })
  void takesNoPartForAReply(String said) throws IOException {
    try (RawServer server =
        new RawServer(peer -> {
          peer.awaitRequest();
          peer.say(said);
        })) {
      assertThat(failure(patient, get(server)).reason()).isEqualTo(Reason.BROKEN);
    }
  }

  @Test
  void passesOverWhatComesBeforeTheReply() throws Exception {
    try (RawServer server =
        new RawServer(peer -> {
          peer.awaitRequest();
          peer.say("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
          peer.reply("final");
        })) {
      HttpReply reply = patient.send(get(server));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(text(reply)).isEqualTo("final");
      assertThat(reply.headers().value("Link")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"GET", "POST"})
  void doesNotUseAConnectionThatTheServerClosed(Method method) throws Exception {
    try (RawServer server = new RawServer(BrokenServerTest::replyOnce)) {
      HttpCall call = HttpCall.of(method, server.uri(), Map.of());

      assertThat(text(patient.send(call))).isEqualTo("1");
      assertThat(text(patient.send(call))).isEqualTo("2");
    }
  }

  @Test
  void doesNotTakeAnUnaskedReplyForItsOwn() throws Exception {
    try (RawServer server =
        new RawServer(peer -> {
          peer.awaitRequest();
          peer.reply(Integer.toString(peer.number()));
          peer.say("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
          peer.awaitEnd();
        })) {
      assertThat(text(patient.send(get(server)))).isEqualTo("1");
      assertThat(text(patient.send(get(server)))).isEqualTo("2");
    }
  }

  @Test
  void sendsAGetAgainWhenAUsedConnectionBreaks() throws Exception {
    try (RawServer server = new RawServer(BrokenServerTest::replyOnceAndCloseAtTheNext)) {
      assertThat(text(patient.send(get(server)))).isEqualTo("1");
      assertThat(text(patient.send(get(server)))).isEqualTo("2");
    }
  }

  @ParameterizedTest
  @EnumSource(value = Method.class, mode = EnumSource.Mode.EXCLUDE, names = "GET")
  void sendsNothingElseTwice(Method method) throws Exception {
    try (RawServer server = new RawServer(BrokenServerTest::replyOnceAndCloseAtTheNext)) {
      HttpCall call = HttpCall.of(method, server.uri(), Map.of());
      patient.send(call);

      assertThat(failure(patient, call).reason()).isEqualTo(Reason.BROKEN);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void doesNotUseAConnectionThatWasIdleForLong() throws Exception {
    try (RawServer server =
        new RawServer(peer -> {
          while (peer.awaitRequest() != null) {
            peer.reply(Integer.toString(peer.number()));
          }
        })) {
      assertThat(text(patient.send(get(server)))).isEqualTo("1");
      clock.advance(IDLE);
      assertThat(text(patient.send(get(server)))).isEqualTo("1");
      clock.advance(IDLE.plusMillis(1));
      assertThat(text(patient.send(get(server)))).isEqualTo("2");
    }
  }

  @Test
  void doesNotUseAConnectionThatTheServerWantsClosed() throws Exception {
    try (RawServer server =
        new RawServer(peer -> {
          peer.awaitRequest();
          peer.say("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\n");
          peer.say(Integer.toString(peer.number()));
          peer.awaitEnd();
        })) {
      assertThat(text(patient.send(get(server)))).isEqualTo("1");
      assertThat(text(patient.send(get(server)))).isEqualTo("2");
    }
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<TransportException> failure = new AtomicReference<>();
    AtomicReference<Boolean> interrupted = new AtomicReference<>();
    try (RawServer server =
        new RawServer(peer -> {
          peer.awaitRequest();
          asked.countDown();
          try {
            peer.awaitEnd();
          } finally {
            closed.countDown();
          }
        })) {
      Thread caller =
          Thread.ofPlatform()
              .start(() -> {
                failure.set(failure(patient, get(server)));
                interrupted.set(Thread.currentThread().isInterrupted());
              });
      asked.await();
      caller.interrupt();
      caller.join();

      assertThat(failure.get().reason()).isEqualTo(Reason.INTERRUPTED);
      assertThat(interrupted).hasValue(true);
      assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void doesNotBeginOnAnInterruptedThread() throws Exception {
    try (RawServer server = new RawServer(BrokenServerTest::replyOnce)) {
      Thread.currentThread().interrupt();
      try {
        assertThat(failure(patient, get(server)).reason()).isEqualTo(Reason.INTERRUPTED);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(text(patient.send(get(server)))).isEqualTo("1");
    }
  }

  private static void replyOnce(RawServer.Peer peer) throws IOException {
    peer.awaitRequest();
    peer.reply(Integer.toString(peer.number()));
  }

  private static void replyOnceAndCloseAtTheNext(RawServer.Peer peer) throws IOException {
    replyOnce(peer);
    peer.awaitRequest();
  }

  private HttpTransport transport(Duration read, Duration total) {
    return new HttpCoreTransport(new TransportLimits(NEVER, read, total, IDLE, 10_000_000), clock);
  }

  private static HttpCall get(RawServer server) {
    return HttpCall.of(Method.GET, server.uri(), Map.of());
  }

  private static TransportException failure(HttpTransport transport, HttpCall call) {
    return catchThrowableOfType(TransportException.class, () -> transport.send(call));
  }

  private static String text(HttpReply reply) {
    return new String(reply.body().bytes(), StandardCharsets.UTF_8);
  }
}
