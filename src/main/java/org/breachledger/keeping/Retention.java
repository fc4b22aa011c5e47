package org.breachledger.keeping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.Moment;

/**
 * Says when an incident has been kept for as long as its school decided [002: the record is kept
 * under the school's own retention policy].
 *
 * <p>Counted from the London day the case was closed; where nobody wrote that day down, from the
 * day it was registered. An open case is never due, nor is one that was opened again, nor any case
 * of a school without a setting. Due on the day itself, inclusive.
 */
public final class Retention {

  private final RetentionSettings settings;
  private final List<LegalHold> holds;

  /**
   * Retention as it was set.
   *
   * @param holds those that stand
   */
  public Retention(RetentionSettings settings, List<LegalHold> holds) {
    this.settings = settings;
    this.holds = List.copyOf(holds);
  }

  /** The setting a school's incidents are kept by; empty where nobody set one. */
  public Optional<RetentionSetting> setting(int schoolId) {
    return settings.find(schoolId);
  }

  /** What is to be said of an incident at this moment. */
  public RetentionLine judge(KeptCase one, AsOf asOf) {
    Optional<Moment> closed = one.closed().filter(moment -> happened(moment, asOf));
    boolean held = holds.stream().anyMatch(hold -> hold.covers(one));
    if (closed.isEmpty()) {
      return new RetentionLine(one, RetentionState.OPEN, Optional.empty(), Optional.empty(), held);
    }
    Optional<LocalDate> closedOn = closed.get().londonDay();
    Optional<RetentionSetting> setting = setting(one.schoolId());
    Optional<LocalDate> due =
        setting.flatMap(by -> closedOn.or(one::registered).map(day -> by.period().dueAfter(day)));
    return new RetentionLine(one, state(setting.isPresent(), due, asOf), closedOn, due, held);
  }

  private static RetentionState state(boolean set, Optional<LocalDate> due, AsOf asOf) {
    if (!set) {
      return RetentionState.NO_SETTING;
    }
    return due.map(day -> day.isAfter(asOf.day()) ? RetentionState.KEPT : RetentionState.DUE)
        .orElse(RetentionState.NO_DAY);
  }

  /** An undated closing is known to have happened. */
  private static boolean happened(Moment moment, AsOf asOf) {
    return moment.span().filter(span -> span.earliest().isAfter(asOf.instant())).isEmpty();
  }
}
