package org.breachledger.deadline;

import java.time.Duration;
import java.util.Optional;
import org.breachledger.incident.Moment.Span;

/**
 * One of the bands in which the ICO publishes how long organisations took to notify.
 *
 * @param code its name in exports
 * @param words its name in papers
 * @param lower where it begins; empty for the first band
 * @param upper where it ends; empty for the last band
 */
public record DelayBand(String code, String words, Optional<Edge> lower, Optional<Edge> upper) {

  /**
   * An end of a band.
   *
   * @param hours from becoming aware
   * @param inclusive whether exactly so many hours belong to this band
   */
  public record Edge(int hours, boolean inclusive) {}

  /**
   * Whether the time from start to end lies in this band, however the dates are read. What surely
   * ended before it began is a slip of a date, and in no band.
   */
  boolean surelyHolds(Span start, Span end) {
    Duration shortest = Duration.between(start.latest(), end.earliest());
    Duration longest = Duration.between(start.earliest(), end.latest());
    if (longest.isNegative() || (longest.isZero() && end.open())) {
      return false;
    }
    return lower.filter(edge -> !above(shortest, start.open(), edge)).isEmpty()
        && upper.filter(edge -> !below(longest, end.open(), edge)).isEmpty();
  }

  private static boolean above(Duration shortest, boolean open, Edge edge) {
    int order = shortest.compareTo(Duration.ofHours(edge.hours()));
    return order > 0 || (order == 0 && (open || edge.inclusive()));
  }

  private static boolean below(Duration longest, boolean open, Edge edge) {
    int order = longest.compareTo(Duration.ofHours(edge.hours()));
    return order < 0 || (order == 0 && (open || edge.inclusive()));
  }
}
