package org.breachledger.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachledger.independent.PlainClock.DAY;
import static org.breachledger.independent.PlainClock.HOUR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every half-hour of both clock-change weekends of 2026 and of the days whose clocks end there, for
 * every duty, against arithmetic on plain seconds.
 */
class ClockChangeHoursTest {

  private static final long HALF = HOUR / 2;
  private static final long LATER = new Civil(2027, 6, 1).number() * DAY;

  /** Tuesday before to Wednesday after Sunday 29 March and 25 October; six months before both. */
  private static final List<long[]> DAYS =
      List.of(
          days(new Civil(2026, 3, 24), new Civil(2026, 4, 1)),
          days(new Civil(2026, 10, 20), new Civil(2026, 10, 28)),
          days(new Civil(2025, 9, 26), new Civil(2025, 10, 1)),
          days(new Civil(2026, 4, 22), new Civil(2026, 4, 28)));

  private static final PolicyProfile PROFILE =
      PolicyProfile.read(EditedPolicy.shipped(), PolicyProfile.DEFAULT);
  private static final Duties DUTIES = Duties.read(EditedPolicy.shipped(), PROFILE);

  private static long[] days(Civil from, Civil end) {
    return new long[] {from.number(), end.number()};
  }

  /** The rules of one duty alone. */
  private static DeadlineRules rules(Duties duties, PlainDuty wanted) {
    return new DeadlineRules(
        new Duties(
            duties.timed().stream().filter(duty -> duty.code().equals(wanted.code())).toList()),
        PROFILE);
  }

