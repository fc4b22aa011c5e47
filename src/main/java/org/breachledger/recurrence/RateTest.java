package org.breachledger.recurrence;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * What two counts can bear: the exact conditional binomial test of the current count given the sum,
 * with days as exposure, and the rate ratio with its Clopper–Pearson interval.
 *
 * @param ratio current per day over previous per day; empty where the previous count is 0
 * @param low lower end of the 95 % interval; empty where there is no incident
 * @param high upper end; empty where it is infinite or there is no incident
 * @param p two-sided central probability; empty where there is no incident
 * @param least the p that no incident at all in this half would have had: no fall can have a
 *     smaller one; 1 where there is no incident
 */
public record RateTest(
    OptionalDouble ratio, OptionalDouble low, OptionalDouble high, OptionalDouble p, double least) {

  private static final double TAIL = 0.025;
  private static final RateTest NOTHING =
      new RateTest(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          1);

  /**
   * Tests two counts.
   *
   * @param previous incidents in the half before
   * @param previousDays its days, at least 1
   * @param current incidents in this half
   * @param currentDays its days, at least 1
   */
  public static RateTest of(int previous, long previousDays, int current, long currentDays) {
    int sum = previous + current;
    if (sum == 0) {
      return NOTHING;
    }
    double share = (double) currentDays / (previousDays + currentDays);
    double odds = (double) previousDays / currentDays;
    BinomialDistribution distribution = BinomialDistribution.of(sum, share);
    double p = twoSided(distribution, current);
    double noneLeft = Math.min(1, 2 * distribution.probability(0));
    return new RateTest(
        previous == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) current / previous * odds),
        OptionalDouble.of(current == 0 ? 0 : odds * odds(low(current, sum))),
        previous == 0 ? OptionalDouble.empty() : OptionalDouble.of(odds * odds(high(current, sum))),
        OptionalDouble.of(p),
        noneLeft);
  }

  /** Whether any fall with so few incidents could be told from chance. */
  public boolean couldShowAFall(double significance) {
    return least < significance;
  }

  private static double twoSided(BinomialDistribution distribution, int current) {
    double atMost = distribution.cumulativeProbability(current);
    double atLeast = current == 0 ? 1 : distribution.survivalProbability(current - 1);
    return Math.min(1, 2 * Math.min(atMost, atLeast));
  }

  private static double low(int current, int sum) {
    return BetaDistribution.of(current, sum - current + 1.0).inverseCumulativeProbability(TAIL);
  }

  private static double high(int current, int sum) {
    return BetaDistribution.of(current + 1.0, sum - current).inverseSurvivalProbability(TAIL);
  }

  private static double odds(double probability) {
    return probability / (1 - probability);
  }
}
