package org.breachledger.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.breachledger.calendar.AsOf;

/**
 * How far a duty has come that somebody must be warned of: before it is due, when it falls due, and
 * after.
 *
 * <p>The warnings before go by the earliest moment a date-only start leaves possible, so that they
 * come in time whatever the hour was; overdue is only what is certainly so.
 */
public enum WarningStage {
  /** It runs out, within the hours its row of the table names. */
  BEFORE,
  /** It is due within the hour, or may be due already. */
  AT,
  /** It is overdue. */
  AFTER;

  /** The watch comes round once an hour. */
  private static final Duration ROUND = Duration.ofHours(1);

  /** The stage a duty is at; empty where there is nothing to warn of. */
  public static Optional<WarningStage> of(DutyVerdict verdict, AsOf asOf) {
    if (verdict.verdict() == Verdict.OVERDUE) {
      return Optional.of(AFTER);
    }
    if (verdict.verdict() != Verdict.RUNNING || verdict.firstDue().isEmpty()) {
      return Optional.empty();
    }
    Instant due = verdict.firstDue().get();
    if (!asOf.instant().isBefore(due.minus(ROUND))) {
      return Optional.of(AT);
    }
    Duration early = Duration.ofHours(verdict.duty().warnBefore());
    return asOf.instant().isBefore(due.minus(early)) ? Optional.empty() : Optional.of(BEFORE);
  }

  /** The word in the store. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