  @ParameterizedTest
  @EnumSource
  void anInstantIsDueToTheSecond(PlainDuty duty) {
    for (long start : halfHours()) {
      long due = duty.due(start);
      for (long done : new long[] {start, due - 1, due, due + 1, due + 2 * DAY}) {
        DutyVerdict verdict = judge(duty, at(start), at(done), LATER);
        assertThat(verdict.verdict())
            .as(() -> "%s, done %s".formatted(words(start), words(done)))
            .isEqualTo(duty.done(Seconds.at(start), Seconds.at(done)));
        assertThat(verdict.dueText()).isEqualTo(PlainClock.withOffset(due));
        assertThat(verdict.hoursText()).isEqualTo(hours(done - start));
      }
      for (long now : new long[] {start, due - 1, due, due + 1, due + 2 * DAY}) {
        DutyVerdict verdict = judge(duty, at(start), null, now);
        if (now >= start) {
          assertThat(verdict.verdict())
              .as(() -> "%s, as at %s".formatted(words(start), words(now)))
              .isEqualTo(duty.undone(Seconds.at(start), now));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDayIsAllItsHours(PlainDuty duty) {
    for (long day : everyDay()) {
      Seconds start = Seconds.day(day);
      for (long moment : around(duty, start)) {
        assertThat(judge(duty, on(day), at(moment), LATER).verdict())
            .as(() -> "%s, done %s".formatted(PlainClock.civil(day), words(moment)))
            .isEqualTo(duty.done(start, Seconds.at(moment)));
        if (moment >= start.last()) {
          assertThat(judge(duty, on(day), null, moment).verdict())
              .as(() -> "%s, as at %s".formatted(PlainClock.civil(day), words(moment)))
              .isEqualTo(duty.undone(start, moment));
        }
      }
      for (long done : daysTo(day - 1, PlainClock.dayOf(duty.due(start.last())) + 3)) {
        assertThat(judge(duty, on(day), on(done), LATER).verdict())
            .as(() -> "%s, done on %s".formatted(PlainClock.civil(day), PlainClock.civil(done)))
            .isEqualTo(duty.done(start, Seconds.day(done)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInstantMayEndOnADay(PlainDuty duty) {
    for (long start : halfHours()) {
      long due = PlainClock.dayOf(duty.due(start));
      for (long done : daysTo(due - 2, due + 2)) {
        assertThat(judge(duty, at(start), on(done), LATER).verdict())
            .as(() -> "%s, done on %s".formatted(words(start), PlainClock.civil(done)))
            .isEqualTo(duty.done(Seconds.at(start), Seconds.day(done)));
      }
    }
  }

  /**
   * As a log writes it: no offset; October's repeated hour is both, March's skipped one neither.
   */
  @ParameterizedTest
  @EnumSource
  void aLocalTimeIsEveryMomentTheClockShowsIt(PlainDuty duty) {
    DeadlinesFile file =
        new DeadlinesFile(rules(DUTIES, duty), new AsOf(Instant.ofEpochSecond(LATER)));
    int verdict = file.headings().indexOf(duty.code() + "_verdict");
    for (long local : halfHours()) {
      for (long done : new long[] {local, local + 24 * HOUR, local + 72 * HOUR}) {
        Map<String, String> cells =
            Map.of(
                duty.starts().code(),
                PlainClock.written(local),
                duty.done().code(),
                PlainClock.written(done),
                "category_level",
                "2");
        assertThat(file.added(column -> cells.getOrDefault(column, "")).get(verdict))
            .as(cells::toString)
            .isEqualTo(shown(duty, local, done).name());
      }
    }
  }

  private static Verdict shown(PlainDuty duty, long local, long done) {
    long[] starts = PlainClock.moments(local);
    long[] ends = PlainClock.moments(done);
    if (starts.length == 0 || ends.length == 0) {
      return Verdict.CANNOT_TELL;
    }
    return duty.done(
        new Seconds(starts[0], starts[starts.length - 1]),
        new Seconds(ends[0], ends[ends.length - 1]));
  }

  /** Where the profile says so, the hour in which the moment falls is not counted. */
  @Test
  void theNextFullHourToTheSecond() {
    EditedPolicy edited =
        EditedPolicy.shipped()
            .replace(
                "policies/category-levels.yaml",
                "statutory-hour-rounding: off",
                "statutory-hour-rounding: next-hour");
    Duties rounded = Duties.read(edited, PolicyProfile.read(edited, PolicyProfile.DEFAULT));
    for (long half : halfHours()) {
      for (long start : new long[] {half - 1, half, half + 1}) {
        long due = start / HOUR * HOUR + 73 * HOUR - 1;
        for (PlainDuty duty : List.of(PlainDuty.ICO_LEGAL_CLOCK, PlainDuty.ICO_POLICY_CLOCK)) {
          long last = duty == PlainDuty.ICO_LEGAL_CLOCK ? due : start + 72 * HOUR;
          for (long done : new long[] {last - 1, last, last + 1}) {
            DutyVerdict verdict = judge(rounded, duty, at(start), at(done), LATER);
            assertThat(verdict.verdict())
                .as(() -> "%s, done %s".formatted(words(start), words(done)))
                .isEqualTo(done <= last ? Verdict.MET : Verdict.LATE);
            assertThat(verdict.dueText()).isEqualTo(PlainClock.withOffset(last));
          }
        }
      }
    }
  }

  private static List<Long> halfHours() {
    List<Long> moments = new ArrayList<>();
    for (long[] days : DAYS) {
      for (long moment = days[0] * DAY; moment < days[1] * DAY; moment += HALF) {
        moments.add(moment);
      }
    }
    return moments;
  }

  private static List<Long> daysTo(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static List<Long> everyDay() {
    List<Long> every = new ArrayList<>();
    for (long[] days : DAYS) {
      for (long day = days[0]; day < days[1]; day++) {
        every.add(day);
      }
    }
    return every;
  }

  /** Every half-hour from a day before the earliest due moment to a day after the latest. */
  private static List<Long> around(PlainDuty duty, Seconds start) {
    List<Long> moments = new ArrayList<>();
    long end = duty.due(start.last()) + DAY;
    for (long moment = (duty.due(start.first()) - DAY) / HALF * HALF; moment < end; ) {
      moments.add(moment - 1);
      moments.add(moment);
      moment += HALF;
    }
    return moments;
  }

  private static DutyVerdict judge(PlainDuty duty, Moment start, @Nullable Moment done, long now) {
    return judge(DUTIES, duty, start, done, now);
  }

  private static DutyVerdict judge(
      Duties duties, PlainDuty duty, Moment start, @Nullable Moment done, long now) {
    Map<Field, Moment> moments = new HashMap<>();
    moments.put(duty.starts(), start);
    if (done != null) {
      moments.put(duty.done(), done);
    }
    Optional<String> decision =
        duty == PlainDuty.ICO_DECISION ? Optional.empty() : Optional.of(DeadlineFacts.NOTIFY);
    DeadlineFacts facts =
        new DeadlineFacts(
            moments,
            Map.of(),
            Optional.of(2),
            decision,
            false,
            CountedAs.INCIDENT,
            false,
            Map.of());
    return rules(duties, duty).judge(facts, new AsOf(Instant.ofEpochSecond(now))).get(0);
  }

  private static Moment at(long moment) {
    return new Moment.At(Instant.ofEpochSecond(moment));
  }

  private static Moment on(long day) {
    return new Moment.OnDay(LocalDate.parse(PlainClock.civil(day).written()));
  }

  private static String words(long moment) {
    return PlainClock.withOffset(moment);
  }

  /** Hundredths of an hour are 36 seconds; halves go away from nought. */
  private static String hours(long seconds) {
    long hundredths = (Math.abs(seconds) + 18) / 36;
    String text = hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100;
    return seconds < 0 && hundredths > 0 ? "-" + text : text;
  }
}
