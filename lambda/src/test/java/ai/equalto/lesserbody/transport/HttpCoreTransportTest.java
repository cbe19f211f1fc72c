package ai.equalto.lesserbody.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.transport.HttpCall.Method;
import ai.equalto.lesserbody.transport.TransportException.Reason;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCoreTransportTest {
  private static final int MAX_BODY = 1000;
  private static final TransportLimits LIMITS =
      new TransportLimits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          MAX_BODY);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Integer> peers = ConcurrentHashMap.newKeySet();
  private final HttpTransport transport = new HttpCoreTransport(LIMITS, Clock.systemUTC());
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/echo", this::echo);
    server.createContext("/status/", HttpCoreTransportTest::status);
    server.createContext("/bytes/", exchange -> bytes(exchange, true));
    server.createContext("/chunks/", exchange -> bytes(exchange, false));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void sendsEveryMethod(Method method) throws TransportException {
    HttpReply reply = transport.send(HttpCall.of(method, at("/echo"), Map.of()));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(text(reply)).isEqualTo(method + " /echo ");
  }

  @ParameterizedTest
  @EnumSource(value = Method.class, mode = EnumSource.Mode.EXCLUDE, names = "GET")
  void sendsABodyWithEveryMethodButGet(Method method) throws TransportException {
    HttpCall call =
        new HttpCall(
            method,
            at("/echo"),
            Map.of("Content-Type", "application/json"),
            Optional.of(Body.of("{\"note\":\"é\"}")));

    HttpReply reply = transport.send(call);

    assertThat(text(reply)).isEqualTo(method + " /echo {\"note\":\"é\"}");
    assertThat(reply.headers().value("X-Content-Type")).contains("application/json");
    assertThat(reply.headers().value("X-Content-Length")).contains("13");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/echo?q=a%20b&c=%2F", "/echo//twice", "//other.example/echo", "/?"})
  void sendsPathAndQueryAsTheyAre(String target) throws Exception {
    assertThat(firstLine(target)).isEqualTo("GET " + target + " HTTP/1.1");
  }

  @Test
  void asksForTheRootWhereThereIsNoPath() throws Exception {
    assertThat(firstLine("")).isEqualTo("GET / HTTP/1.1");
    assertThat(firstLine("?q=a")).isEqualTo("GET /?q=a HTTP/1.1");
  }

  @Test
  void sendsAndReceivesHeaders() throws TransportException {
    HttpReply reply =
        transport.send(HttpCall.of(Method.GET, at("/echo"), Map.of("Authorization", "Bearer x")));

    assertThat(reply.headers().value("X-Host")).contains(at("/").getRawAuthority());
    assertThat(reply.headers().value("x-authorization")).contains("Bearer x");
    assertThat(reply.headers().value("X-TWICE")).contains("one, two");
    assertThat(reply.headers().value("X-Absent")).isEmpty();
  }

  @Test
  void returnsAReplyWithoutABody() throws TransportException {
    HttpReply reply = transport.send(HttpCall.of(Method.DELETE, at("/status/204"), Map.of()));

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.body().size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void returnsARedirectAndDoesNotFollowIt(int status) throws TransportException {
    HttpReply reply = transport.send(HttpCall.of(Method.GET, at("/status/" + status), Map.of()));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.headers().value("Location")).contains(at("/echo").toString());
    assertThat(peers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404, 422, 429, 500, 503})
  void returnsAnErrorAsAReply(int status) throws TransportException {
    HttpReply reply = transport.send(HttpCall.of(Method.GET, at("/status/" + status), Map.of()));

    assertThat(reply.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bytes/", "/chunks/"})
  void readsABodyAsLargeAsIsAllowed(String path) throws TransportException {
    HttpReply reply = transport.send(HttpCall.of(Method.GET, at(path + MAX_BODY), Map.of()));

    assertThat(reply.body().size()).isEqualTo(MAX_BODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bytes/", "/chunks/"})
  void refusesALargerBodyAndGoesOn(String path) throws TransportException {
    assertThat(failure(HttpCall.of(Method.GET, at(path + (MAX_BODY + 1)), Map.of())).reason())
        .isEqualTo(Reason.TOO_LARGE);

    assertThat(text(transport.send(HttpCall.of(Method.GET, at("/echo"), Map.of()))))
        .isEqualTo("GET /echo ");
  }

  @Test
  void readsTwoMebibytesUnlessToldOtherwise() {
    assertThat(TransportLimits.DEFAULT.bodyBytes()).isEqualTo(2_097_152);
  }

  @Test
  void usesItsConnectionAgain() throws TransportException {
    transport.send(HttpCall.of(Method.GET, at("/echo"), Map.of()));
    transport.send(new HttpCall(Method.POST, at("/echo"), Map.of(), Optional.of(Body.of("{}"))));
    transport.send(HttpCall.of(Method.DELETE, at("/status/204"), Map.of()));
    transport.send(HttpCall.of(Method.GET, at("/echo"), Map.of()));

    assertThat(peers).hasSize(1);
  }

  @Test
  void saysThatNobodyTookTheConnection() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    TransportException failure = failure(HttpCall.of(Method.POST, nobody, Map.of()));

    assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
    assertThat(failure).hasMessage("CONNECT: POST " + nobody);
  }

  @Test
  void saysThatThereIsNoSuchName() {
    URI nowhere = URI.create("http://nowhere.invalid/");

    assertThat(failure(HttpCall.of(Method.GET, nowhere, Map.of())).reason())
        .isEqualTo(Reason.CONNECT);
  }

  /** The first line of the request, as a server reads it. */
  private String firstLine(String target) throws Exception {
    try (RawServer raw = new RawServer(peer -> peer.reply(peer.awaitRequest()))) {
      String host = "http://127.0.0.1:" + raw.uri().getPort();
      return text(transport.send(HttpCall.of(Method.GET, URI.create(host + target), Map.of())));
    }
  }

  private TransportException failure(HttpCall call) {
    return catchThrowableOfType(TransportException.class, () -> transport.send(call));
  }

  private URI at(String target) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + target);
  }

  private static String text(HttpReply reply) {
    return new String(reply.body().bytes(), StandardCharsets.UTF_8);
  }

  private void echo(HttpExchange exchange) throws IOException {
    peers.add(exchange.getRemoteAddress().getPort());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String name : Set.of("Authorization", "Content-Type", "Content-Length", "Host")) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
          .ifPresent(value -> exchange.getResponseHeaders().set("X-" + name, value));
    }
    exchange.getResponseHeaders().add("X-Twice", "one");
    exchange.getResponseHeaders().add("X-Twice", "two");
    String text = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body;
    byte[] reply = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  private static void status(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String host = exchange.getRequestHeaders().getFirst("Host");
    exchange.getResponseHeaders().set("Location", "http://" + host + "/echo");
    exchange.sendResponseHeaders(Integer.parseInt(path.substring("/status/".length())), -1);
    exchange.close();
  }

  private static void bytes(HttpExchange exchange, boolean announced) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] reply = new byte[Integer.parseInt(path.substring(path.lastIndexOf('/') + 1))];
    exchange.sendResponseHeaders(200, announced ? reply.length : 0);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }
}
