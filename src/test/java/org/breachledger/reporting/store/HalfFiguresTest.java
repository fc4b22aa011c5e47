package org.breachledger.reporting.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.DelayBands;
import org.breachledger.incident.Code;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.IsoMoment;
import org.breachledger.incident.Moment;
import org.breachledger.incident.RowRef;
import org.breachledger.incident.Value;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.reporting.DateUsed;
import org.breachledger.reporting.DelayBands.Band;
import org.breachledger.reporting.DutyPerformance;
import org.breachledger.reporting.IcoDecision;
import org.breachledger.reporting.LevelTwoCase;
import org.breachledger.reporting.SamplePapers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFiguresTest {

  private static final EditedPolicy SHIPPED = EditedPolicy.shipped();
  private static final String BANDS = "deadline/delay-bands.csv";

  private static PaperWords words() {
    return new PaperWords(
        Map.of(),
        Map.of(),
        DeadlineRules.read(SHIPPED, PolicyProfile.read(SHIPPED, PolicyProfile.DEFAULT)).timed(),
        Map.of());
  }

  private static HalfIncident incident(
      @Nullable Integer level, Map<Field, Value> facts, Map<String, String> duties) {
    return new HalfIncident(
        1,
        "Alder Brook",
        "A1",
        LocalDate.of(2026, 6, 28),
        DateUsed.OCCURRED,
        CountedAs.INCIDENT,
        "OTHER",
        "",
        level,
        level,
        false,
        false,
        new Facts(facts),
        duties,
        new RowRef(1, 1, 2),
        Instant.parse("2026-06-30T10:00:00Z"));
  }

  private static HalfFigures figures(HalfIncident... incidents) {
    return new HalfFigures(SamplePapers.imprint(), List.of(incidents), List.of());
  }

  private static Moment moment(String written) {
    return written.equals("undated")
        ? new Moment.Undated()
        : ((IsoMoment.Read) IsoMoment.parse(written)).moment();
  }

  @ParameterizedTest(name = "{0} on {1}, notified {2}: {3} after {4} days")
  @CsvSource({
    "'', '', '', UNDECIDED, 3",
    "'', '', 2026-06-30T12:00, NOTIFIED, 2",
    "'', '', 2026-07-01T03:00:00, NOTIFIED, 3",
    "'', '', 2026-07-01T03:00:01, UNDECIDED, 3",
    "'', '', 2026-07-01, NOTIFIED, 3",
    "'', '', 2026-07-02, UNDECIDED, 3",
    "'', '', undated, NOTIFIED, ",
    "notify, '', 2026-07-02, TO_NOTIFY, ",
    "notify, 2026-06-29, 2026-07-02, TO_NOTIFY, 1",
    "notify, 2026-06-30, 2026-06-29T12:00, NOTIFIED, 1", // notified first: decided by then
    "notify, 2026-06-29, 2026-06-30T12:00, NOTIFIED, 1",
    "notify, 2026-06-30, 2026-06-30T12:00, NOTIFIED, 2",
    "notify, 2026-06-30, undated, NOTIFIED, 2",
    "notify, undated, 2026-06-30T12:00, NOTIFIED, 2",
    "notify, 2026-07-02, 2026-06-30T12:00, NOTIFIED, 2",
    "notify, 2026-06-30, 2026-07-02, TO_NOTIFY, 2",
    "not-notify, 2026-07-01T03:00:00, '', NOT_TO_NOTIFY, 3",
    "not-notify, 2026-07-01T03:00:01, '', UNDECIDED, 3",
    "not-notify, '', '', NOT_TO_NOTIFY, ",
  })
  void whatLiesAfterTheAsOfHasNotHappenedYet(
      String decision,
      String decided,
      String notified,
      IcoDecision printed,
      @Nullable Integer days) {
    Map<Field, Value> facts = new HashMap<>();
    facts.put(Field.IDENTIFIED, moment("2026-06-28T09:00"));
    if (!decision.isEmpty()) {
      facts.put(Field.ICO_DECISION, new Code(decision));
    }
    if (!decided.isEmpty()) {
      facts.put(Field.ICO_DECIDED, moment(decided));
    }
    if (!notified.isEmpty()) {
      facts.put(Field.ICO_NOTIFIED, moment(notified));
    }
    LevelTwoCase one = figures(incident(2, facts, Map.of())).levelTwo(words()).get(0);
    assertThat(one.decision()).isEqualTo(printed);
    assertThat(one.days()).isEqualTo(days);
  }

  @Test
  void anUnknownLevelIsCountedApart() {
    HalfFigures figures =
        figures(
            incident(2, Map.of(), Map.of()),
            incident(1, Map.of(), Map.of()),
            incident(null, Map.of(), Map.of()));
    assertThat(figures.atLevelTwo()).hasSize(1);
    assertThat(figures.quality(0, 0, 0).levelUnknown()).isEqualTo(1);
  }

  @Test
  void whyNobodyCanTellIsCountedByReason() {
    Map<String, String> untold = Map.of("ico_legal_clock", "CANNOT_TELL");
    Map<Field, Value> facts = Map.of(Field.IDENTIFIED, moment("2026-06-01T09:00"));
    DutyPerformance duty =
        figures(
                incident(null, facts, untold),
                incident(2, facts, untold),
                incident(2, facts, untold),
                incident(2, Map.of(), untold),
                incident(1, facts, Map.of("ico_legal_clock", "NOT_REQUIRED")))
            .duties(words())
            .stream()
            .filter(one -> one.duty().equals("ICO notified: legal clock"))
            .findFirst()
            .orElseThrow();
    assertThat(duty)
        .isEqualTo(new DutyPerformance("ICO notified: legal clock", 0, 0, 0, 0, 4, 1, 2));
  }

  @Test
  void theTableSaysHowManyBandsThereAreAndTheirWords() {
    List<HalfIncident> incidents = new ArrayList<>();
    for (String notified :
        List.of("2026-06-03T09:00", "2026-06-03T09:00:01", "2026-06-20T09:00", "undated")) {
      incidents.add(
          incident(
              2,
              Map.of(Field.AWARE, moment("2026-06-01T09:00"), Field.ICO_NOTIFIED, moment(notified)),
              Map.of()));
    }
    HalfFigures figures = figures(incidents.toArray(HalfIncident[]::new));
    assertThat(
            figures
                .delays(bands("soon,up to 48 hours,,,,48,\nlate,more than 48 hours,,48,,,\n"))
                .list())
        .containsExactly(
            new Band("Up to 48 hours", 1),
            new Band("More than 48 hours", 2),
            new Band("Cannot be told", 1));
    assertThat(
            figures
                .delays(
                    bands(
                        "a,one day,,,,24,\nb,two days,,24,,48,\nc,three days,,48,,72,\n"
                            + "d,four days,,72,,96,\ne,more,,96,,,\n"))
                .list())
        .containsExactly(
            new Band("One day", 0),
            new Band("Two days", 1),
            new Band("Three days", 1),
            new Band("Four days", 0),
            new Band("More", 1),
            new Band("Cannot be told", 1));
  }

  private static DelayBands bands(String rows) {
    EditedPolicy edited =
        SHIPPED.with(BANDS, "code,words,at_least,more_than,less_than,at_most,source\n" + rows);
    return DelayBands.read(edited, PolicyProfile.read(edited, PolicyProfile.DEFAULT));
  }

  @Test
  void whatHasNoDateIsInNoHalf() {
    HalfFigures figures =
        new HalfFigures(
            SamplePapers.imprint(),
            List.of(),
            List.of(
                new UndatedIncident(1, "Alder Brook", "A2", false, new RowRef(1, 1, 3)),
                new UndatedIncident(1, "Alder Brook", "A3", true, new RowRef(1, 1, 4)),
                new UndatedIncident(1, "Alder Brook", "A4", false, new RowRef(1, 1, 5))));
    assertThat(figures.quality(0, 0, 0).undated()).isEqualTo(2);
    assertThat(figures.quality(0, 0, 0).undatedNearMisses()).isEqualTo(1);
    assertThat(figures.quality(0, 0, 0).imported()).isZero();
  }
}
