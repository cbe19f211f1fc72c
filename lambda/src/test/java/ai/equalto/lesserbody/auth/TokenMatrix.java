package ai.equalto.lesserbody.auth;

import static ai.equalto.lesserbody.auth.HookFixture.NOW;
import static ai.equalto.lesserbody.auth.HookFixture.claims;
import static ai.equalto.lesserbody.auth.HookFixture.signed;
import static ai.equalto.lesserbody.auth.HookFixture.times;
import static ai.equalto.lesserbody.auth.TestTokens.SECRET;
import static ai.equalto.lesserbody.auth.TestTokens.part;
import static ai.equalto.lesserbody.auth.TestTokens.sign;
import static ai.equalto.lesserbody.auth.TestTokens.signParts;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;

/** Tokens that no server may take, and what the audit has to say of each. */
final class TokenMatrix {
  /** What tokens must be meant for where {@code JWT_AUDIENCE} is set. */
  static final String AUDIENCE = "https://agent.example/Mcp";

  /** What they may name where it is not. */
  private static final String ENDPOINT = "https://agent.example/mcp";

  private static final String GOOD = TestTokens.of("alice", Scope.READ);
  private static final String CLAIMS = claims("");

  /** What a file is signed with that an attacker knows, such as an empty one. */
  private static final String KNOWN = "\0".repeat(32);

  private static final long DAY = 24 * 60 * 60;

  private TokenMatrix() {}

  /**
   * One of them.
   *
   * @param name what is hostile about it
   * @param reason what the audit has to say
   */
  record Row(String name, String token, String reason) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row row(String name, String token, String reason) {
    return new Row(name, token, reason);
  }

  /** Wherever the function runs. */
  static Stream<Row> always() {
    return Stream.of(
            algorithms(),
            unnamedAlgorithms(),
            headers(),
            keyIds(),
            signatures(),
            shapes(),
            payloads(),
            types(),
            lifetimes(),
            names())
        .flatMap(rows -> rows);
  }

  private static Row algorithm(String name, String hmac) {
    return row(
        name + " with " + hmac,
        sign("{\"alg\":\"" + name + "\"}", CLAIMS, hmac, SECRET),
        "unsupported");
  }

  private static Row unsigned(String algorithm) {
    String token = sign("{\"alg\":\"" + algorithm + "\"}", CLAIMS);
    return row(
        "alg " + algorithm + ", no signature",
        token.substring(0, token.lastIndexOf('.') + 1),
        "unsupported");
  }

  static Stream<Row> algorithms() {
    String rs256 = part("{\"alg\":\"RS256\"}") + "." + part(CLAIMS) + ".";
    return Stream.of(
        unsigned("none"),
        unsigned("None"),
        unsigned("nOnE"),
        algorithm("none", "HmacSHA256"),
        algorithm("hs256", "HmacSHA256"),
        algorithm("HS384", "HmacSHA384"),
        algorithm("HS512", "HmacSHA512"),
        algorithm("RS256", "HmacSHA256"),
        algorithm("PS256", "HmacSHA256"),
        algorithm("ES256", "HmacSHA256"),
        algorithm("EdDSA", "HmacSHA512"),
        row(
            "HS256 with HmacSHA512",
            sign(TestTokens.HS256, CLAIMS, "HmacSHA512", SECRET),
            "unsupported"),
        row(
            "ES256 with 64 bytes of HMAC",
            sign("{\"alg\":\"ES256\"}", CLAIMS, "HmacSHA512", SECRET),
            "unknown_issuer"),
        row("RS256 with 256 bytes of nothing", rs256 + part(new byte[256]), "unknown_issuer"),
        row(
            "RS256 of an issuer that is not trusted",
            part("{\"alg\":\"RS256\",\"kid\":\"1\"}")
                + "."
                + part(claims(",\"iss\":\"https://evil.example\""))
                + "."
                + part(new byte[256]),
            "unknown_issuer"));
  }

