package org.breachledger.recurrence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A series of incidents drawn against what chance alone would do.
 *
 * @param kind what a point is and how the limits were found
 * @param points the oldest first; of a chart of months every month, those without an incident
 *     included
 * @param limits empty where there are too few points to draw any honestly
 * @param signals what the rules find in it, the oldest first; none without limits
 */
public record ControlChart(
    Kind kind, List<Point> points, Optional<Limits> limits, List<Signal> signals) {

  /** What a point is and how the limits were found. */
  public enum Kind {
    /** Incidents of each month; limits three times the root of the mean about the mean (c). */
    COUNTS,
    /**
     * Incidents of each month where they come in clusters; limits 2.66 mean moving ranges about the
     * mean (XmR).
     */
    INDIVIDUALS,
    /**
     * Days since the incident before, for what is rare: the higher, the better. The centre halves
     * the waits chance would make, ln 2 times their mean; the upper limit is the mean and three
     * times its spread (g). There is no lower limit above 0.
     */
    DAYS_BETWEEN
  }

  /**
   * A point.
   *
   * @param day the first day of its month, or the day of its incident
   * @param value incidents, or days since the one before
   */
  public record Point(LocalDate day, double value) {}

  /**
   * The three lines of a chart.
   *
   * @param lower 0 or more
   * @param upper a point on a limit is still within it
   */
  public record Limits(double lower, double centre, double upper) {}

  /** What a chart is looked through for. */
  public enum Rule {
    /** One point above the upper or below the lower limit. */
    BEYOND_LIMIT,
    /** So many points in a row on one side of the centre; one on the centre ends the row. */
    RUN
  }

  /**
   * Something chance does not easily explain.
   *
   * @param first the position of its first point, from 0
   * @param last the position of its last point, inclusive
   * @param above whether the points lie above the centre
   */
  public record Signal(Rule rule, int first, int last, boolean above) {}

  /** Copies the lists. */
  public ControlChart {
    points = List.copyOf(points);
    signals = List.copyOf(signals);
  }
}
