package ai.equalto.lesserbody.local.doctor;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/** Believes what the usual trust manager believes, and remembers what it was shown. */
final class Witness extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager judge;
  private Optional<String> protocol = Optional.empty();
  private Optional<X509Certificate> certificate = Optional.empty();
  private Optional<CertificateException> objection = Optional.empty();

  Witness(X509ExtendedTrustManager judge) {
    this.judge = judge;
  }

  /** The protocol that was agreed on. */
  Optional<String> protocol() {
    return protocol;
  }

  /** The server's own certificate, believed or not. */
  Optional<X509Certificate> certificate() {
    return certificate;
  }

  /** Why it is not believed. */
  Optional<CertificateException> objection() {
    return objection;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    protocol = Optional.of(((SSLSocket) socket).getHandshakeSession().getProtocol());
    certificate = Optional.of(chain[0]);
    try {
      judge.checkServerTrusted(chain, type, socket);
    } catch (CertificateException e) {
      objection = Optional.of(e);
      throw e;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judge.checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judge.checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    judge.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judge.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judge.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }
}
