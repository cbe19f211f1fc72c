package ai.equalto.lesserbody.auth;

import ai.equalto.lesserbody.audit.AuditEvent;
import ai.equalto.lesserbody.audit.AuditLog;
import ai.equalto.lesserbody.auth.SecretSourceException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps what a stored secret is good for, and asks for it anew: after five minutes, and at most
 * every thirty seconds when something did not verify. The version before counts for a grace after
 * the current one was stored. The store is asked by one thread at a time, never by that of a
 * request, which waits a moment and goes on with what is there; while the store is away, what was
 * there last is good for an hour. A failure is never kept.
 *
 * @param <R> what verifies
 */
final class SecretCache<R> {
  private final SecretSource source;
  private final SecretReading<R> reading;
  private final CacheLimits limits;
  private final AuditLog audit;
  private final Clock clock;

  private Optional<Kept<R>> kept = Optional.empty();
  private Optional<Flight> inFlight = Optional.empty();
  private Instant lastFlight = Instant.MIN;
  private Instant lastForced = Instant.MIN;

  /** What was fetched; the wider ring counts until the grace is over. */
  private record Kept<R>(
      SecretVersions versions, R withPrevious, R alone, Instant graceEnds, Instant askedAt) {
    R at(Instant now) {
      return now.isBefore(graceEnds) ? withPrevious : alone;
    }

    Kept<R> askedAgain(Instant now) {
      return new Kept<>(versions, withPrevious, alone, graceEnds, now);
    }
  }

  /** One question to the store, which any number of requests may wait for. */
  private record Flight(Instant askedAt, long nanos, CompletableFuture<Void> over) {}

  SecretCache(
      SecretSource source,
      SecretReading<R> reading,
      CacheLimits limits,
      AuditLog audit,
      Clock clock) {
    this.source = source;
    this.reading = reading;
    this.limits = limits;
    this.audit = audit;
    this.clock = clock;
  }

  /** What counts now. The same object as long as it is the same. */
  Optional<R> get() {
    Instant now = clock.instant();
    flightIfDue(now).ifPresent(this::await);
    return usable(clock.instant());
  }

  /** The same after another look, unless there was such a look a moment ago. */
  Optional<R> renewed() {
    // What is under way may have left before the rotation that is looked for.
    running(clock.instant()).ifPresent(this::await);
    forcedFlight(clock.instant()).ifPresent(this::await);
    return usable(clock.instant());
  }

  private synchronized Optional<R> usable(Instant now) {
    return keptAt(now).map(value -> value.at(now));
  }

  private Optional<Kept<R>> keptAt(Instant now) {
    return kept.filter(value -> now.isBefore(value.askedAt().plus(limits.usable())));
  }

  private synchronized Optional<Flight> flightIfDue(Instant now) {
    if (kept.filter(value -> now.isBefore(value.askedAt().plus(limits.fresh()))).isPresent()) {
      return Optional.empty();
    }
    return running(now)
        .or(() -> {
          Duration pause = keptAt(now).isPresent() ? limits.pause() : limits.pauseWithoutAny();
          return isOver(lastFlight, pause, now) ? Optional.of(takeOff(now)) : Optional.empty();
        });
  }

  private synchronized Optional<Flight> forcedFlight(Instant now) {
    return running(now)
        .or(() -> {
          if (!isOver(lastForced, limits.pause(), now)) {
            return Optional.empty();
          }
          lastForced = now;
          return Optional.of(takeOff(now));
        });
  }

  private static boolean isOver(Instant last, Duration pause, Instant now) {
    return last.equals(Instant.MIN) || !now.isBefore(last.plus(pause));
  }

  /** One that a frozen function took into its sleep is not waited for. */
  private synchronized Optional<Flight> running(Instant now) {
    return inFlight.filter(flight -> now.isBefore(flight.askedAt().plus(limits.longestFlight())));
  }

  private Flight takeOff(Instant now) {
    Flight flight = new Flight(now, System.nanoTime(), new CompletableFuture<>());
    inFlight = Optional.of(flight);
    lastFlight = now;
    Thread thread = new Thread(() -> fly(flight), "secret");
    thread.setDaemon(true);
    thread.start();
    return flight;
  }

  private void fly(Flight flight) {
    try {
      SecretVersions versions = source.fetch();
      land(flight, prepared(versions, flight.askedAt()));
    } catch (SecretSourceException e) {
      fail(flight, e.reason());
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      fail(flight, Reason.BROKEN);
    } finally {
      end(flight);
    }
  }

  private Kept<R> prepared(SecretVersions versions, Instant askedAt) throws SecretSourceException {
    String current = SecretText.read(versions.current().stored());
    R alone = reading.read(current, List.of());
    R withPrevious = alone;
    if (versions.previous().isPresent()) {
      try {
        String previous = SecretText.read(versions.previous().get().stored());
        withPrevious = reading.read(current, List.of(previous));
      } catch (SecretSourceException unusable) {
        // Nothing can have been signed with it.
        withPrevious = alone;
      }
    }
    return new Kept<>(
        versions,
        withPrevious,
        alone,
        versions.current().createdAt().plus(limits.grace()),
        askedAt);
  }

  private void land(Flight flight, Kept<R> fetched) {
    boolean rotated;
    synchronized (this) {
      if (!isOurs(flight)) {
        return;
      }
      Optional<Kept<R>> known = kept.filter(old -> old.versions().areSameAs(fetched.versions()));
      rotated = kept.filter(old -> !currentId(old).equals(currentId(fetched))).isPresent();
      kept = Optional.of(known.map(old -> old.askedAgain(fetched.askedAt())).orElse(fetched));
    }
    if (rotated) {
      audit.record(
          new AuditEvent.SecretRotated(
              reading.name(),
              currentId(fetched),
              fetched.versions().previous().map(SecretVersion::id),
              fetched.graceEnds()));
    }
  }

  private static String currentId(Kept<?> kept) {
    return kept.versions().current().id();
  }

  private void fail(Flight flight, Reason reason) {
    boolean stale;
    synchronized (this) {
      if (!isOurs(flight)) {
        return;
      }
      stale = keptAt(clock.instant()).isPresent();
    }
    audit.record(new AuditEvent.SecretUnavailable(reading.name(), reason.name(), stale));
  }

  /** The answer of one that was given up may be older than what came since. */
  private boolean isOurs(Flight flight) {
    return inFlight.filter(flight::equals).isPresent();
  }

  private void end(Flight flight) {
    synchronized (this) {
      inFlight = inFlight.filter(current -> !current.equals(flight));
    }
    flight.over().complete(null);
  }

  /** Counted from when it left, so that a store that hangs costs all requests together one wait. */
  private void await(Flight flight) {
    boolean hasAny = usable(clock.instant()).isPresent();
    Duration patience = hasAny ? limits.patience() : limits.patienceWithoutAny();
    long left = patience.toNanos() - (System.nanoTime() - flight.nanos());
    try {
      flight.over().get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing ends it so", e);
    }
  }
}