  static Stream<Row> unnamedAlgorithms() {
    return Stream.of(
        row("no alg", sign("{}", CLAIMS), "unsupported"),
        row("alg in a list", sign("{\"alg\":[\"HS256\"]}", CLAIMS), "unsupported"),
        row("alg twice", sign("{\"alg\":\"HS256\",\"alg\":\"none\"}", CLAIMS), "unsupported"),
        row("ALG", sign("{\"ALG\":\"HS256\"}", CLAIMS), "unsupported"),
        row("look-alike alg", sign("{\"\\u0430lg\":\"HS256\"}", CLAIMS), "unsupported"));
  }

  private static Row header(String field) {
    return row(
        "header with " + field, sign("{\"alg\":\"HS256\"," + field + "}", CLAIMS), "unsupported");
  }

  private static Row offer(String field) {
    return row(
        "key offered as " + field,
        sign("{\"alg\":\"HS256\"," + field + "}", CLAIMS, "HmacSHA256", KNOWN),
        "bad_signature");
  }

  static Stream<Row> headers() {
    String key = "\"jwk\":{\"kty\":\"oct\",\"k\":\"" + part(KNOWN) + "\"}";
    return Stream.of(
        header("\"crit\":[\"exp\"]"),
        header("\"crit\":[]"),
        header("\"crit\":[\"b64\"],\"b64\":false"),
        header("\"b64\":false"),
        header("\"zip\":\"DEF\""),
        header(key),
        header("\"x5c\":[\"AAAA\"]"),
        header("\"enc\":\"A256GCM\""),
        offer("\"jku\":\"https://evil.example/keys\""),
        offer("\"x5u\":\"https://evil.example/cert\""),
        row(
            "header with a mark of byte order",
            sign("\ufeff" + TestTokens.HS256, CLAIMS),
            "unsupported"),
        row(
            "header in UTF-16",
            signParts(
                part(TestTokens.HS256.getBytes(StandardCharsets.UTF_16)) + "." + part(CLAIMS),
                "HmacSHA256",
                SECRET),
            "unsupported"));
  }

  private static String misnamed(String kid) {
    return sign("{\"alg\":\"HS256\",\"kid\":" + kid + "}", CLAIMS, "HmacSHA256", KNOWN);
  }

  static Stream<Row> keyIds() {
    return Stream.of(
        offer("\"kid\":\"../../../../dev/null\""),
        offer("\"kid\":\"' UNION SELECT 'x\""),
        offer("\"kid\":\"a\\u0000b\""),
        offer("\"kid\":\"" + "k".repeat(4000) + "\""),
        offer("\"kid\":\"\""),
        row("kid is a number", misnamed("7"), "bad_claims"),
        row("kid is a list", misnamed("[\"1\"]"), "bad_claims"),
        offer("\"kid\":{}"));
  }

  static Stream<Row> signatures() {
    String unsigned = GOOD.substring(0, GOOD.lastIndexOf('.') + 1);
    String signature = GOOD.substring(unsigned.length());
    return Stream.of(
        row(
            "another key",
            sign(TestTokens.HS256, CLAIMS, "HmacSHA256", SECRET + "x"),
            "bad_signature"),
        row(
            "signature of other claims",
            sign(TestTokens.HS256, claims(",\"scope\":\"admin\""))
                .replaceFirst("[^.]+$", signature),
            "bad_signature"),
        row("signature of zeros", unsigned + part(new byte[32]), "bad_signature"),
        row("no signature", unsigned, "unsupported"),
        row("signature cut by a character", GOOD.substring(0, GOOD.length() - 1), "unsupported"),
        row("signature cut by a byte", unsigned + part(new byte[31]), "unsupported"),
        row("signature with a byte more", unsigned + part(new byte[33]), "unsupported"),
        row("signature with padding", GOOD + "=", "unsupported"),
        row(
            "signature in standard base64",
            unsigned + Base64.getEncoder().encodeToString(new byte[] {-1, -2, -3, -4}),
            "unsupported"));
  }

