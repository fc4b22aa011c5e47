package org.breachledger.pipeline.replay;

import java.util.List;

/**
 * What came out of a replay.
 *
 * @param number the run's number
 * @param run its job, anchor and edition
 * @param policy title and version of the profile then in force
 * @param rows how many rows the comparison has
 * @param differences each row of the comparison that does not come out as kept
 * @param judged the scores and verdicts
 * @param missing incidents then on record that were taken away or merged since
 */
public record ReplayOutcome(
    long number,
    String run,
    String policy,
    int rows,
    List<String> differences,
    Judged judged,
    int missing) {

  /** Copies the differences. */
  public ReplayOutcome {
    differences = List.copyOf(differences);
  }

  /** Whether all that was kept comes out again. */
  public boolean same() {
    return differences.isEmpty() && judged.differences().isEmpty();
  }

  /**
   * The scores and the verdicts of the duties.
   *
   * @param duties how many duties were judged
   * @param kept whether the run kept its totals; without them there is nothing to compare with
   * @param differences each total of a school that does not come out as kept
   */
  public record Judged(int incidents, int duties, boolean kept, List<String> differences) {

    /** Copies the differences. */
    public Judged {
      differences = List.copyOf(differences);
    }
  }
}
