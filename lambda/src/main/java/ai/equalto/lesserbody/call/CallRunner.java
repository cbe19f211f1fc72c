package ai.equalto.lesserbody.call;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditEvent.Outcome;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.Refusal;
import ai.equalto.lesserbody.schema.InvalidInputException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs calls. Every one passes here, whatever it is of: the scope is checked, the time limited, and
 * exactly one line left in the audit, whatever becomes of it.
 */
public final class CallRunner {
  private final TimeLimit timeLimit;
  private final AuditLog audit;
  private final Clock clock;

  public CallRunner(TimeLimit timeLimit, AuditLog audit, Clock clock) {
    this.timeLimit = timeLimit;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is to be done for a caller that may. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    CallOutcome<T> run(CallContext context) throws InvalidInputException, InputRequiredException;
  }

  /**
   * Checks the scope, does the work in the time there is, and records how it ended.
   *
   * @param offer what the caller named, if there is such a thing
   * @throws RuntimeException whatever broken work throws, after it was recorded
   */
  public <T> CallOutcome<T> run(
      AuditEvent.Kind kind, Optional<? extends Offer> offer, Invocation invocation, Work<T> work) {
    long start = clock.millis();
    Outcome recorded = Outcome.ERROR;
    try {
      CallOutcome<T> outcome =
          offer.isEmpty() ? new CallOutcome.NotFound<>() : checked(offer.get(), invocation, work);
      recorded = outcome.recorded();
      return outcome;
    } finally {
      record(kind, offer, invocation, recorded, Math.max(0, clock.millis() - start));
    }
  }

  /** Records as an error a call that is not made, because the request around it forbids it. */
  public void skip(AuditEvent.Kind kind, Optional<? extends Offer> offer, Invocation invocation) {
    record(kind, offer, invocation, Outcome.ERROR, 0);
  }

  /**
   * Refuses a call whose caller lacks the scope, and records it as such; for a place where a call
   * can be told, but not made.
   */
  public Optional<Refusal.InsufficientScope> refusal(
      AuditEvent.Kind kind, Optional<? extends Offer> offer, Invocation invocation) {
    Optional<Refusal.InsufficientScope> refusal =
        offer.flatMap(named -> missing(named, invocation));
    refusal.ifPresent(known -> record(kind, offer, invocation, Outcome.DENIED, 0));
    return refusal;
  }

  private static Optional<Refusal.InsufficientScope> missing(Offer offer, Invocation invocation) {
    return offer.isOpenTo(invocation.principal())
        ? Optional.empty()
        : Optional.of(new Refusal.InsufficientScope(offer.scope()));
  }

  private <T> CallOutcome<T> checked(Offer offer, Invocation invocation, Work<T> work) {
    Optional<Refusal.InsufficientScope> missing = missing(offer, invocation);
    if (missing.isPresent()) {
      return new CallOutcome.Denied<>(missing.get());
    }
    Optional<CallOutcome<T>> outcome =
        timeLimit.run(invocation.deadline(), () -> done(work, invocation));
    return outcome.isPresent() ? outcome.get() : new CallOutcome.TimedOut<>();
  }

  private static <T> CallOutcome<T> done(Work<T> work, Invocation invocation) {
    try {
      return work.run(new CallContext(invocation));
    } catch (InvalidInputException e) {
      return new CallOutcome.InvalidInput<>(e.getMessage());
    } catch (InputRequiredException e) {
      return asking(e.questions(), invocation.conversation().capabilities());
    }
  }

  private static <T> CallOutcome<T> asking(
      List<Question<?>> questions, Set<Capability> capabilities) {
    Set<Capability> missing = EnumSet.noneOf(Capability.class);
    questions.forEach(question -> missing.add(question.needs()));
    missing.removeAll(capabilities);
    if (missing.isEmpty()) {
      return new CallOutcome.InputRequired<>(questions);
    }
    return new CallOutcome.CannotAsk<>(missing);
  }

  private void record(
      AuditEvent.Kind kind,
      Optional<? extends Offer> offer,
      Invocation invocation,
      Outcome outcome,
      long durationMillis) {
    boolean known = offer.isPresent();
    audit.record(
        new AuditEvent.Call(
            kind,
            invocation.requestId(),
            invocation.principal().identity(),
            invocation.principal().proof().type(),
            known ? Optional.of(offer.get().auditName()) : Optional.empty(),
            known ? Optional.of(offer.get().scope().token()) : Optional.empty(),
            outcome,
            durationMillis,
            invocation.protocolVersion(),
            invocation.clientName()));
  }
}
