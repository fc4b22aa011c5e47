package org.breachledger.normalise;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A typing report in lines, as {@code classify --labels} prints it. */
final class WrittenReport {

  private WrittenReport() {}

  static String of(TypingReport report) {
    StringBuilder out = new StringBuilder(figures(report));
    report
        .confusion()
        .forEach(
            (label, taken) ->
                out.append(
                    String.format(
                        Locale.ROOT,
                        "  %-30s F1 %.3f  taken for %s%n",
                        named(label),
                        report.f1(label),
                        named(taken))));
    if (!report.unknownLabels().isEmpty()) {
      out.append(
          String.format(
              "  no code of %s, so never right: %s%n",
              BreachTypes.TABLE, String.join(", ", report.unknownLabels())));
    }
    return out.toString();
  }

  private static String figures(TypingReport report) {
    return String.format(
        Locale.ROOT,
        "%d descriptions: accuracy %.4f, macro-F1 %.4f; high right %.4f covering %.4f;"
            + " review %.4f, of the low-cue ones %.4f%n",
        report.size(),
        report.accuracy(),
        report.macroF1(),
        report.highRight(),
        report.highCoverage(),
        report.review(),
        report.lowCueReview());
  }

  private static Map<String, Integer> named(Map<String, Integer> taken) {
    Map<String, Integer> named = new TreeMap<>();
    taken.forEach((type, count) -> named.merge(named(type), count, Integer::sum));
    return named;
  }

  /** A blank label says that no type is the right answer. */
  private static String named(String label) {
    return label.isEmpty() ? TypingReport.NO_TYPE : label;
  }
}
