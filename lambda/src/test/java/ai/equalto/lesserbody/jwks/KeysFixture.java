package ai.equalto.lesserbody.jwks;

import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.testkit.TestClock;
import ai.equalto.lesserbody.transport.HttpCoreTransport;
import ai.equalto.lesserbody.transport.TransportLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The keys of a real issuer, over real HTTP, and a clock that a test moves. */
final class KeysFixture implements AutoCloseable {
  static final TestKey RSA = TestKey.rsa("rsa-1");
  static final TestKey NEXT = TestKey.rsa("rsa-2");
  static final TestKey EC = TestKey.ec("ec-1");

  final TestIssuer issuer = new TestIssuer();
  final TestClock clock = new TestClock("2026-03-01T12:00:00Z");
  private final List<String> audit = new CopyOnWriteArrayList<>();
  private final String id;
  private final IssuerKeys keys;

  KeysFixture() {
    this("", IssuerKeys.LIMITS);
  }

  /**
   * @param path of the issuer's identifier
   */
  KeysFixture(String path, TransportLimits limits) {
    this.id = issuer.url() + path;
    this.keys =
        new IssuerKeys(
            id,
            new HttpCoreTransport(limits, Clock.systemUTC()),
            clock,
            new AuditLog(audit::add, clock));
    issuer.publishes(RSA, EC);
  }

  String id() {
    return id;
  }

  KeyAnswer find(String keyId, String algorithm) {
    return keys.find(keyId, algorithm, "request-1");
  }

  KeyAnswer find(TestKey key) {
    return find(key.id(), key.algorithm());
  }

  static KeyAnswer found(TestKey key) {
    return new KeyAnswer.Found(key.pair().getPublic());
  }

  void advance(Duration duration) {
    clock.advance(duration);
  }

  /** The reasons that the audit names, in order. */
  List<String> failures() {
    return audit.stream().map(line -> line.replaceAll(".*\"reason\":\"(\\w+)\".*", "$1")).toList();
  }

  List<String> audit() {
    return List.copyOf(audit);
  }

  @Override
  public void close() {
    issuer.close();
  }
}