  static Stream<Row> shapes() {
    String[] parts = GOOD.split("\\.", -1);
    return Stream.of(
        row("a dot in front", "." + GOOD, "unsupported"),
        row("a dot behind", GOOD + ".", "unsupported"),
        row("two parts", parts[0] + "." + parts[1], "unsupported"),
        row("four parts", GOOD + "." + parts[2], "unsupported"),
        row("a blank inside", GOOD.replace(".", " ."), "not_bearer"),
        row("a tab inside", parts[0] + "\t." + parts[1] + "." + parts[2], "not_bearer"),
        row("a line end inside", parts[0] + "\n." + parts[1] + "." + parts[2], "not_bearer"),
        row("a comma behind", GOOD + ",", "not_bearer"),
        row("the token twice", GOOD + "," + GOOD, "not_bearer"),
        row("in quotes", "\"" + GOOD + "\"", "not_bearer"),
        row("detached payload", parts[0] + ".." + parts[2], "unsupported"),
        row("JSON instead of a token", "{\"payload\":\"" + parts[1] + "\"}", "not_bearer"),
        row(
            "a JWE",
            part("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "..AAAA.AAAA.AAAA",
            "unsupported"),
        row(
            "longer than any token",
            signed(claims(",\"x\":\"" + "x".repeat(8192) + "\"")),
            "unsupported"));
  }

  private static Row payload(String name, byte[] payload) {
    String parts = part(TestTokens.HS256) + "." + part(payload);
    return row(name, signParts(parts, "HmacSHA256", SECRET), "bad_claims");
  }

  private static Row bad(String name, String claims) {
    return row(name, signed(claims), "bad_claims");
  }

  static Stream<Row> payloads() {
    return Stream.of(
        row("payload with a mark of byte order", signed("\ufeff" + CLAIMS), "unsupported"),
        payload("payload in UTF-16", CLAIMS.getBytes(StandardCharsets.UTF_16)),
        payload("payload in UTF-32", CLAIMS.getBytes(StandardCharsets.UTF_32)),
        payload(
            "payload with an overlong form",
            "{\"username\":\"\u00c0\u00af\"}".getBytes(StandardCharsets.ISO_8859_1)),
        bad("claims twice", claims(",\"username\":\"root\"")),
        bad("expiry twice", claims(",\"exp\":99999999999")),
        bad("escaped claim twice", claims(",\"user\\u006eame\":\"root\"")),
        bad("claims in a list", "[" + CLAIMS + "]"),
        bad("claims that are a text", "\"alice\""),
        bad("two objects", CLAIMS + CLAIMS),
        bad("a token inside of a token", GOOD),
        bad("deep nesting", claims(",\"x\":" + "[".repeat(64) + "]".repeat(64))),
        bad("a number of many digits", claims(",\"x\":1" + "0".repeat(400))),
        bad("a huge name", "{\"username\":\"" + "a".repeat(257) + "\"," + CLAIMS.substring(21)));
  }

  private static Row typed(String claim, String value) {
    String others =
        "{\"username\":\"alice\",\"iat\":%d,\"exp\":%d,\"nbf\":%d}".formatted(NOW, NOW + 60, NOW);
    return bad(
        claim + " is " + value,
        others.replaceFirst("\"" + claim + "\":[^,}]*", "\"" + claim + "\":" + value));
  }

  static Stream<Row> types() {
    Stream<Row> times =
        Stream.of("iat", "exp", "nbf")
            .flatMap(claim ->
                Stream.of("true", "\"1772366460\"", "[1772366460]", "{}", "1e999")
                    .map(value -> typed(claim, value)));
    Stream<Row> others =
        Stream.of(
            typed("iat", "null"),
            typed("exp", "null"),
            typed("username", "null"),
            typed("username", "7"),
            typed("username", "true"),
            typed("username", "[\"alice\"]"),
            typed("username", "{}"));
    return Stream.concat(times, others);
  }

  static Stream<Row> lifetimes() {
    String now = "" + NOW;
    String ahead = "" + (NOW + 60);
    return Stream.of(
        row("expires now", signed(times(now, now)), "expired"),
        row("expired a second ago", signed(times(now, "" + (NOW - 1))), "expired"),
        row("expired at the beginning of time", signed(times(now, "0")), "expired"),
        row("aged a day and a second", signed(times("" + (NOW - DAY - 1), ahead)), "too_old"),
        row(
            "aged a day and a second, for ever",
            signed(times("" + (NOW - DAY - 1), "1e10")),
            "too_old"),
        row(
            "issued in 61 seconds",
            signed(times("" + (NOW + 61), "" + (NOW + 90))),
            "not_yet_valid"),
        row("valid in 61 seconds", signed(claims(",\"nbf\":" + (NOW + 61))), "not_yet_valid"),
        bad("no expiry", "{\"username\":\"alice\",\"iat\":" + NOW + "}"),
        bad("no issue", "{\"username\":\"alice\",\"exp\":" + ahead + "}"),
        bad("times that wrap around", times("9223372036854775807", "9223372036854775807")));
  }

  private static Row named(String name) {
    return bad(
        "username is " + name,
        "{\"username\":\"%s\",\"iat\":%d,\"exp\":%d}".formatted(name, NOW, NOW + 60));
  }

  static Stream<Row> names() {
    String nameless = ",\"iat\":%d,\"exp\":%d}".formatted(NOW, NOW + 60);
    return Stream.of(
        named(""),
        named("instance"),
        named("iam:arn:aws:iam::123456789012:role/Agent"),
        named("issuer:https://issuer.example|alice"),
        named("alice\\u0000"),
        named("alice "),
        named("ali\\u200bce"),
        named("\\u202ealice"),
        named("alice\\ud800"),
        bad("sub alone", "{\"sub\":\"alice\"" + nameless),
        bad("Username", "{\"Username\":\"alice\"" + nameless),
        bad("look-alike username", "{\"usern\\u0430me\":\"alice\"" + nameless),
        bad("username of full width", "{\"\\uff55sername\":\"alice\"" + nameless));
  }

  private static Row meant(String audience) {
    return row("aud is " + audience, signed(claims(",\"aud\":" + audience)), "wrong_audience");
  }

  private static Stream<Row> meantForAnother(String name) {
    return Stream.of(
        meant("\"https://other.example/mcp\""),
        meant("\"" + name + "/\""),
        meant("\"" + name.substring(0, name.length() - 1) + "\""),
        meant("\"" + name + ".evil.example\""),
        meant("\"" + name.toUpperCase(Locale.ROOT) + "\""),
        meant("\" " + name + "\""),
        meant("\"https://other.example " + name + "\""),
        meant("\"\""),
        meant("[]"),
        meant("[\"https://other.example/mcp\"]"),
        meant("[[\"" + name + "\"]]"),
        meant("[null]"),
        meant("{\"" + name + "\":true}"),
        meant("7"),
        meant("true"),
        meant("null"));
  }

  /** Where {@code JWT_AUDIENCE} is not set. */
  static Stream<Row> withoutAudience() {
    return Stream.concat(always(), meantForAnother(ENDPOINT));
  }

  /** Where it is set. */
  static Stream<Row> withAudience() {
    return Stream.concat(
        meantForAnother(AUDIENCE),
        Stream.of(
            meant("\"" + ENDPOINT + "\""),
            row("no aud", signed(CLAIMS), "wrong_audience"),
            row("Aud", signed(claims(",\"Aud\":\"" + AUDIENCE + "\"")), "wrong_audience"),
            row(
                "look-alike aud",
                signed(claims(",\"\\u0430ud\":\"" + AUDIENCE + "\"")),
                "wrong_audience")));
  }
}
