package ai.equalto.lesserbody.local.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A TLS handshake in which nothing else is sent, and what it shows. */
final class Handshake {
  private static final long FEW_DAYS = 14;

  private final Witness witness;
  private final Clock clock;

  private Handshake(Witness witness, Clock clock) {
    this.witness = witness;
    this.clock = clock;
  }

  /** Shakes hands with the host, as a client does that checks its name. */
  static Handshake with(Target target, Trust trust, Duration timeout, Clock clock) {
    Witness witness = new Witness(trust.manager());
    int patience = Math.toIntExact(timeout.toMillis());
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(target.host(), target.port()), patience);
      plain.setSoTimeout(patience);
      var sockets = Trust.contextOf(witness).getSocketFactory();
      try (SSLSocket socket =
          (SSLSocket) sockets.createSocket(plain, target.host(), target.port(), true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
      }
    } catch (IOException e) {
      // What the witness has seen until then says why.
      return new Handshake(witness, clock);
    }
    return new Handshake(witness, clock);
  }

  /** The protocol; Java itself speaks none older than TLS 1.2. */
  Result protocol() {
    return witness
        .protocol()
        .map(agreed ->
            Result.ok(agreed.equals("TLSv1.3") ? agreed : agreed + "; 1.3 is not offered"))
        .orElseGet(() ->
            Result.failed(
                "no handshake with TLS 1.2 or 1.3",
                "Have the domain or proxy speak TLS 1.2 or newer (SecurityPolicy TLS_1_2), and"
                    + " check that this port speaks TLS at all."));
  }

  Result certificate() {
    return witness
        .certificate()
        .map(this::judge)
        .orElseGet(() -> Result.notRun("no certificate was shown"));
  }

  private Result judge(X509Certificate shown) {
    Instant now = clock.instant();
    Instant end = shown.getNotAfter().toInstant();
    if (end.isBefore(now)) {
      return Result.failed("expired at " + end, "Renew the certificate.");
    }
    Instant begin = shown.getNotBefore().toInstant();
    if (begin.isAfter(now)) {
      return Result.failed(
          "not valid before " + begin,
          "Set the clock of this machine, or wait until the certificate is valid.");
    }
    return witness
        .objection()
        .map(Handshake::refused)
        .orElseGet(() -> lifetime(Duration.between(now, end).toDays()));
  }

  private static Result lifetime(long days) {
    return days < FEW_DAYS
        ? Result.warning(
            "good for " + days + " days",
            "Renew the certificate; one of ACM renews itself only while its DNS record is there.")
        : Result.ok("valid for the host, good for " + days + " days");
  }

  /** Java tells a wrong name by its words alone: "No name matching", "No subject alternative". */
  private static Result refused(CertificateException objection) {
    return String.valueOf(objection.getMessage()).startsWith("No ")
        ? Result.failed(
            "not for this host", "Get a certificate that names the host, or use the host it names.")
        : Result.failed(
            "issued by nobody whom Java trusts",
            "Use a certificate of a public authority, and send its intermediate ones along.");
  }
}
