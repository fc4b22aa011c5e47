package org.breachledger.recurrence;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the numbers can and cannot show, in words beside the count rule. */
final class Evidence {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
  private static final double CERTAIN = 0.001;

  private Evidence() {}

  /** Words for the test of two counts. */
  static String of(int previous, int current, RateTest test) {
    if (test.p().isEmpty()) {
      return "No incident in either half.";
    }
    if (!test.couldShowAFall() && current <= previous) {
      return "Too few incidents to tell a fall from chance.";
    }
    double p = test.p().getAsDouble();
    if (p >= RateTest.SIGNIFICANT) {
      return "A change of this size is within what chance explains (" + probability(p) + ").";
    }
    return (test.ratio().orElse(Double.POSITIVE_INFINITY) < 1 ? "The fall" : "The rise")
        + " is more than chance easily explains ("
        + probability(p)
        + ").";
  }

  /** Names the months a school did not submit. */
  static String notSubmitted(List<YearMonth> months) {
    return "Not submitted: "
        + months.stream().map(MONTH::format).collect(Collectors.joining(", "))
        + ".";
  }

  /** Names the schools whose silence keeps them out of the comparison. */
  static String leftOut(int compared, int previous, int current, List<String> names) {
    String left = "left out, because months were not submitted: " + String.join(", ", names) + ".";
    if (compared == 0) {
      return "No school submitted every month; " + left;
    }
    return "Compared: "
        + compared
        + (compared == 1 ? " school, " : " schools, ")
        + previous
        + " before, "
        + current
        + " now; "
        + left;
  }

  /** The counts of the schools that are compared, where some are not. */
  static String compared(int schools, int previous, int current) {
    return schools == 0
        ? "No school submitted every month."
        : "Complete schools: " + previous + " before, " + current + " now.";
  }

  private static String probability(double p) {
    return p < CERTAIN ? "p < 0.001" : String.format(Locale.UK, "p = %.3f", p);
  }
}
