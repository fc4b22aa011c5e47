package org.breachledger.reporting;

import java.util.List;

/**
 * How one duty's deadline was kept over this half's incidents.
 *
 * @param duty the duty in words, as the table of duties gives it
 * @param late done after it was due
 * @param overdue not done, and due
 * @param running not done, not yet due
 * @param cannotTell nobody can tell whether it was kept
 * @param levelUnknown those of them where nobody knows the level that would make it a duty
 * @param undecided those of them where nobody has decided whether to notify; of the others a moment
 *     is missing, or known to the day only
 */
public record DutyPerformance(
    String duty,
    int met,
    int late,
    int overdue,
    int running,
    int cannotTell,
    int levelUnknown,
    int undecided) {

  /** What a duty's verdict is headed in papers, in their order. */
  public static final List<Heading> HEADINGS =
      List.of(
          new Heading("MET", "Kept in time"),
          new Heading("LATE", "Late"),
          new Heading("OVERDUE", "Overdue"),
          new Heading("RUNNING", "Still running"),
          new Heading("CANNOT_TELL", "Cannot tell"));

  /** A verdict's code in the register, and its words. */
  public record Heading(String verdict, String words) {}

  /** Refuses counts below zero. */
  public DutyPerformance {
    Words.notNegative(
        met,
        late,
        overdue,
        running,
        levelUnknown,
        undecided,
        cannotTell - levelUnknown - undecided);
  }

  /** Incidents for which it is settled whether the duty was kept. */
  public int settled() {
    return met + late + overdue;
  }

  /** All incidents the duty applied to. */
  public int all() {
    return settled() + running + cannotTell;
  }

  /** How often it was kept, such as {@code 3 of 4}; a dash where nothing is settled yet. */
  public String kept() {
    return settled() == 0 ? "\u2013" : Words.grouped(met) + " of " + Words.grouped(settled());
  }
}
