package org.breachledger.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachledger.independent.PlainClock.DAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.PlainDuty.Seconds;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.independent.PlainClock;
import org.breachledger.independent.PlainClock.Civil;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every day of four years, one of them a leap year, as the start of every duty. */
class EveryDayOfFourYearsTest {

  private static final EditedPolicy SHIPPED = EditedPolicy.shipped();
  private static final PolicyProfile PROFILE = PolicyProfile.read(SHIPPED, PolicyProfile.DEFAULT);
  private static final Duties DUTIES = Duties.read(SHIPPED, PROFILE);
  private static final long FIRST = new Civil(2023, 1, 1).number();
  private static final long END = new Civil(2027, 1, 1).number();
  private static final long LATER = new Civil(2030, 1, 1).number() * DAY;

  @ParameterizedTest
  @EnumSource
  void aDayIsDueAtTheEndOfItsLastDay(PlainDuty duty) {
    DeadlineRules rules = rules(duty);
    LongStream.range(FIRST, END)
        .forEach(
            day -> {
              Seconds start = Seconds.day(day);
              long due = duty.due(start.last());
              Moment from = on(day);
              assertThat(judge(rules, duty, from, on(day), LATER).dueText())
                  .as(() -> PlainClock.civil(day).written())
                  .isEqualTo(PlainClock.withOffset(due));
              long last = PlainClock.dayOf(due);
              for (long done : new long[] {last - 1, last, last + 1}) {
                assertThat(judge(rules, duty, from, on(done), LATER).verdict())
                    .as(() -> PlainClock.civil(day) + " to " + PlainClock.civil(done))
                    .isEqualTo(duty.done(start, Seconds.day(done)));
              }
              for (long moment : new long[] {due, due + 1}) {
                assertThat(judge(rules, duty, from, at(moment), LATER).verdict())
                    .as(() -> PlainClock.civil(day) + " to " + PlainClock.withOffset(moment))
                    .isEqualTo(duty.done(start, Seconds.at(moment)));
              }
            });
  }

  /** The first and the last second of each day, and its noon. */
  @ParameterizedTest
  @EnumSource
  void anInstantOfEachDayIsDueToTheSecond(PlainDuty duty) {
    DeadlineRules rules = rules(duty);
    LongStream.range(FIRST, END)
        .flatMap(
            day ->
                LongStream.of(
                    PlainClock.startOf(day),
                    PlainClock.moment(day * DAY + DAY / 2),
                    PlainClock.endOf(day)))
        .forEach(
            start -> {
              long due = duty.due(start);
              for (long done : new long[] {due, due + 1}) {
                DutyVerdict verdict = judge(rules, duty, at(start), at(done), LATER);
                assertThat(verdict.verdict())
                    .as(() -> PlainClock.withOffset(start))
                    .isEqualTo(done == due ? Verdict.MET : Verdict.LATE);
                assertThat(verdict.dueText()).isEqualTo(PlainClock.withOffset(due));
              }
            });
  }

  private static DeadlineRules rules(PlainDuty wanted) {
    return new DeadlineRules(
        new Duties(
            DUTIES.timed().stream().filter(duty -> duty.code().equals(wanted.code())).toList()),
        PROFILE);
  }

  private static DutyVerdict judge(
      DeadlineRules rules, PlainDuty duty, Moment start, Moment done, long now) {
    Map<Field, Moment> moments = new HashMap<>();
    moments.put(duty.starts(), start);
    moments.put(duty.done(), done);
    DeadlineFacts facts =
        new DeadlineFacts(
            moments,
            Map.of(),
            Optional.of(2),
            Optional.empty(),
            false,
            CountedAs.INCIDENT,
            false,
            Map.of());
    return rules.judge(facts, new AsOf(Instant.ofEpochSecond(now))).get(0);
  }

  private static Moment at(long moment) {
    return new Moment.At(Instant.ofEpochSecond(moment));
  }

  private static Moment on(long day) {
    return new Moment.OnDay(LocalDate.parse(PlainClock.civil(day).written()));
  }
}
