package org.breachledger.deadline;

import static org.breachledger.independent.PlainClock.HOUR;

import java.util.function.LongUnaryOperator;
import org.breachledger.incident.Field;
import org.breachledger.independent.PlainClock;

/**
 * The duties of policy 004 once more, on plain seconds: an independent reading to compare the rules
 * with. A date-only value is all the seconds of its day.
 */
enum PlainDuty {
  PRELIMINARY_INVESTIGATION(
      Field.IDENTIFIED,
      Field.PRELIMINARY_INVESTIGATION,
      start -> PlainClock.endOf(PlainClock.dayOf(start))),
  FORM_A(Field.OCCURRED, Field.FORM_A_RECEIVED, start -> start + 24 * HOUR),
  ICO_DECISION(Field.IDENTIFIED, Field.ICO_DECIDED, start -> start + 72 * HOUR),
  ICO_POLICY_CLOCK(Field.OCCURRED, Field.ICO_NOTIFIED, start -> start + 72 * HOUR),
  ICO_LEGAL_CLOCK(Field.AWARE, Field.ICO_NOTIFIED, start -> start + 72 * HOUR),
  NOT_TOLD_DOCUMENTED(Field.CLOSED, Field.NOT_TOLD_DOCUMENTED, start -> start),
  RE_EVALUATION(Field.REGISTERED, Field.RE_EVALUATED, start -> PlainClock.plusMonths(start, 6));

  private final Field starts;
  private final Field done;
  private final LongUnaryOperator due;

  PlainDuty(Field starts, Field done, LongUnaryOperator due) {
    this.starts = starts;
    this.done = done;
    this.due = due;
  }

  /**
   * The seconds in which something can have happened.
   *
   * @param first inclusive
   * @param last inclusive
   */
  record Seconds(long first, long last) {

    static Seconds at(long moment) {
      return new Seconds(moment, moment);
    }

    static Seconds day(long day) {
      return new Seconds(PlainClock.startOf(day), PlainClock.endOf(day));
    }
  }

  String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  Field starts() {
    return starts;
  }

  Field done() {
    return done;
  }

  /** The last second in time. */
  long due(long start) {
    return due.applyAsLong(start);
  }

  /** The verdict on what was done. */
  Verdict done(Seconds start, Seconds end) {
    if (end.last() <= due(start.first())) {
      return Verdict.MET;
    }
    return end.first() > due(start.last()) ? Verdict.LATE : Verdict.CANNOT_TELL;
  }

  /** The verdict on what is not done. */
  Verdict undone(Seconds start, long now) {
    return now <= due(start.last()) ? Verdict.RUNNING : Verdict.OVERDUE;
  }
}
