package ai.equalto.lesserbody.local.doctor;

import ai.equalto.lesserbody.mcp.Revision;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the checks, in their order, against one endpoint. Changes nothing there. */
public final class Doctor {
  private static final Duration PLAIN_TIMEOUT = Duration.ofSeconds(3);
  private static final Result NO_TOKEN = Result.notRun("give a token by --token-file");
  private static final Result NO_ORIGIN = Result.notRun("give a web origin by --origin");
  private static final Result NO_TLS = Result.notRun("the URL is http on this machine");

  private final Visit visit;
  private final Target target;
  private final Trust trust;
  private final Clock clock;
  private final Map<Check, Result> results = new EnumMap<>(Check.class);

  /** A doctor for one visit. */
  public Doctor(Visit visit, Trust trust, Clock clock) {
    this.visit = visit;
    this.target = visit.target();
    this.trust = trust;
    this.clock = clock;
  }

  /** One of the checks. */
  @FunctionalInterface
  private interface Examination {
    Result run() throws IOException, InterruptedException;
  }

  /** A finding for each check, in their order. */
  public List<Finding> examine() throws InterruptedException {
    if (isReached()) {
      try (Probe probe = new Probe(visit.timeout(), trust.context())) {
        documents(probe);
        challenges(probe);
        token(probe);
        browser(probe);
        AnswerChecks all = new AnswerChecks(probe.answers());
        results.put(Check.LEAKS, all.leaks());
      }
    }
    Result unreached = Result.notRun("the endpoint was not reached");
    return Arrays.stream(Check.values())
        .map(check -> new Finding(check, redacted(results.getOrDefault(check, unreached))))
        .toList();
  }

  private Result redacted(Result result) {
    return visit.token().map(result::redacted).orElse(result);
  }

  private boolean isReached() throws InterruptedException {
    ConnectionChecks connection = new ConnectionChecks(target, visit.timeout());
    results.put(Check.DNS, connection.dns());
    if (failed()) {
      return false;
    }
    results.put(Check.CONNECTION, connection.connection());
    if (failed()) {
      return false;
    }
    tls();
    return !failed();
  }

  private boolean failed() {
    return results.values().stream().anyMatch(result -> result.status() == Status.FAILED);
  }

  private void tls() throws InterruptedException {
    if (!target.isTls()) {
      List.of(Check.PLAIN_HTTP, Check.TLS_PROTOCOL, Check.TLS_CERTIFICATE, Check.TLS_OLD)
          .forEach(check -> results.put(check, NO_TLS));
      return;
    }
    try (Probe probe = new Probe(PLAIN_TIMEOUT, trust.context())) {
      results.put(Check.PLAIN_HTTP, ConnectionChecks.plainHttp(probe, target.plainHealth()));
    }
    Handshake handshake = Handshake.with(target, trust, visit.timeout(), clock);
    results.put(Check.TLS_PROTOCOL, handshake.protocol());
    results.put(Check.TLS_CERTIFICATE, handshake.certificate());
    results.put(Check.TLS_OLD, OldTls.check(target, visit.timeout()));
  }

  private void documents(Probe probe) throws InterruptedException {
    DocumentChecks documents = new DocumentChecks(target, probe, clock);
    run(Check.HEALTH, documents::health);
    run(Check.CLOCK, documents::clock);
    run(Check.DISCOVERY, documents::discovery);
    run(Check.METADATA, documents::metadata);
    run(Check.METADATA_SHORT, documents::shortMetadata);
    run(Check.METADATA_PLACE, documents::place);
    run(Check.AUTHORIZATION_SERVERS, new AuthorizationServerCheck(target, probe)::run);
  }

  private void challenges(Probe probe) throws InterruptedException {
    ChallengeChecks challenges = new ChallengeChecks(target, probe);
    run(Check.CHALLENGE, challenges::withoutToken);
    run(Check.BAD_TOKEN, challenges::withBadToken);
    run(Check.GET, challenges::get);
    run(Check.IAM, challenges::iam);
  }

  private void token(Probe probe) throws InterruptedException {
    Optional<TokenChecks> given =
        visit.token().map(token -> new TokenChecks(target, token, probe, clock));
    if (given.isEmpty()) {
      Arrays.stream(Check.values())
          .filter(check -> check.group() == Group.TOKEN)
          .forEach(check -> results.put(check, NO_TOKEN));
      return;
    }
    TokenChecks checks = given.get();
    results.put(Check.TOKEN, checks.token());
    run(Check.REVISION_2026_07_28, checks::discover);
    run(Check.REVISION_2025_11_25, () -> checks.initialize(Revision.V2025_11_25));
    run(Check.REVISION_2025_06_18, () -> checks.initialize(Revision.V2025_06_18));
    run(Check.REVISION_2025_03_26, () -> checks.initialize(Revision.V2025_03_26));
    run(Check.TOOLS_LIST, checks::toolsList);
    run(Check.TOOLS_CALL, checks::toolsCall);
    run(Check.SCOPE, checks::scope);
    AnswerChecks answers = new AnswerChecks(probe.answers());
    results.put(Check.RATE_LIMIT, answers.rateLimit());
    results.put(Check.NO_STORE, answers.noStore());
  }

  private void browser(Probe probe) throws InterruptedException {
    BrowserChecks browser = new BrowserChecks(target, probe);
    if (visit.origin().isPresent()) {
      String origin = visit.origin().get();
      run(Check.CORS_PREFLIGHT, () -> browser.preflight(origin));
      run(Check.CORS_CHALLENGE, () -> browser.challenge(origin));
    } else {
      results.put(Check.CORS_PREFLIGHT, NO_ORIGIN);
      results.put(Check.CORS_CHALLENGE, NO_ORIGIN);
    }
    run(Check.CORS_FOREIGN, browser::foreign);
  }

  private void run(Check check, Examination examination) throws InterruptedException {
    try {
      results.put(check, examination.run());
    } catch (IOException e) {
      results.put(
          check,
          Result.failed(
              "no answer: " + e.getMessage(),
              "Try a longer --timeout; if it stays so, look for the request in the logs of the"
                  + " gateway and the function."));
    }
  }
}
