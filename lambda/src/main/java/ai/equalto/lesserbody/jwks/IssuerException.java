package ai.equalto.lesserbody.jwks;

import ai.equalto.lesserbody.transport.TransportException;

/** No keys came from an issuer. Says nothing in the words of the network. */
final class IssuerException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with what came. */
  enum Fault {
    /** Neither a document nor, where that was asked for, that it is as it was. */
    STATUS,
    /** Not a JSON object. */
    NOT_JSON,
    /** The metadata are those of another issuer. */
    WRONG_ISSUER,
    /** The metadata name no place that keys may be fetched from. */
    BAD_KEYS_URI,
    /** No key set lies there. */
    NO_KEY_SET
  }

  private final String reason;

  IssuerException(Fault fault) {
    super(fault.name());
    this.reason = fault.name();
  }

  IssuerException(TransportException failed) {
    super(failed);
    this.reason = failed.reason().name();
  }

  /** A constant, for the audit. */
  String reason() {
    return reason;
  }
}
