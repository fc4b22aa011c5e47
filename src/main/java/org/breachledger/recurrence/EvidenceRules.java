package org.breachledger.recurrence;

import org.breachledger.policy.PolicyDocument;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.RefusedTable;

/**
 * When numbers are said to show something, and when a chart is drawn.
 *
 * @param significance below this two-sided p a difference is called more than chance
 * @param clustering from this dispersion index on incidents are said to come in clusters
 * @param clusteringIncidents with fewer incidents nothing is said of clusters
 * @param chartPoints with fewer points a chart has no limits
 * @param chartRun so many points in a row on one side of the centre are a signal
 * @param rareBelow with fewer incidents a month the days between them are charted
 * @param chartMonths a chart looks back over no more months
 */
public record EvidenceRules(
    double significance,
    double clustering,
    int clusteringIncidents,
    int chartPoints,
    int chartRun,
    double rareBelow,
    int chartMonths) {

  /** The table's name under {@code jobs/}. */
  public static final String FILE = "recurrence/evidence.yaml";

  /** Where a table kept before the key was known does not say it. */
  private static final int LOOKED_BACK = 36;

  /**
   * Reads the thresholds; the significance stands in the profile.
   *
   * @throws org.breachledger.policy.RefusedTable naming the line, where one is no number above zero
   */
  public static EvidenceRules read(PolicySource source, PolicyProfile profile) {
    PolicyDocument file =
        PolicyDocument.read(source, FILE)
            .allow(
                "clustering",
                "clustering-incidents",
                "chart-points",
                "chart-run",
                "rare-below",
                "chart-months");
    return new EvidenceRules(
        profile.review().significance(),
        number(file, "clustering"),
        whole(file, "clustering-incidents"),
        whole(file, "chart-points"),
        whole(file, "chart-run"),
        number(file, "rare-below"),
        file.find("chart-months").isEmpty() ? LOOKED_BACK : whole(file, "chart-months"));
  }

  private static double number(PolicyDocument file, String key) {
    try {
      double number = Double.parseDouble(file.need(key));
      if (number > 0 && number < Double.POSITIVE_INFINITY) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refuse(file, key, "key \"" + key + "\" must be a number such as 2 or 1.5");
    }
    throw refuse(file, key, "key \"" + key + "\" must be above 0");
  }

  private static int whole(PolicyDocument file, String key) {
    double number = number(file, key);
    if (number != Math.rint(number) || number < 2 || number > Short.MAX_VALUE) {
      throw refuse(file, key, "key \"" + key + "\" must be a whole number of 2 or more");
    }
    return (int) number;
  }

  private static RefusedTable refuse(PolicyDocument file, String key, String wrong) {
    return new RefusedTable(FILE, file.lineOf(key), wrong);
  }
}
