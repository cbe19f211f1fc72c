package ai.equalto.lesserbody.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections, with certificates that are made for the test and signed by themselves. */
class DoctorTlsTest {
  private static final String PASSWORD = "of a test";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  @TempDir private static Path folder;
  private static KeyStore ours;

  @BeforeAll
  static void makeCertificate() throws Exception {
    ours = certificate("localhost");
  }

  /** Good for 90 days, for this host. */
  private static KeyStore certificate(String host) throws Exception {
    Path file = folder.resolve(host + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-validity",
                "90",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static SSLContext identity(KeyStore store) throws Exception {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** The store as one of certificates alone, as only those in such entries are trusted. */
  private static Trust trustIn(KeyStore store) throws Exception {
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    authorities.setCertificateEntry("it", store.getCertificate(store.aliases().nextElement()));
    return Trust.in(authorities);
  }

  private static Map<Check, Result> examine(Target target, Trust trust, Clock clock)
      throws InterruptedException {
    Visit visit = new Visit(target, Optional.empty(), Optional.empty(), TIMEOUT);
    Map<Check, Result> results = new EnumMap<>(Check.class);
    new Doctor(visit, trust, clock)
        .examine()
        .forEach(finding -> results.put(finding.check(), finding.result()));
    return results;
  }

  private static Clock daysAhead(int days) {
    return Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
  }

  @Test
  void findsNothingWrongWithAGoodCertificate() throws Exception {
    try (FakeEndpoint endpoint = FakeEndpoint.startTls(identity(ours))) {
      Map<Check, Result> results = examine(endpoint.target(), trustIn(ours), Clock.systemUTC());

      assertThat(results.get(Check.TLS_PROTOCOL)).isEqualTo(Result.ok("TLSv1.3"));
      assertThat(results.get(Check.TLS_CERTIFICATE))
          .isEqualTo(Result.ok("valid for the host, good for 89 days"));
      assertThat(results.get(Check.TLS_OLD).status()).isEqualTo(Status.OK);
      assertThat(results.get(Check.HEALTH).status()).isEqualTo(Status.OK);
    }
  }

  @Test
  void saysWhatIsWrongWithACertificateAndSendsNothing() throws Exception {
    KeyStore foreign = certificate("other.example");
    try (FakeEndpoint endpoint = FakeEndpoint.startTls(identity(ours));
        FakeEndpoint other = FakeEndpoint.startTls(identity(foreign))) {
      Target target = endpoint.target();
      Result old = examine(target, trustIn(ours), daysAhead(80)).get(Check.TLS_CERTIFICATE);
      Map<Check, Result> unknown = examine(target, Trust.usual(), Clock.systemUTC());
      Result tooOld = examine(target, Trust.usual(), daysAhead(91)).get(Check.TLS_CERTIFICATE);
      Result tooNew = examine(target, Trust.usual(), daysAhead(-2)).get(Check.TLS_CERTIFICATE);
      Result wrongHost =
          examine(other.target(), trustIn(foreign), Clock.systemUTC()).get(Check.TLS_CERTIFICATE);

      assertThat(old.status()).isEqualTo(Status.WARNING);
      assertThat(old.seen()).isEqualTo("good for 9 days");
      assertThat(unknown.get(Check.TLS_CERTIFICATE).seen()).startsWith("issued by nobody");
      assertThat(unknown.get(Check.HEALTH).status()).isEqualTo(Status.NOT_RUN);
      assertThat(tooOld.seen()).startsWith("expired at");
      assertThat(tooNew.seen()).startsWith("not valid before");
      assertThat(wrongHost.seen()).isEqualTo("not for this host");
      assertThat(other.seen()).isEmpty();
    }
  }

  @Test
  void findsAPortThatSpeaksNoTls() throws Exception {
    try (FakeEndpoint endpoint = FakeEndpoint.start()) {
      Target target =
          new Target(
              URI.create(endpoint.target().endpoint().toString().replace("http:", "https:")));
      Map<Check, Result> results = examine(target, Trust.usual(), Clock.systemUTC());

      assertThat(results.get(Check.TLS_PROTOCOL).status()).isEqualTo(Status.FAILED);
      assertThat(results.get(Check.TLS_CERTIFICATE).status()).isEqualTo(Status.NOT_RUN);
    }
  }

  @Test
  void findsAServerThatTakesOldTls() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("localhost"))) {
      Thread helper = Thread.startVirtualThread(() -> answerWithAHello(server));
      Target target = Target.parse("https://localhost:" + server.getLocalPort() + "/mcp");

      Result result = OldTls.check(target, TIMEOUT);

      assertThat(result.status()).isEqualTo(Status.FAILED);
      assertThat(result.fix()).contains("TLS 1.2");
      helper.join();
    }
  }

  /** The beginning of a ServerHello, by which a server goes on. */
  private static void answerWithAHello(ServerSocket server) {
    try (Socket client = server.accept();
        OutputStream out = client.getOutputStream()) {
      out.write(new byte[] {22, 3, 2, 0, 4});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void warnsOfAServerThatAnswersWithoutTlsToo() throws Exception {
    try (FakeEndpoint endpoint = FakeEndpoint.start();
        Probe probe = new Probe(TIMEOUT, Trust.usual().context())) {
      URI health = endpoint.target().beside("/healthz");
      Result open = ConnectionChecks.plainHttp(probe, health);
      endpoint.replace("GET /healthz", 301, "");
      Result redirected = ConnectionChecks.plainHttp(probe, health);

      assertThat(open.status()).isEqualTo(Status.WARNING);
      assertThat(redirected.status()).isEqualTo(Status.OK);
      assertThat(ConnectionChecks.plainHttp(probe, closed().beside("/healthz")).status())
          .isEqualTo(Status.OK);
    }
  }

  /** Where a server was a moment ago. */
  private static Target closed() throws IOException {
    try (FakeEndpoint endpoint = FakeEndpoint.start()) {
      return endpoint.target();
    }
  }

  @Test
  void findsAHostThatIsNotThere() throws Exception {
    Target nowhere = Target.parse("https://doctor.invalid/mcp");
    Map<Check, Result> results = examine(nowhere, Trust.usual(), Clock.systemUTC());

    assertThat(results.get(Check.DNS).status()).isEqualTo(Status.FAILED);
    assertThat(results.get(Check.CONNECTION).status()).isEqualTo(Status.NOT_RUN);
  }

  @Test
  void findsAPortThatIsClosed() throws Exception {
    Map<Check, Result> results = examine(closed(), Trust.usual(), Clock.systemUTC());

    assertThat(results.get(Check.CONNECTION).status()).isEqualTo(Status.FAILED);
    assertThat(results.get(Check.HEALTH).status()).isEqualTo(Status.NOT_RUN);
  }
}
