package org.breachledger.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.CaseState;
import org.breachledger.incident.Code;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.keeping.RetentionPeriod.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is due, and on which day: on the day itself, not on the evening before. */
class RetentionTest {

  private static final int ELM = 3;
  private static final int OAK = 4;
  private static final Instant SET = Instant.parse("2026-01-05T09:00:00Z");
  private static final RetentionPeriod SIX_YEARS = new RetentionPeriod(6, Unit.YEARS);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # closed,   length, unit,   the evening before,   due
          2020-03-02,      6, YEARS,  2026-03-01T23:59:59,  2026-03-02
          2020-03-02,     72, MONTHS, 2026-03-01T23:59:59,  2026-03-02
          2020-06-30,      1, YEARS,  2021-06-29T23:59:59,  2021-06-30
          2024-02-29,      1, YEARS,  2025-02-27T23:59:59,  2025-02-28
          2024-02-29,      4, YEARS,  2028-02-28T23:59:59,  2028-02-29
          2024-02-29,      6, YEARS,  2030-02-27T23:59:59,  2030-02-28
          2023-02-28,      1, YEARS,  2024-02-27T23:59:59,  2024-02-28
          2025-08-31,      6, MONTHS, 2026-02-27T23:59:59,  2026-02-28
          2026-02-28,      6, MONTHS, 2026-08-27T23:59:59,  2026-08-28
          2026-01-31,      1, MONTHS, 2026-02-27T23:59:59,  2026-02-28
          # in summer time midnight in London is 23:00 in Greenwich
          2020-07-01,      6, YEARS,  2026-06-30T23:59:59,  2026-07-01
          """)
  void dueFromTheFirstMomentOfTheDay(
      LocalDate closed, int length, Unit unit, String before, LocalDate due) {
    Retention retention = set(new RetentionPeriod(length, unit));
    KeptCase one = closed(new Moment.OnDay(closed));
    assertThat(retention.judge(one, AsOf.parse(before)))
        .isEqualTo(
            new RetentionLine(
                one, RetentionState.KEPT, Optional.of(closed), Optional.of(due), false));
    RetentionLine then = retention.judge(one, AsOf.of(due));
    assertThat(then.state()).isEqualTo(RetentionState.DUE);
    assertThat(then.isDue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # a moment,             the London day it is counted from
          2020-07-01T22:59:59Z,   2020-07-01
          2020-07-01T23:00:00Z,   2020-07-02
          2020-12-01T23:00:00Z,   2020-12-01
          """)
  void aMomentIsCountedFromItsLondonDay(Instant closed, LocalDate day) {
    RetentionLine line =
        set(SIX_YEARS).judge(closed(new Moment.At(closed)), AsOf.of(day.plusDays(1)));
    assertThat(line.closedOn()).contains(day);
    assertThat(line.due()).contains(day.plusYears(6));
  }

  @Test
  void anOpenCaseIsNeverDue() {
    KeptCase open = kept(Optional.empty(), Optional.of(LocalDate.of(1999, 1, 1)));
    RetentionLine line = set(SIX_YEARS).judge(open, AsOf.parse("2099-01-01"));
    assertThat(line.state()).isEqualTo(RetentionState.OPEN);
    assertThat(line.due()).isEmpty();
  }

  @Test
  void aCaseClosedAfterTheAsOfIsStillOpen() {
    KeptCase one = closed(new Moment.OnDay(LocalDate.of(2026, 7, 2)));
    assertThat(set(SIX_YEARS).judge(one, AsOf.parse("2026-07-01T23:59")).state())
        .isEqualTo(RetentionState.OPEN);
    assertThat(set(SIX_YEARS).judge(one, AsOf.parse("2026-07-02")).state())
        .isEqualTo(RetentionState.KEPT);
  }

  /** The sheet goes on saying closed; only a closing after the reopening counts. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # closed in the sheet, opened again, state on 2 March 2026
          2020-03-02,            ,             DUE
          2020-03-02,            2025-12-01,   OPEN
          2025-12-02,            2025-12-01,   KEPT
          """)
  void aReopenedCaseIsNotDue(LocalDate closed, LocalDate reopened, RetentionState state) {
    Facts sheet =
        Facts.none()
            .with(Field.CLOSED, new Moment.OnDay(closed))
            .with(Field.CASE_STATE, new Code("closed"));
    Facts recorded =
        reopened == null
            ? Facts.none()
            : Facts.none().with(Field.REOPENED, new Moment.OnDay(reopened));
    KeptCase one = kept(CaseState.closed(sheet.joined(recorded)), Optional.empty());
    assertThat(set(SIX_YEARS).judge(one, AsOf.parse("2026-03-02")).state()).isEqualTo(state);
  }

  @Test
  void withoutADayOfClosingItIsCountedFromTheRegistration() {
    KeptCase undated =
        kept(Optional.of(new Moment.Undated()), Optional.of(LocalDate.of(2020, 3, 2)));
    assertThat(set(SIX_YEARS).judge(undated, AsOf.parse("2026-03-01")).state())
        .isEqualTo(RetentionState.KEPT);
    RetentionLine due = set(SIX_YEARS).judge(undated, AsOf.parse("2026-03-02"));
    assertThat(due.state()).isEqualTo(RetentionState.DUE);
    assertThat(due.closedOn()).isEmpty();
    assertThat(due.countedFromRegistration()).isTrue();
    KeptCase nothing = kept(Optional.of(new Moment.Undated()), Optional.empty());
    assertThat(set(SIX_YEARS).judge(nothing, AsOf.parse("2099-01-01")).state())
        .isEqualTo(RetentionState.NO_DAY);
  }

  @Test
  void withoutASettingNothingIsEverDue() {
    Retention none = new Retention(new RetentionSettings(List.of()), List.of());
    RetentionLine line =
        none.judge(closed(new Moment.OnDay(LocalDate.of(1990, 1, 1))), AsOf.parse("2099-01-01"));
    assertThat(line.state()).isEqualTo(RetentionState.NO_SETTING);
    assertThat(line.due()).isEmpty();
    assertThat(none.setting(ELM)).isEmpty();
  }

  @Test
  void theNewestSettingCountsAndASchoolsOwnBeforeTheOneForAll() {
    RetentionSettings settings =
        new RetentionSettings(
            List.of(setting(ELM, 3), setting(RetentionSetting.EVERY_OTHER, 6), setting(ELM, 7)));
    assertThat(settings.find(ELM)).contains(setting(ELM, 7));
    assertThat(settings.find(OAK)).contains(setting(RetentionSetting.EVERY_OTHER, 6));
    assertThat(new RetentionSettings(List.of(setting(ELM, 3))).find(OAK)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # school held, incident held (none = the whole school), held
          3,             ,                                        true
          4,             ,                                        false
          3,             8,                                       true
          3,             9,                                       false
          """)
  void aHoldIsSaidBesideWhatIsDue(int school, Long incident, boolean held) {
    LegalHold hold = new LegalHold(1, school, Optional.ofNullable(incident), "dpo", SET);
    RetentionLine line =
        new Retention(new RetentionSettings(List.of(setting(0, 6))), List.of(hold))
            .judge(closed(new Moment.OnDay(LocalDate.of(2020, 3, 2))), AsOf.parse("2026-03-02"));
    assertThat(line.isDue()).isTrue();
    assertThat(line.held()).isEqualTo(held);
  }

  private static Retention set(RetentionPeriod period) {
    return new Retention(
        new RetentionSettings(
            List.of(new RetentionSetting(RetentionSetting.EVERY_OTHER, period, "dpo", SET))),
        List.of());
  }

  private static RetentionSetting setting(int school, int years) {
    return new RetentionSetting(school, new RetentionPeriod(years, Unit.YEARS), "dpo", SET);
  }

  private static KeptCase closed(Moment moment) {
    return kept(Optional.of(moment), Optional.empty());
  }

  private static KeptCase kept(Optional<Moment> closed, Optional<LocalDate> registered) {
    return new KeptCase(8, ELM, "Elm School", "A1", closed, registered);
  }
}
