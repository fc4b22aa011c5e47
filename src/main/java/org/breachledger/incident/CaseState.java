package org.breachledger.incident;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a case is open or closed. The one place that decides: every stage, list, paper and export
 * reads its answer through here.
 */
public final class CaseState {

  private static final Set<String> ZERO = Set.of("near-miss", "non-event");

  private static final List<Field> CLOSING =
      List.of(Field.CLOSED, Field.CASE_STATE, Field.CLOSURE_FINDING, Field.CLOSURE_LESSON);

  private CaseState() {}

  /** Whether closure found a near miss or a mistaken report: Category Level 0 [004 6.7.2]. */
  public static boolean foundZero(Facts facts) {
    return isZero(facts.findText(Field.CLOSURE_FINDING).orElse(""));
  }

  /** Whether a finding at closure is Category Level 0. */
  public static boolean isZero(String finding) {
    return ZERO.contains(finding);
  }

  /**
   * When a case was closed: undated where only its state, or its finding as Level 0, says that it
   * was; empty while it is open.
   */
  public static Optional<Moment> closed(Facts facts) {
    Optional<Moment> dated = facts.findMoment(Field.CLOSED);
    boolean said = facts.is(Field.CASE_STATE, "closed") || foundZero(facts);
    return dated.isEmpty() && said ? Optional.of(new Moment.Undated()) : dated;
  }

  /**
   * What a sheet says, without a closing that a person has taken back since. A sheet goes on saying
   * "closed" month after month; only a closing that surely lies after the reopening is news.
   */
  static Facts standing(Facts sheet, Facts recorded) {
    Optional<Moment.Span> reopened = recorded.findMoment(Field.REOPENED).flatMap(Moment::span);
    if (reopened.isEmpty() || closedAfter(reopened.get(), sheet)) {
      return sheet;
    }
    Map<Field, Value> left = new EnumMap<>(Field.class);
    left.putAll(sheet.values());
    left.keySet().removeAll(CLOSING);
    return new Facts(left);
  }

  private static boolean closedAfter(Moment.Span reopened, Facts sheet) {
    return sheet
        .findMoment(Field.CLOSED)
        .flatMap(Moment::span)
        .filter(closed -> !closed.earliest().isBefore(reopened.latest()))
        .isPresent();
  }
}
