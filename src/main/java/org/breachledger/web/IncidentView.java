package org.breachledger.web;

import java.util.List;
import java.util.Optional;

/**
 * One incident as its page shows it. What people wrote is empty for whoever may not read it.
 *
 * @param version changes with everything a person or a sheet says of the incident
 * @param facts what is on record, the reporter excepted
 * @param why how its type came about
 * @param clocks the duties somebody has, by their due moment
 * @param review empty where the policy asks for none
 * @param idle the duties nobody has for this incident
 * @param gaps what was not understood in its last row, as sentences
 */
record IncidentView(
    long id,
    String version,
    Head head,
    List<Fact> facts,
    int texts,
    Why why,
    Score score,
    List<Clock> clocks,
    List<Clock> idle,
    List<Decided> decisions,
    List<Missing> missing,
    List<Action> actions,
    Optional<Review> review,
    List<Change> history,
    List<Said> said,
    Source source,
    List<String> gaps) {

  /** What stands on top. */
  record Head(
      String reference,
      String school,
      String type,
      String typeCode,
      String subType,
      String score,
      String level,
      String state,
      String counted,
      boolean review) {}

  /** A field that is known. */
  record Fact(String title, String words, boolean text) {}

  /** Why it has its type. */
  record Why(String confidence, String evidence) {}

  /**
   * Why it has its score.
   *
   * @param sum as a sentence; empty where there is no score
   * @param people such as {@code 20-30}; empty where nobody knows
   * @param factors all of the policy's
   */
  record Score(
      String sum,
      String people,
      List<String> reasons,
      List<Factor> factors,
      List<String> notes,
      String repeatOf,
      long repeat) {}

  /** A factor that may be ticked; {@code counts} says whether it counts now. */
  record Factor(String code, String words, String signed, boolean counts) {}

  /** The review after six months: how it stands, and what became of the type since. */
  record Review(String state, String colour, String due, boolean waits, String since) {}

  /** A duty with its clock. */
  record Clock(
      String title,
      String verdict,
      String colour,
      String starts,
      String due,
      String done,
      String note,
      String source) {}

  /** A decision or referral, recorded or missing. */
  record Decided(
      String title,
      String outcome,
      String state,
      String by,
      String when,
      String gaps,
      String source) {}

  /** A piece without which the case is not closed. */
  record Missing(String title, String missing, String source) {}

  /**
   * An action.
   *
   * @param id 0 for that of a sheet
   */
  record Action(
      long id, String kind, String what, String owner, String due, String done, String state) {}

  /** What a later row or a person changed. */
  record Change(String at, String by, List<String> fields) {}

  /** What a person put on record, with the words where this role may read them. */
  record Said(String at, String what, String by, String words) {}

  /** The row it came from; the note says whose form it was, empty where it was a log's row. */
  record Source(long importId, String sheet, int row, long firstImport, String note) {}
}
