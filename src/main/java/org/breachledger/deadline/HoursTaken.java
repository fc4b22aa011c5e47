package org.breachledger.deadline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.breachledger.incident.Moment.Span;

/**
 * The real hours between a start and what ended it; a range where a date-only value makes it one.
 *
 * @param shortest the shortest time possible
 * @param longest the longest time possible
 */
public record HoursTaken(Duration shortest, Duration longest) {

  private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

  /**
   * From the start to what ended it. What could be before or after its start took no time at least.
   */
  static HoursTaken between(Span start, Span end) {
    Duration shortest = Duration.between(start.latest(), end.earliest());
    Duration longest = Duration.between(start.earliest(), end.latest());
    boolean unclear = shortest.isNegative() && !longest.isNegative() && !longest.isZero();
    return new HoursTaken(unclear ? Duration.ZERO : shortest, longest);
  }

  static HoursTaken until(Span start, Instant now) {
    return between(start, new Span(now, now, false));
  }

  /** Hours with two decimals, {@code min..max} where they are a range. */
  public String written() {
    String least = hours(shortest);
    return shortest.equals(longest) ? least : least + ".." + hours(longest);
  }

  private static String hours(Duration taken) {
    BigDecimal seconds =
        BigDecimal.valueOf(taken.getSeconds()).add(BigDecimal.valueOf(taken.getNano(), 9));
    return seconds.divide(HOUR, 2, RoundingMode.HALF_UP).toPlainString();
  }
}
