package org.breachledger.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every pair of counts from 0 to 60: the verdict by the count rule; p against the exact sum in
 * whole numbers; the interval against bisection of a direct sum. Tolerance: 1e-12 for p, 1e-9 of
 * its value for each end of the interval.
 */
class EveryCountPairTest {

  private static final int MOST = 60;
  private static final double[] LOG_FACTORIALS = logFactorials(2 * MOST);

  @ParameterizedTest(name = "{0} days before, {1} now")
  @CsvSource({"184, 181", "181, 184", "183, 183", "30, 335"})
  void theProbabilityIsTheExactSum(int previousDays, int currentDays) {
    for (int previous = 0; previous <= MOST; previous++) {
      for (int current = 0; current <= MOST; current++) {
        RateTest test = RateTest.of(previous, previousDays, current, currentDays);
        if (previous + current == 0) {
          assertThat(test.p()).isEmpty();
        } else {
          assertThat(test.p().orElseThrow())
              .as(previous + " before, " + current + " now")
              .isCloseTo(exact(previous, previousDays, current, currentDays), within(1e-12));
        }
      }
    }
  }

  @Test
  void theIntervalIsWhereEachTailHoldsTwoAndAHalfPerCent() {
    long previousDays = 184;
    long currentDays = 181;
    double odds = (double) previousDays / currentDays;
    for (int previous = 0; previous <= MOST; previous++) {
      for (int current = 0; current <= MOST; current++) {
        RateTest test = RateTest.of(previous, previousDays, current, currentDays);
        int sum = previous + current;
        if (sum == 0) {
          assertThat(test.low()).isEmpty();
          assertThat(test.high()).isEmpty();
        } else {
          String pair = previous + " before, " + current + " now";
          double low = current == 0 ? 0 : odds * ratio(lower(current, sum));
          assertThat(test.low().orElseThrow()).as(pair).isCloseTo(low, within(low * 1e-9));
          if (previous == 0) {
            assertThat(test.high()).as(pair).isEmpty();
          } else {
            double high = odds * ratio(upper(current, sum));
            assertThat(test.high().orElseThrow()).as(pair).isCloseTo(high, within(high * 1e-9));
          }
        }
      }
    }
  }

  /** Whether even no incident now would be below 5 per cent, in whole numbers. */
  @Test
  void tooFewToTellIsWhereNotEvenNoneWouldTell() {
    for (int previous = 0; previous <= MOST; previous++) {
      for (int current = 0; current <= MOST; current++) {
        boolean could = previous + current > 0 && exact(previous + current, 184, 0, 181) < 0.05;
        assertThat(RateTest.of(previous, 184, current, 181).couldShowAFall(0.05))
            .as(previous + " before, " + current + " now")
            .isEqualTo(could);
      }
    }
  }

  @Test
  void theVerdictIsThePolicysCountRule() {
    for (int previous = 0; previous <= MOST; previous++) {
      for (int current = 0; current <= MOST; current++) {
        assertThat(Verdict.of(previous, current).name())
            .as(previous + " before, " + current + " now")
            .isEqualTo(byTheTable(previous, current));
      }
    }
  }

  private static String byTheTable(int previous, int current) {
    if (previous > 0 && current == 0) {
      return "CEASED";
    }
    if (0 < current && current < previous) {
      return "REDUCED";
    }
    if (current >= previous && previous > 0) {
      return "NOT_REDUCED";
    }
    return current > 0 ? "NEW" : "NONE";
  }

  /** Twice the smaller tail of Bin(sum, now / both), at most 1, summed as whole numbers. */
  private static double exact(int previous, int previousDays, int current, int currentDays) {
    int sum = previous + current;
    BigInteger now = BigInteger.valueOf(currentDays);
    BigInteger before = BigInteger.valueOf(previousDays);
    BigInteger atMost = BigInteger.ZERO;
    BigInteger atLeast = BigInteger.ZERO;
    BigInteger ways = BigInteger.ONE;
    for (int k = 0; k <= sum; k++) {
      BigInteger term = ways.multiply(now.pow(k)).multiply(before.pow(sum - k));
      atMost = k <= current ? atMost.add(term) : atMost;
      atLeast = k >= current ? atLeast.add(term) : atLeast;
      ways = ways.multiply(BigInteger.valueOf(sum - k)).divide(BigInteger.valueOf(k + 1));
    }
    BigDecimal all = new BigDecimal(now.add(before).pow(sum));
    BigDecimal tail = new BigDecimal(atMost.min(atLeast));
    return Math.min(1, 2 * tail.divide(all, MathContext.DECIMAL64).doubleValue());
  }

  /** The share at which so many or more have 2.5 per cent. */
  private static double lower(int current, int sum) {
    return bisected(share -> tail(current, sum, sum, share) < 0.025);
  }

  /** The share at which so many or fewer have 2.5 per cent. */
  private static double upper(int current, int sum) {
    return bisected(share -> tail(0, current, sum, share) > 0.025);
  }

  private static double bisected(DoublePredicate below) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 70; i++) {
      double middle = (low + high) / 2;
      if (below.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double tail(int from, int to, int sum, double share) {
    double tail = 0;
    for (int k = from; k <= to; k++) {
      tail +=
          Math.exp(
              LOG_FACTORIALS[sum]
                  - LOG_FACTORIALS[k]
                  - LOG_FACTORIALS[sum - k]
                  + k * Math.log(share)
                  + (sum - k) * Math.log1p(-share));
    }
    return tail;
  }

  private static double ratio(double share) {
    return share / (1 - share);
  }

  private static double[] logFactorials(int most) {
    double[] logs = new double[most + 1];
    for (int i = 1; i <= most; i++) {
      logs[i] = logs[i - 1] + Math.log(i);
    }
    return logs;
  }
}
