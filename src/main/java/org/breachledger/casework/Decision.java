package org.breachledger.casework;

import java.util.Optional;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Moment;

/**
 * What a person put on record about an incident: a decision, a referral, or that something was
 * established or done [000, 001, 003: the evidence for decisions].
 *
 * @param subject a subject of {@code casework/decisions.csv}, or a route of the profile
 * @param outcome one of the subject's outcomes
 * @param when when it was decided or done
 * @param why the reason; free text that stays in the record
 * @param delay the reason for a delay; the same
 * @param lesson what was learnt, where it closes a case; the same
 * @param facts what it puts in the record itself, where it corrects a score
 */
public record Decision(
    String subject,
    String outcome,
    Moment when,
    ByWhom by,
    Optional<String> why,
    Optional<String> delay,
    Optional<String> lesson,
    Facts facts) {

  /** Says that a subject is open again: whatever was recorded of it no longer counts. */
  public static final String WITHDRAWN = "withdrawn";

  /** The incident went where the route leads. */
  public static final String REFERRED = "referred";

  /** Somebody considered the route and decided against it. */
  public static final String NOT_NEEDED = "not-needed";

  /** A decision that neither closes a case nor corrects a score. */
  public Decision(
      String subject,
      String outcome,
      Moment when,
      ByWhom by,
      Optional<String> why,
      Optional<String> delay) {
    this(subject, outcome, when, by, why, delay, Optional.empty(), Facts.none());
  }

  /** Whether it takes back what was recorded of its subject before. */
  public boolean withdrawn() {
    return outcome.equals(WITHDRAWN);
  }

  /** Names subject and outcome: the reasons are free text. */
  @Override
  public String toString() {
    return "Decision[" + subject + " " + outcome + "]";
  }
}
