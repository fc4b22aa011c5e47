package org.breachledger.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.breachledger.incident.Sha256;

/**
 * Slows down guessing: after five wrong passwords for a name from one address the sign-in waits a
 * minute, and twice as long after each further one, up to an hour. Kept in memory, of each kind for
 * the newest ten thousand pairs of name and address, of which only a hash is kept, however long a
 * name somebody sends.
 *
 * <p>Who may try is counted as wrong until the answer is known, so that many tries at once are no
 * way around it.
 */
final class SignInThrottle {

  private static final int FREE = 5;
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int REMEMBERED = 10_000;

  /** What is guessed: many tries of one kind push none of another out. */
  enum Kind {
    PASSWORD,
    ADDRESS,
    CODE,
    OWN_PASSWORD,
    SET_UP_CODE
  }

  private record Failures(int count, Instant until) {}

  private static final class Newest extends LinkedHashMap<String, Failures> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
      return size() > REMEMBERED;
    }
  }

  private final Clock clock;
  private final Map<Kind, Newest> failures = new EnumMap<>(Kind.class);

  SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  /**
   * Whether this name may try from this address; if so the try is counted at once, and taken back
   * by {@link #succeeded}.
   */
  synchronized boolean begin(Kind kind, String name, String address) {
    String key = key(name, address);
    Newest kept = of(kind);
    Failures before = kept.get(key);
    if (before != null && before.count() >= FREE && clock.instant().isBefore(before.until())) {
      return false;
    }
    kept.remove(key);
    int count = before == null || forgotten(before) ? 1 : before.count() + 1;
    kept.put(key, new Failures(count, clock.instant().plus(pause(count))));
    return true;
  }

  /** Notes that the try was right: the count begins anew. */
  synchronized void succeeded(Kind kind, String name, String address) {
    of(kind).remove(key(name, address));
  }

  private Newest of(Kind kind) {
    return failures.computeIfAbsent(kind, none -> new Newest());
  }

  private boolean forgotten(Failures before) {
    return before.until().plus(LONGEST).isBefore(clock.instant());
  }

  private static Duration pause(int count) {
    if (count < FREE) {
      return Duration.ZERO;
    }
    Duration pause = FIRST.multipliedBy(1L << Math.min(count - FREE, 10));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  private static String key(String name, String address) {
    return Sha256.of(name.strip().toLowerCase(Locale.ROOT) + "\n" + address);
  }
}
