package org.breachledger.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down guessing: after five wrong passwords for a name from one address the sign-in waits a
 * minute, and twice as long after each further one, up to an hour. Kept in memory, for the newest
 * ten thousand pairs of name and address.
 */
final class SignInThrottle {

  private static final int FREE = 5;
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int REMEMBERED = 10_000;

  private record Failures(int count, Instant until) {}

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  /** Whether this name may try again from this address. */
  synchronized boolean open(String name, String address) {
    Failures before = failures.get(key(name, address));
    return before == null || before.count() < FREE || !clock.instant().isBefore(before.until());
  }

  /** Notes a wrong password. */
  synchronized void failed(String name, String address) {
    Failures before = failures.remove(key(name, address));
    int count = before == null || forgotten(before) ? 1 : before.count() + 1;
    failures.put(key(name, address), new Failures(count, clock.instant().plus(pause(count))));
  }

  /** Notes a right password: the count begins anew. */
  synchronized void succeeded(String name, String address) {
    failures.remove(key(name, address));
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
    return name.strip().toLowerCase(Locale.ROOT) + "\n" + address;
  }
}
