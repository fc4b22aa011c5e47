package org.breachledger.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicySource;

/**
 * Judges whether each duty of an incident was done in time, as seen from an as-of.
 *
 * <p>Hours are counted on instants, so that 72 hours are 72 real hours across a clock change. A
 * date-only value is a whole London day: a duty is met where even the longest possible time is
 * within the limit, late where even the shortest is over it, and otherwise nobody can tell. Done
 * exactly when due is met; undone exactly when due is still running.
 */
public final class DeadlineRules {

  private final Duties duties;
  private final PolicyProfile profile;

  /** Rules of a profile with its duties. */
  public DeadlineRules(Duties duties, PolicyProfile profile) {
    this.duties = duties;
    this.profile = profile;
  }

  /**
   * Reads the duties a profile names.
   *
   * @throws org.breachledger.policy.RefusedTable naming file and line, where they are wrong
   */
  public static DeadlineRules read(PolicySource source, PolicyProfile profile) {
    return new DeadlineRules(Duties.read(source, profile), profile);
  }

  /** The duties that {@link #judge} judges, in the same order. */
  public List<Duty> timed() {
    return duties.timed();
  }

  /** A verdict for each duty with a time limit, in the order of the table. */
  public List<DutyVerdict> judge(DeadlineFacts facts, AsOf asOf) {
    KnownAsOf known = new KnownAsOf(facts, asOf);
    return duties.timed().stream()
        .map(duty -> new Judgement(duty, known, profile).verdict(duty.limit().orElseThrow()))
        .toList();
  }

  /**
   * Whether time alone can still change a verdict: a duty is running, or a moment has not come yet.
   *
   * @param verdicts as judged at this as-of
   */
  public static boolean open(DeadlineFacts facts, List<DutyVerdict> verdicts, AsOf asOf) {
    return verdicts.stream().anyMatch(verdict -> verdict.verdict() == Verdict.RUNNING)
        || new KnownAsOf(facts, asOf).anyStillToCome();
  }

  /**
   * The first moment from which time alone may have changed a verdict, or whether a running duty is
   * near; until then nobody need look again.
   *
   * @param verdicts as judged at this as-of
   * @return the as-of itself where that is possible at any moment; empty where nothing is {@link
   *     #open}
   */
  public static Optional<Instant> judgeAgain(
      DeadlineFacts facts, List<DutyVerdict> verdicts, AsOf asOf) {
    return LookAgain.at(facts, verdicts, asOf.instant());
  }

  /**
   * The hours taken for each duty whose policy says "immediately" or "without undue delay" and
   * names no time; there is no verdict on these.
   */
  public List<TimeTaken> taken(DeadlineFacts facts, AsOf asOf) {
    KnownAsOf known = new KnownAsOf(facts, asOf);
    return duties.untimed().stream().map(duty -> taken(duty, known)).toList();
  }

  private TimeTaken taken(Duty duty, KnownAsOf known) {
    Start start = Start.of(duty, known);
    Done done = Done.of(duty, known, profile);
    List<String> notes = new ArrayList<>(start.notes());
    notes.addAll(done.notes());
    return new TimeTaken(
        duty, start.moment(), done.moment(), Judgement.hours(start, done, known), notes);
  }
}
