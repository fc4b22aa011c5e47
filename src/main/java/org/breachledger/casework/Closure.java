package org.breachledger.casework;

import java.util.List;
import java.util.Optional;
import org.breachledger.incident.CaseState;
import org.breachledger.incident.Code;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Text;

/**
 * The closing of a case as a decision of its own, with its finding and lesson, and the decision to
 * open it again. Category Level 0 is only ever a finding made here [004 6.7.2].
 */
public final class Closure {

  /** The subject of these decisions. */
  public static final String SUBJECT = "closure";

  /** The outcome that opens a case again. */
  public static final String REOPENED = "reopened";

  /** What a closing can find: an incident after all, a near miss, or that nothing happened. */
  public static final List<String> FINDINGS = List.of("incident", "near-miss", "non-event");

  private Closure() {}

  /**
   * The decision to close.
   *
   * @param finding one of {@link #FINDINGS}
   * @param evenSo why it is closed with pieces missing
   */
  public static Decision closed(
      String finding, Moment when, ByWhom by, Optional<String> lesson, Optional<String> evenSo) {
    if (!FINDINGS.contains(finding)) {
      throw new IllegalArgumentException("no finding of a closing: " + finding);
    }
    return new Decision(SUBJECT, finding, when, by, evenSo, Optional.empty(), lesson, Facts.none());
  }

  /** The decision to open again. */
  public static Decision reopened(Moment when, ByWhom by, String why) {
    return new Decision(SUBJECT, REOPENED, when, by, Optional.of(why), Optional.empty());
  }

  /** Whether a decision closes or reopens. */
  public static boolean is(Decision decision) {
    return decision.subject().equals(SUBJECT);
  }

  /** The newest closing or reopening; empty where nobody recorded one. */
  public static Optional<Decision> newest(List<Decision> decisions) {
    return last(decisions.stream().filter(Closure::is).toList());
  }

  /** Whether a closing found Category Level 0. */
  public static boolean foundZero(Decision decision) {
    return is(decision) && CaseState.isZero(decision.outcome());
  }

  /**
   * What they are as fields of the incident: the newest closing unless it was opened again, and the
   * newest reopening, since which no closing of before counts.
   *
   * @param decisions in the order they were recorded
   */
  static Facts facts(List<Decision> decisions) {
    Optional<Decision> reopened =
        last(
            decisions.stream()
                .filter(Closure::is)
                .filter(decision -> decision.outcome().equals(REOPENED))
                .toList());
    Facts facts =
        reopened
            .map(decision -> Facts.none().with(Field.REOPENED, decision.when()))
            .orElse(Facts.none());
    return newest(decisions)
        .filter(decision -> !decision.outcome().equals(REOPENED))
        .map(decision -> closed(facts, decision))
        .orElse(facts);
  }

  private static Facts closed(Facts facts, Decision decision) {
    Facts closed =
        facts
            .with(Field.CLOSED, decision.when())
            .with(Field.CASE_STATE, new Code("closed"))
            .with(Field.CLOSURE_FINDING, new Code(decision.outcome()));
    return decision
        .lesson()
        .map(lesson -> closed.with(Field.CLOSURE_LESSON, new Text(lesson)))
        .orElse(closed);
  }

  private static Optional<Decision> last(List<Decision> decisions) {
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(decisions.get(decisions.size() - 1));
  }
}
