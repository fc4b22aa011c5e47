package org.breachledger.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breachledger.calendar.London;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Moment.Span;

/** When judged duties are to be looked at again although no fact has changed. */
final class LookAgain {

  /** A review is listed as near so long after the incident's day, while it is running. */
  private static final int NEAR_AFTER_MONTHS = 5;

  /** Months are of different lengths, and the day is a London one: near may begin in between. */
  private static final Duration AROUND = Duration.ofDays(4);

  private LookAgain() {}

  static Optional<Instant> at(DeadlineFacts facts, List<DutyVerdict> verdicts, Instant now) {
    List<Span> spans =
        facts.moments().values().stream().map(Moment::span).flatMap(Optional::stream).toList();
    Stream<Instant> come = spans.stream().map(Span::earliest).filter(now::isBefore);
    List<DutyVerdict> running =
        verdicts.stream().filter(verdict -> verdict.verdict() == Verdict.RUNNING).toList();
    Stream<Instant> due = running.stream().map(DutyVerdict::due).flatMap(Optional::stream);
    Stream<Instant> near =
        running.isEmpty()
            ? Stream.empty()
            : spans.stream()
                .map(span -> near(span.earliest()))
                .filter(moment -> moment.plus(AROUND).isAfter(now));
    return Stream.of(come, due, near).flatMap(moments -> moments).min(Instant::compareTo);
  }

  private static Instant near(Instant day) {
    Instant near = day.atZone(London.ZONE).plusMonths(NEAR_AFTER_MONTHS).toInstant();
    return near.minus(AROUND.dividedBy(2));
  }
}
