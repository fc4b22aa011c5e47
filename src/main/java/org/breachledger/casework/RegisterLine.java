package org.breachledger.casework;

import java.util.Optional;
import org.breachledger.incident.Moment;

/**
 * One decision or referral of a case, or the gap where one should be. The reasons themselves are
 * free text and stay in the record.
 *
 * @param line the subject or route
 * @param title in words, with the role it goes to
 * @param outcome in words; what is missing or to be considered where there is none
 * @param by the role, or that it was a person; empty where nobody is named
 * @param when empty where it is not known
 * @param reason whether the reason is on record
 * @param delay whether the reason for a delay is on record
 * @param source the paragraph
 */
public record RegisterLine(
    String line,
    String title,
    State state,
    From from,
    String outcome,
    Optional<String> by,
    Optional<Moment> when,
    Given reason,
    Given delay,
    String source) {

  /** How a line stands. */
  public enum State {
    RECORDED,
    /** The policy asks for it, and nobody recorded it. */
    MISSING,
    /** The policy wants it considered, and nobody recorded an answer. */
    TO_CONSIDER
  }

  /** Where it was recorded. */
  public enum From {
    PERSON,
    SHEET,
    NOWHERE
  }

  /** Whether a reason is on record. */
  public enum Given {
    YES,
    /** Asked for, and not there. */
    MISSING,
    NOT_ASKED
  }

  /** Whether something of this line is missing: the decision, its reason, or that of a delay. */
  public boolean incomplete() {
    return state == State.MISSING || reason == Given.MISSING || delay == Given.MISSING;
  }
}
