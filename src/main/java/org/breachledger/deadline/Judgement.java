package org.breachledger.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Moment.Span;
import org.breachledger.policy.PolicyProfile;

/** One duty of one incident, to be judged. */
record Judgement(Duty duty, KnownAsOf known, PolicyProfile profile) {

  DutyVerdict verdict(Limit limit) {
    Start start = Start.of(duty, known);
    Done done = Done.of(duty, known, profile);
    Need need = Need.of(duty, known, done.state() == Done.State.UNDONE);
    List<String> notes = new ArrayList<>();
    if (!need.why().isEmpty()) {
      notes.add(need.why());
    }
    if (need.kind() == Need.Kind.NOT_NEEDED) {
      return new DutyVerdict(
          duty,
          Verdict.NOT_REQUIRED,
          start.field(),
          start.moment(),
          Optional.empty(),
          Optional.empty(),
          done.moment(),
          Optional.empty(),
          Optional.empty(),
          notes);
    }
    Optional<DueRange> due =
        start.moment().filter(moment -> moment.span().isPresent()).map(limit::dueOf);
    Verdict verdict = Verdict.CANNOT_TELL;
    if (need.kind() != Need.Kind.UNKNOWN) {
      verdict =
          due.map(range -> timed(range, done, need)).orElseGet(() -> untimed(limit, start, done));
    }
    notes.addAll(notClosed(limit, start) ? List.of("not closed yet") : start.notes());
    notes.addAll(done.notes());
    undated(start, done, notes);
    return new DutyVerdict(
        duty,
        verdict,
        start.field(),
        start.moment(),
        due.map(range -> range.latest().lastSecond()),
        due.map(range -> range.earliest().lastSecond()),
        done.state() == Done.State.DONE ? done.moment() : Optional.empty(),
        hours(start, done, known),
        verdict.late() ? Optional.of(lateness(due)) : Optional.empty(),
        notes);
  }

  private Verdict timed(DueRange due, Done done, Need need) {
    if (done.state() == Done.State.UNDONE) {
      if (!due.latest().passedAt(known.now())) {
        return Verdict.RUNNING;
      }
      return need.kind() == Need.Kind.UNDECIDED ? Verdict.CANNOT_TELL : Verdict.OVERDUE;
    }
    Optional<Span> span = done.span();
    if (span.filter(due.earliest()::surelyMet).isPresent()) {
      return Verdict.MET;
    }
    boolean late = span.filter(due.latest()::surelyMissed).isPresent();
    return late && done.state() == Done.State.DONE ? Verdict.LATE : Verdict.CANNOT_TELL;
  }

  /** Without a date to start from only a duty due at once can be judged: by whether it was done. */
  private static Verdict untimed(Limit limit, Start start, Done done) {
    if (!(limit instanceof Limit.AtOnce) || done.state() == Done.State.UNREADABLE) {
      return Verdict.CANNOT_TELL;
    }
    if (start.missing()) {
      return done.state() == Done.State.UNDONE ? Verdict.RUNNING : Verdict.MET;
    }
    return start.moment().isPresent() && done.state() == Done.State.UNDONE
        ? Verdict.OVERDUE
        : Verdict.CANNOT_TELL;
  }

  private static boolean notClosed(Limit limit, Start start) {
    return limit instanceof Limit.AtOnce && start.missing();
  }

  private void undated(Start start, Done done, List<String> notes) {
    Optional<Span> from = start.moment().flatMap(Moment::span);
    Optional<Span> to = done.span();
    boolean atOnce = duty.limit().filter(Limit.AtOnce.class::isInstance).isPresent();
    if (!atOnce
        && from.isPresent()
        && to.isPresent()
        && to.get().latest().isBefore(from.get().latest())
        && !to.get().latest().isAfter(from.get().earliest())) {
      notes.add("done before it started: check both dates");
    }
    if (start.moment().filter(moment -> moment.span().isEmpty()).isPresent()) {
      notes.add(start.field().map(Field::code).orElse("") + " happened, but nobody wrote when");
    }
    if (done.moment().filter(moment -> moment.span().isEmpty()).isPresent()
        && done.notes().isEmpty()) {
      notes.add("done, but nobody wrote when");
    }
  }

  private Lateness lateness(Optional<DueRange> due) {
    if (duty.starts() == Field.IDENTIFIED || due.isEmpty()) {
      return duty.starts() == Field.IDENTIFIED ? Lateness.ACTED_LATE : Lateness.CANNOT_TELL;
    }
    Optional<Span> identified = known.find(Field.IDENTIFIED).flatMap(Moment::span);
    if (identified.filter(due.get().earliest()::surelyMet).isPresent()) {
      return Lateness.ACTED_LATE;
    }
    return identified.filter(due.get().latest()::surelyMissed).isPresent()
        ? Lateness.FOUND_LATE
        : Lateness.CANNOT_TELL;
  }

  static Optional<HoursTaken> hours(Start start, Done done, KnownAsOf known) {
    Optional<Span> from = start.moment().flatMap(Moment::span);
    Instant now = known.now();
    return switch (done.state()) {
      case UNDONE -> from.map(span -> HoursTaken.until(span, now));
      case DONE -> from.flatMap(span -> done.span().map(end -> HoursTaken.between(span, end)));
      case BY, UNREADABLE -> Optional.empty();
    };
  }
}
