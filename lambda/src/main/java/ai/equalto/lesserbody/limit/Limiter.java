package ai.equalto.lesserbody.limit;

import ai.equalto.lesserbody.auth.Recent;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A sliding log in slots, which all instances share: no span of time as long as the window ever has
 * more let through than the limit, but for what a store may give back twice; and what was let
 * through is forgotten a {@value Quota#SLOTS}th of the window late at most. See decision 13.
 *
 * <p>An instance refuses by itself what is too much by what it remembers of a tally, and all else
 * takes one conditional write, which also brings home what the others did. By now there can be more
 * than it remembers; and less only by what other instances gave back since: so much may it refuse
 * that would fit, until its window is over.
 */
final class Limiter {
  /**
   * Each failure brings the tally as it is; only others who write in between make the next fail.
   */
  private static final int ATTEMPTS = 8;

  private static final int REMEMBERED = 10_000;

  private final TallyStore store;
  private final Clock clock;
  private final Recent<String, Tally> remembered = new Recent<>(REMEMBERED);

  Limiter(TallyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Lets an amount through if it is within the quota, and counts it. */
  Verdict take(String key, Quota quota, long amount) {
    if (amount > quota.limit()) {
      return new Verdict.TooMuch();
    }
    try {
      return step(key, quota, amount, quota.limit());
    } catch (TallyStore.UnavailableException e) {
      return new Verdict.Unknown();
    }
  }

  /** Uses up the whole quota, whatever is left of it, so that nothing passes for a window. */
  Verdict exhaust(String key, Quota quota) {
    try {
      return step(key, quota, quota.limit(), Long.MAX_VALUE);
    } catch (TallyStore.UnavailableException e) {
      return new Verdict.Unknown();
    }
  }

  /** Takes back what was granted a moment ago, since nothing came of it. */
  void giveBack(String key, Verdict.Granted granted, long amount) {
    try {
      // What is remembered would be too much now, and refuse what is not.
      remembered.remove(key);
      store.giveBack(key, granted.slot(), amount);
    } catch (TallyStore.UnavailableException e) {
      // Then it stays counted, until it is forgotten.
    }
  }

  private Verdict step(String key, Quota quota, long amount, long limit) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Tally> known = remembered.get(key);
      Tally view = view(known, quota.slotAt(clock.instant()));
      if (limit - amount < view.used()) {
        return refused(view, quota, amount);
      }
      switch (store.take(key, plan(known, view, quota, amount, limit))) {
        case TallyStore.Taken.Yes(Tally now) -> {
          remembered.put(key, now);
          return granted(now, quota);
        }
        case TallyStore.Taken.No(Optional<Tally> actual) ->
            actual.ifPresentOrElse(
                tally -> remembered.put(key, tally), () -> remembered.remove(key));
      }
    }
    return new Verdict.Unknown();
  }

  /**
   * The tally as it stands now by the clock that is furthest ahead, which is the one that counts:
   * so a clock that is slow cannot bring back what was forgotten. One that is ahead by a window and
   * more is wrong, and must not stop everybody until its time comes.
   */
  private static Tally view(Optional<Tally> known, long slot) {
    return known
        .filter(tally -> tally.slot() - slot < Tally.LENGTH)
        .map(tally -> tally.at(slot))
        .orElseGet(() -> Tally.empty(slot));
  }

  private static TallyStore.Step plan(
      Optional<Tally> known, Tally view, Quota quota, long amount, long limit) {
    OptionalLong from =
        known.map(tally -> OptionalLong.of(tally.slot())).orElseGet(OptionalLong::empty);
    long growing = known.map(tally -> tally.counts().getFirst()).orElse(0L);
    return new TallyStore.Step(
        from,
        limit - amount - (view.used() - growing),
        view.slot(),
        amount,
        quota.forgets(view.slot()));
  }

  private static Verdict granted(Tally now, Quota quota) {
    long remaining = Math.max(0, quota.limit() - now.used());
    return new Verdict.Granted(
        now.slot(), remaining, quota.forgets(now.slotToForget(now.used() - 1)));
  }

  private static Verdict refused(Tally view, Quota quota, long amount) {
    long remaining = Math.max(0, quota.limit() - view.used());
    return new Verdict.Refused(remaining, quota.forgets(view.slotToForget(quota.limit() - amount)));
  }
}
