package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.local.token.Lifetime;
import ai.equalto.lesserbody.local.token.TokenMinter;
import ai.equalto.lesserbody.local.token.TokenRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has a running server take back what was issued, as an operator with the scope admin. */
@Command(
    name = "revoke",
    description = "Revokes a token, or all that was issued to an identity.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RevokeCommand implements Callable<Integer> {
  /** Holds a token with the scope admin for a server that is not on this machine. */
  private static final String TOKEN = "MCP_TOKEN";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String ENDPOINT_PATH = "/mcp";

  private final Host host;
  private final InputStream in;

  @Spec private CommandSpec spec;

  @Mixin private PortOption port;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "MCP endpoint of another server, which takes the token in MCP_TOKEN; else the local one.")
  private URI url;

  @ArgGroup(multiplicity = "1")
  private Subject subject;

  @Option(
      names = "--issuer",
      paramLabel = "ISSUER",
      description = "Who gave the --jti; else the Lesser instance.")
  private String issuer;

  @Option(
      names = "--issued-before",
      paramLabel = "TIME",
      description = "What was issued to the --identity later stays good (RFC 3339); else now.")
  private String issuedBefore;

  /** Picocli fills in the one that was typed; the rest stays null. */
  private static final class Subject {
    @Option(
        names = "--token",
        required = true,
        paramLabel = "TOKEN",
        description = "The token; - reads it from standard input, out of the shell's history.")
    private String token;

    @Option(names = "--jti", required = true, paramLabel = "ID", description = "A token's id.")
    private String jti;

    @Option(
        names = "--identity",
        required = true,
        paramLabel = "NAME",
        description = "Whose tokens.")
    private String identity;
  }

  RevokeCommand(Host host, InputStream in) {
    this.host = host;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<String, String> form = form();
    URI endpoint = endpoint();
    RevocationCall call = new RevocationCall(endpoint, bearer());
    RevocationCall.Outcome outcome = call.send(form);
    (outcome.done() ? spec.commandLine().getOut() : spec.commandLine().getErr())
        .println(outcome.message());
    return outcome.done() ? 0 : 1;
  }

  private Map<String, String> form() throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    if (issuer != null && subject.jti == null) {
      throw mistyped("--issuer goes with --jti");
    }
    if (issuedBefore != null && subject.identity == null) {
      throw mistyped("--issued-before goes with --identity");
    }
    put(form, "token", "-".equals(subject.token) ? standardInput() : subject.token);
    put(form, "jti", subject.jti);
    put(form, "iss", issuer);
    put(form, "identity", subject.identity);
    put(form, "issued_before", time());
    return form;
  }

  private static void put(Map<String, String> form, String name, String value) {
    Optional.ofNullable(value).ifPresent(given -> form.put(name, given));
  }

  private String standardInput() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private String time() {
    try {
      return issuedBefore == null ? null : OffsetDateTime.parse(issuedBefore).toString();
    } catch (DateTimeParseException e) {
      throw mistyped("--issued-before wants a time such as 2026-07-28T12:00:00Z");
    }
  }

  private URI endpoint() {
    if (url == null) {
      return URI.create("http://127.0.0.1:" + port.number(host) + ENDPOINT_PATH);
    }
    // A token of an operator must not be readable on its way.
    boolean safe =
        url.getHost() != null
            && ("https".equals(url.getScheme())
                || ("http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost())));
    if (!safe || !url.getPath().endsWith(ENDPOINT_PATH)) {
      throw mistyped("--url wants an https URL that ends in /mcp (http on loopback only)");
    }
    return url;
  }

  private String bearer() throws IOException {
    if (url != null) {
      return host.variable(TOKEN)
          .orElseThrow(
              () -> mistyped("--url needs a token with the scope admin in the variable " + TOKEN));
    }
    var request =
        new TokenRequest(
            "operator",
            Set.of(Scope.ADMIN),
            Lifetime.parse("60s"),
            host.variable("JWT_AUDIENCE").map(URI::create));
    return new TokenMinter(host.secret(), host.clock()).mint(request);
  }

  private ParameterException mistyped(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
