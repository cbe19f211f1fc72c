package ai.equalto.lesserbody.local.doctor;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Asks for TLS 1.1 and 1.0 (RFC 4346, RFC 2246), which RFC 8996 deprecates. Java no longer speaks
 * them, so the first message of a client is written out here, and the first byte that comes back
 * says whether the server would go on.
 */
final class OldTls {
  private static final int HANDSHAKE = 22;
  private static final int CLIENT_HELLO = 1;
  private static final int TLS_1_0 = 0x0301;
  private static final int TLS_1_1 = 0x0302;

  /** What servers of that time had: ECDHE and RSA with AES in CBC mode, and 3DES. */
  private static final List<Integer> CIPHER_SUITES =
      List.of(0xC009, 0xC00A, 0xC013, 0xC014, 0x002F, 0x0035, 0x000A);

  /** Groups secp256r1 and secp384r1 (extension 10), points uncompressed (11); RFC 8422. */
  private static final byte[] CURVES = {0, 10, 0, 6, 0, 4, 0, 23, 0, 24, 0, 11, 0, 2, 1, 0};

  private OldTls() {}

  static Result check(Target target, Duration timeout) {
    boolean old = isTaken(target, TLS_1_1, timeout) || isTaken(target, TLS_1_0, timeout);
    return old
        ? Result.failed(
            "TLS 1.1 or 1.0 is taken",
            "Set the security policy of the domain, proxy or distribution to TLS 1.2 at least.")
        : Result.ok("TLS 1.1 and 1.0 are not taken");
  }

  private static boolean isTaken(Target target, int version, Duration timeout) {
    int patience = Math.toIntExact(timeout.toMillis());
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(target.host(), target.port()), patience);
      socket.setSoTimeout(patience);
      socket.getOutputStream().write(hello(version, target.host()));
      return socket.getInputStream().read() == HANDSHAKE;
    } catch (IOException e) {
      // Cut off: that is a refusal too.
      return false;
    }
  }

  private static byte[] hello(int version, String host) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    out.writeShort(version);
    out.write(new byte[32]);
    out.writeByte(0);
    out.writeShort(2 * CIPHER_SUITES.size());
    for (int suite : CIPHER_SUITES) {
      out.writeShort(suite);
    }
    out.write(new byte[] {1, 0});
    byte[] name = serverName(host);
    out.writeShort(name.length + CURVES.length);
    out.write(name);
    out.write(CURVES);
    return record(body.toByteArray());
  }

  /** RFC 6066 section 3. */
  private static byte[] serverName(String host) throws IOException {
    byte[] name = host.getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream extension = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(extension);
    out.writeShort(0);
    out.writeShort(name.length + 5);
    out.writeShort(name.length + 3);
    out.writeByte(0);
    out.writeShort(name.length);
    out.write(name);
    return extension.toByteArray();
  }

  private static byte[] record(byte[] hello) throws IOException {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(record);
    out.writeByte(HANDSHAKE);
    out.writeShort(TLS_1_0);
    out.writeShort(hello.length + 4);
    out.writeByte(CLIENT_HELLO);
    out.writeByte(0);
    out.writeShort(hello.length);
    out.write(hello);
    return record.toByteArray();
  }
}
