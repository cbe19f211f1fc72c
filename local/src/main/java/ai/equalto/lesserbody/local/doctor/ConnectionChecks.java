package ai.equalto.lesserbody.local.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/** Can the host be found and reached, and only with TLS? */
final class ConnectionChecks {
  private final Target target;
  private final Duration timeout;

  ConnectionChecks(Target target, Duration timeout) {
    this.target = target;
    this.timeout = timeout;
  }

  Result dns() {
    try {
      int addresses = InetAddress.getAllByName(target.host()).length;
      return Result.ok(addresses == 1 ? "1 address" : addresses + " addresses");
    } catch (UnknownHostException e) {
      return Result.failed(
          "there is no host " + target.host(),
          "Check the spelling, or make the DNS record of the custom domain (an alias to the"
              + " domain name that API Gateway gives it).");
    }
  }

  Result connection() {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(target.host(), target.port()), Math.toIntExact(timeout.toMillis()));
      return Result.ok("port " + target.port() + " is open");
    } catch (IOException e) {
      return Result.failed(
          "nothing answers at port " + target.port(),
          "Check the port, a firewall or VPN between here and there, and whether the server runs.");
    }
  }

  /** Whether a document can also be had without TLS; whoever asks so may send a token so too. */
  static Result plainHttp(Probe probe, URI plain) throws InterruptedException {
    try {
      Answer answer = probe.get(plain);
      return answer.isSuccess()
          ? Result.warning(
              "the server answers without TLS too",
              "Close port 80 at the proxy or distribution, or have it redirect to https.")
          : Result.ok("port 80 serves nothing: " + answer.words());
    } catch (IOException e) {
      return Result.ok("port 80 does not answer");
    }
  }
}
