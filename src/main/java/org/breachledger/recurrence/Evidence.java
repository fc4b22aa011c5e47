package org.breachledger.recurrence;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What the numbers can and cannot show, in words beside the count rule. */
final class Evidence {

  /** Why nothing is compared where no row said whose it is. */
  static final String NO_SCHOOL =
      "No row says its school; undo the import and send it again with --school.";

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
  private static final double CERTAIN = 0.001;

  private Evidence() {}

  /** What a paper prints: whether chance explains the change, and whether months were clustered. */
  static String brief(Tested tested, EvidenceRules rules) {
    List<String> words = new ArrayList<>();
    words.add(chance(tested, rules.significance()));
    clusters(tested.count(), rules).ifPresent(words::add);
    return String.join(" ", words);
  }

  /**
   * All there is to say.
   *
   * @param lastYear whether every month of the same half last year was submitted
   * @param exposure the school days of both halves, where a calendar gives them
   */
  static String full(
      Tested tested, EvidenceRules rules, boolean lastYear, Optional<Exposure> exposure) {
    TypeCount count = tested.count();
    List<String> words = new ArrayList<>(List.of(brief(tested, rules)));
    if (lastYear && (count.happened() || count.lastYear() > 0)) {
      words.add("The same half last year: " + count.lastYear() + ".");
    }
    exposure
        .filter(days -> count.happened())
        .ifPresent(
            days ->
                words.add(
                    "Per 100 school days: "
                        + rate(count.previous(), days.previous())
                        + " before, "
                        + rate(count.current(), days.current())
                        + " now."));
    return String.join(" ", words);
  }

  private static String chance(Tested tested, double significance) {
    TypeCount count = tested.count();
    RateTest test = tested.test();
    if (test.p().isEmpty()) {
      return "No incident in either half.";
    }
    if (!test.couldShowAFall(significance) && count.current() <= count.previous()) {
      return "Too few incidents to tell a fall from chance.";
    }
    double p = test.p().getAsDouble();
    if (p >= significance) {
      return "A change of this size is within what chance explains (" + probability(p) + ").";
    }
    String change = test.ratio().orElse(Double.POSITIVE_INFINITY) < 1 ? "The fall" : "The rise";
    double corrected = tested.corrected().orElse(p);
    if (corrected >= significance) {
      return "Taken alone "
          + change.toLowerCase(Locale.UK)
          + " is more than chance easily explains ("
          + probability(p)
          + "); after allowing for "
          + tested.beside()
          + " comparisons it is within what chance explains ("
          + probability(corrected)
          + ").";
    }
    return change + " is more than chance easily explains (" + probability(p) + ").";
  }

  private static Optional<String> clusters(TypeCount count, EvidenceRules rules) {
    OptionalDouble index = Dispersion.index(count.months());
    if (index.isEmpty()
        || index.getAsDouble() < rules.clustering()
        || count.months().stream().mapToInt(Integer::intValue).sum()
            < rules.clusteringIncidents()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.UK,
            "Incidents came in clusters (dispersion index %.1f; about 1 where each happens by"
                + " itself), so that a change says less.",
            index.getAsDouble()));
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

  private static String rate(int incidents, int days) {
    return String.format(Locale.UK, "%.1f", incidents * 100.0 / days);
  }

  private static String probability(double p) {
    return p < CERTAIN ? "p < 0.001" : String.format(Locale.UK, "p = %.3f", p);
  }
}
