package ai.equalto.lesserbody.lesser;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.TestPrincipals;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.testkit.Kit;
import ai.equalto.lesserbody.transport.HttpCoreTransport;
import ai.equalto.lesserbody.transport.HttpTransport;
import ai.equalto.lesserbody.transport.TransportLimits;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An instance on loopback that answers what a test tells it to, in this order. */
final class StubInstance implements AutoCloseable {
  static final String TOKEN = "token-of-alice";

  private final HttpServer server;
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();

  /** What is answered. */
  record Reply(int status, Map<String, String> headers, String body) {}

  /** What came. */
  record Sent(String line, Headers headers, String body) {
    String header(String name) {
      return headers.getFirst(name);
    }
  }

  StubInstance() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers next with this JSON, whose quotes may be single ones. */
  StubInstance answers(String json) {
    return answers(200, json);
  }

  StubInstance answers(int status, String json, String... namesAndValues) {
    Map<String, String> headers = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    synchronized (replies) {
      replies.add(new Reply(status, headers, json.replace('\'', '"')));
    }
    return this;
  }

  List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** The first lines of all requests. */
  List<String> lines() {
    return sent.stream().map(Sent::line).toList();
  }

  /** The tools on this instance, called by alice with her token. */
  Kit kit(Scope... scopes) {
    return kit(TestTokens.CLOCK, Optional.of(url())).as(alice(scopes)).at(TestTokens.CLOCK);
  }

  static Kit kit(Clock clock, Optional<URI> base) {
    HttpTransport transport = new HttpCoreTransport(TransportLimits.DEFAULT, clock);
    return Kit.of(LesserPack.create(transport, base, clock, new Random(1)));
  }

  static Principal alice(Scope... scopes) {
    return TestPrincipals.withToken("alice", TOKEN, scopes);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    sent.add(new Sent(line, exchange.getRequestHeaders(), body));
    Reply reply;
    synchronized (replies) {
      reply = replies.isEmpty() ? new Reply(599, Map.of(), "unexpected") : replies.poll();
    }
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
