package ai.equalto.lesserbody.auth;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a request for revocation asks to take back. */
sealed interface RevocationWish {
  /** A token (RFC 7009 section 2.1). */
  record OfToken(AccessToken token) implements RevocationWish {}

  /** The token that an issuer gave this {@code jti}. */
  record OfJti(String issuer, String jti) implements RevocationWish {}

  /** All that was issued to somebody before a time. */
  record OfIdentity(String identity, Instant issuedBefore) implements RevocationWish {}

  /** Longer than any id of a token has to be. */
  int MAX_LENGTH = 1024;

  /**
   * Reads the parameters of a form: {@code token}; or {@code jti}, and {@code iss} unless the
   * Lesser instance issued it; or {@code identity} and {@code issued_before}, now unless it is
   * given. Others are ignored.
   *
   * @param issuers whether there is an issuer of a name
   * @throws InvalidException if none or several of them are there, or one is malformed
   */
  static RevocationWish of(Map<String, String> form, Instant now, Predicate<String> issuers)
      throws InvalidException {
    if (Stream.of("token", "jti", "identity").filter(form::containsKey).count() != 1) {
      throw new InvalidException("One of token, jti and identity must be there.");
    }
    if (form.containsKey("iss") && !form.containsKey("jti")) {
      throw new InvalidException("The parameter iss goes with jti.");
    }
    if (form.containsKey("issued_before") && !form.containsKey("identity")) {
      throw new InvalidException("The parameter issued_before goes with identity.");
    }
    if (form.containsKey("token")) {
      return new OfToken(new AccessToken(form.get("token")));
    }
    return form.containsKey("jti")
        ? new OfJti(issuer(form, issuers), jti(form.get("jti")))
        : new OfIdentity(identity(form.get("identity")), time(form, now));
  }

  /** Of any other issuer there is nothing to take back, and who asks would believe that it was. */
  private static String issuer(Map<String, String> form, Predicate<String> issuers)
      throws InvalidException {
    String issuer = form.getOrDefault("iss", TokenId.LESSER);
    if (!issuers.test(issuer)) {
      throw new InvalidException("The parameter iss names no issuer whose tokens are taken here.");
    }
    return issuer;
  }

  private static String jti(String jti) throws InvalidException {
    if (jti.length() > MAX_LENGTH) {
      throw new InvalidException("The jti is longer than " + MAX_LENGTH + " characters.");
    }
    return jti;
  }

  /** Callers by IAM and by the key of the instance have no tokens, and would go on unhindered. */
  private static String identity(String identity) throws InvalidException {
    if (!Identity.hasTokens(identity)) {
      throw new InvalidException(
          "The identity is none of those who come with tokens. For a caller by AWS IAM change its"
              + " grant, for the instance replace its key.");
    }
    return identity;
  }

  private static Instant time(Map<String, String> form, Instant now) throws InvalidException {
    Optional<String> given = Optional.ofNullable(form.get("issued_before"));
    try {
      Instant time = given.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant).orElse(now);
      if (time.isAfter(now) || time.isBefore(Instant.EPOCH)) {
        throw new InvalidException("The time issued_before lies in the future, or before 1970.");
      }
      return time;
    } catch (DateTimeParseException e) {
      throw new InvalidException("The time issued_before is not one of RFC 3339.");
    }
  }

  /** The form asks for nothing that can be done; the message repeats nothing of it. */
  final class InvalidException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidException(String message) {
      super(message);
    }
  }
}
