package ai.equalto.lesserbody;

import ai.equalto.lesserbody.auth.IamGrant;
import ai.equalto.lesserbody.auth.InstanceKey;
import ai.equalto.lesserbody.auth.ProtectedResource;
import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.auth.SigningKey;
import ai.equalto.lesserbody.auth.TrustedIssuer;
import ai.equalto.lesserbody.limit.RateLimits;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads settings one by one and collects what is wrong with them, to be told all at once. */
final class SettingReader {
  // These are compiled where there is something to match, which is rare.
  private static final String ORIGIN =
      "https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?";
  private static final String NAME = "[A-Za-z0-9_.-]{1,128}";

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  SettingReader(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The trimmed value; a blank one counts as not set. */
  Optional<String> text(Setting setting) {
    String value = environment.get(setting.name());
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }

  String required(Setting setting) {
    Optional<String> value = text(setting);
    if (value.isEmpty()) {
      report(setting, "is not set", setting.meaning());
    }
    return value.orElse("");
  }

  /** The value itself is never repeated. */
  Optional<SigningKey> secret(Setting setting) {
    Optional<String> value = text(setting);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get().startsWith("{")) {
      report(setting, "looks like JSON", "the plain secret");
      return Optional.empty();
    }
    try {
      return Optional.of(SigningKey.of(value.get()));
    } catch (IllegalArgumentException e) {
      report(setting, "is " + e.getMessage(), "a longer one");
      return Optional.empty();
    }
  }

  /** The value itself is never repeated. */
  Optional<InstanceKey> instanceKey(Setting setting) {
    try {
      return text(setting).map(InstanceKey::of);
    } catch (IllegalArgumentException e) {
      report(setting, "is " + e.getMessage(), "another one");
      return Optional.empty();
    }
  }

  /** Reports a setting that is not for Lambda. */
  void notInLambda(Setting setting, String wanted) {
    if (isInLambda() && text(setting).isPresent()) {
      report(setting, "is set", wanted);
    }
  }

  /** Reports whatever pretends to switch authentication off, which nothing does. */
  void noBypass() {
    if (isInLambda()) {
      for (String name : Bypasses.among(environment.keySet())) {
        problems.add(name + " is set; wanted: nothing of that name in Lambda, whatever its value");
      }
    }
  }

  private boolean isInLambda() {
    return environment.containsKey(LambdaEnvironment.FUNCTION_NAME);
  }

  /** Patterns of ARNs, each with an equals sign and its scopes. */
  List<IamGrant> iamGrants(Setting setting) {
    List<IamGrant> grants = new ArrayList<>();
    for (String entry : list(setting)) {
      // An ARN of IAM may hold an equals sign, scopes do not.
      int end = entry.lastIndexOf('=');
      try {
        grants.add(new IamGrant(entry.substring(0, Math.max(0, end)), scopes(entry, end + 1)));
      } catch (IllegalArgumentException e) {
        report(setting, got(entry) + ", " + e.getMessage(), "entries such as ARN=read write");
      }
    }
    return grants;
  }

  /** Issuers, each with its parameters behind semicolons. */
  List<TrustedIssuer> trustedIssuers(Setting setting) {
    Map<String, TrustedIssuer> issuers = new LinkedHashMap<>();
    for (String entry : list(setting)) {
      try {
        TrustedIssuer issuer = TrustedIssuer.parse(entry);
        if (SafeUrl.parse(issuer.id()).isEmpty()) {
          report(setting, got(entry), SafeUrl.WANTED);
        } else if (issuers.put(issuer.id(), issuer) != null) {
          report(setting, got(entry), "each issuer once");
        }
      } catch (IllegalArgumentException e) {
        report(
            setting,
            got(entry) + ", " + e.getMessage(),
            "entries such as https://issuer.example;client_id=one two;scope_prefix=lesser/");
      }
    }
    return List.copyOf(issuers.values());
  }

