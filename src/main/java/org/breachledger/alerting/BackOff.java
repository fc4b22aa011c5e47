package org.breachledger.alerting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a message waits after each failed attempt, and when it is given up: nine attempts over
 * about three days, so that a mail server may be away for a weekend.
 */
public final class BackOff {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofHours(30));

  private BackOff() {}

  /**
   * The wait before the next attempt; empty where there is none.
   *
   * @param failed how many attempts have failed, 1 or more
   */
  public static Optional<Duration> after(int failed) {
    return failed <= WAITS.size() ? Optional.of(WAITS.get(failed - 1)) : Optional.empty();
  }
}
