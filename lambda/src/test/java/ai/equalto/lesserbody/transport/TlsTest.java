package ai.equalto.lesserbody.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.equalto.lesserbody.transport.HttpCall.Method;
import ai.equalto.lesserbody.transport.TransportException.Reason;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String PASSWORD = "for-this-test-only";
  private static final Set<Integer> PEERS = ConcurrentHashMap.newKeySet();

  private static SSLContext context;
  private static HttpsServer server;

  private final HttpTransport trusting =
      new HttpCoreTransport(
          TransportLimits.DEFAULT, () -> context.getSocketFactory(), Clock.systemUTC());

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    context = context(keyOfLocalhost(folder.resolve("key.p12")));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          PEERS.add(exchange.getRemoteAddress().getPort());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void talksToATrustedServerAndUsesItsConnectionAgain() throws TransportException {
    PEERS.clear();
    assertThat(trusting.send(get("localhost")).status()).isEqualTo(204);
    assertThat(trusting.send(get("localhost")).status()).isEqualTo(204);
    assertThat(PEERS).hasSize(1);
  }

  @Test
  void sendsNothingToAServerThatIsNotTrusted() {
    HttpTransport plain = new HttpCoreTransport(TransportLimits.DEFAULT, Clock.systemUTC());

    TransportException failure = failure(plain, get("localhost"));

    assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
    assertThat(failure).hasCauseInstanceOf(SSLException.class);
  }

  @Test
  void sendsNothingToAServerWithACertificateOfAnotherName() {
    TransportException failure = failure(trusting, get("127.0.0.1"));

    assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
    assertThat(failure).hasCauseInstanceOf(SSLException.class);
  }

  @Test
  void stopsWithinTheHandshakeWhenItsThreadIsInterrupted() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    try (RawServer silent =
        new RawServer(peer -> {
          assertThat(peer.in().read()).isNotNegative();
          begun.countDown();
          peer.awaitEnd();
        })) {
      HttpCall call =
          HttpCall.of(
              Method.GET, URI.create("https://localhost:" + silent.uri().getPort()), Map.of());
      Thread caller = Thread.currentThread();
      Thread.ofPlatform()
          .start(() -> {
            awaitQuietly(begun);
            caller.interrupt();
          });

      assertThat(failure(trusting, call).reason()).isEqualTo(Reason.INTERRUPTED);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpCall get(String host) {
    URI uri = URI.create("https://" + host + ":" + server.getAddress().getPort() + "/");
    return HttpCall.of(Method.GET, uri, Map.of());
  }

  private static TransportException failure(HttpTransport transport, HttpCall call) {
    return catchThrowableOfType(TransportException.class, () -> transport.send(call));
  }

  /** The JDK makes certificates with its command alone. */
  private static KeyStore keyOfLocalhost(Path file) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "localhost",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static SSLContext context(KeyStore own) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("localhost", own.getCertificate("localhost"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext made = SSLContext.getInstance("TLS");
    made.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return made;
  }
}