  private static Set<Scope> scopes(String entry, int start) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String token : entry.substring(start).strip().split(" +", -1)) {
      scopes.add(
          Scope.of(token).orElseThrow(() -> new IllegalArgumentException("an unknown scope")));
    }
    return scopes;
  }

  /** Names of scopes and tools, each with an equals sign and its limit. */
  RateLimits rateLimits(Setting setting) {
    try {
      return RateLimits.parse(list(setting));
    } catch (IllegalArgumentException e) {
      report(setting, got(e.getMessage()), "entries such as write=300/1m, from 1s to 24h");
      return RateLimits.DEFAULTS;
    }
  }

  /** What stands between commas and is not blank. */
  private List<String> list(Setting setting) {
    List<String> entries = new ArrayList<>();
    for (String entry : text(setting).orElse("").split(",", -1)) {
      if (!entry.isBlank()) {
        entries.add(entry.strip());
      }
    }
    return entries;
  }

  Optional<URI> url(Setting setting) {
    Optional<String> value = text(setting);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<URI> url = SafeUrl.parse(value.get());
    if (url.isEmpty()) {
      report(setting, got(value.get()), SafeUrl.WANTED);
    }
    return url;
  }

  Optional<URI> endpoint(Setting setting) {
    Optional<URI> url = url(setting);
    if (url.isPresent() && !url.get().getPath().endsWith(ProtectedResource.ENDPOINT_PATH)) {
      report(setting, got(url.get().toString()), "a URL that ends in /mcp");
    }
    return url;
  }

  Set<String> origins(Setting setting) {
    Set<String> origins = new LinkedHashSet<>();
    for (String origin : list(setting)) {
      if (origin.matches(ORIGIN)) {
        origins.add(origin);
      } else {
        report(setting, got(origin), "origins such as https://app.example:8443");
      }
    }
    return origins;
  }

  /** Names, separated by commas. */
  Set<String> names(Setting setting) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : list(setting)) {
      if (name.matches(NAME)) {
        names.add(name);
      } else {
        report(setting, got(name), "names, separated by commas");
      }
    }
    return names;
  }

  /** One of these words, the first of them if it is not set. */
  String choice(Setting setting, String... words) {
    String value = text(setting).orElse(words[0]);
    if (!List.of(words).contains(value)) {
      report(setting, got(value), String.join(" or ", words));
      return words[0];
    }
    return value;
  }

  /** A flag. */
  boolean flag(Setting setting) {
    return choice(setting, "false", "true").equals("true");
  }

  /** A flag that only a local run may set. */
  boolean localFlag(Setting setting) {
    String value = text(setting).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      report(setting, got(value), "true or false");
    } else if (value.equals("true") && isInLambda()) {
      report(setting, got(value), "false in Lambda");
    }
    return value.equals("true");
  }

  Duration minutes(Setting setting, int unset, int most) {
    return Duration.ofMinutes(number(setting, unset, most, "minutes"));
  }

  Duration seconds(Setting setting, int unset, int most) {
    return Duration.ofSeconds(number(setting, unset, most, "seconds"));
  }

  private int number(Setting setting, int unset, int most, String unit) {
    Optional<String> value = text(setting);
    if (value.isEmpty()) {
      return unset;
    }
    if (value.get().matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(value.get());
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    report(setting, got(value.get()), "whole " + unit + " from 1 to " + most);
    return unset;
  }

  /** Reports a setting that is of no use without another one. */
  void needs(Setting setting, Setting other) {
    if (text(setting).isPresent() && text(other).isEmpty()) {
      report(setting, "is set", other + " as well");
    }
  }

  /** Reports a setting that is of no use without one of two others. */
  void needsEither(Setting setting, Setting one, Setting other) {
    if (text(one).isEmpty() && text(other).isEmpty()) {
      report(setting, "is set", one + " or " + other + " as well");
    }
  }

  void failOnProblems() {
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }

  /** The value on one line, without what stands before the host of a URL: it may be a password. */
  private static String got(String value) {
    String line = value.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "?").replaceAll("//.*@", "//...@");
    return "is \"" + line + "\"";
  }

  private void report(Setting setting, String got, String wanted) {
    problems.add(setting.name() + " " + got + "; wanted: " + wanted);
  }
}
