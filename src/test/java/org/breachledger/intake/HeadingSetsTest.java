package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.breachledger.incident.Field;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heading sets that registers, forms and the regulator's workbook have, column by column. */
class HeadingSetsTest {

  @TempDir Path folder;

  private Reading register(Object... cells) {
    return Reading.of(
        Sheets.book()
            .sheet("Breach register")
            .row(
                "Ref",
                "Date discovered",
                "Description",
                "Data affected",
                "Risk to individuals",
                "ICO notified? (Y/N + date)",
                "Individuals informed?",
                "Outcome")
            .row(cells)
            .write(folder.resolve("register.xlsx")));
  }

  @Test
  void theRegisterIsMappedColumnByColumn() {
    Reading reading =
        register("7", LocalDate.of(2024, 3, 12), "A bag", "Names", "Low", "Y 13/03/24", "Yes", "x");
    LogSheet sheet = reading.summary().mainSheet();
    assertThat(sheet.mapping())
        .containsExactly(
            entry("Ref", "reference"),
            entry("Date discovered", "identified"),
            entry("Description", "description"),
            entry("Data affected", "data_kinds"),
            entry("ICO notified? (Y/N + date)", "ico_notified;ico_decision"),
            entry("Individuals informed?", "individuals_told"),
            entry("Outcome", "closure_finding"));
    // "Low" is no answer to any of the ten questions of risk, nor a Category Level: kept as it is
    assertThat(sheet.unmapped()).containsExactly("Risk to individuals");
    assertThat(reading.taken().get(0).extra()).containsEntry("Risk to individuals", "Low");
    assertThat(reading.first(Field.IDENTIFIED)).isEqualTo("2024-03-12");
    assertThat(reading.first(Field.INDIVIDUALS_TOLD)).isEqualTo("undated");
    assertThat(reading.first(Field.FINDINGS)).isEqualTo("x");
  }

  @Test
  void yesAndADateIsADecisionAndItsDate() {
    Reading reading = register("7", "12/03/2024", "A bag", "Names", "Low", "Y 13/03/24", "", "");
    assertThat(reading.first(Field.ICO_DECISION)).isEqualTo("notify");
    assertThat(reading.first(Field.ICO_NOTIFIED)).isEqualTo("2024-03-13");
  }

  @Test
  void aBareYesIsADecisionWithoutADate() {
    Reading reading = register("7", "12/03/2024", "A bag", "Names", "Low", "Yes", "", "");
    assertThat(reading.first(Field.ICO_DECISION)).isEqualTo("notify");
    assertThat(reading.first(Field.ICO_NOTIFIED)).isEqualTo("undated");
  }

  @Test
  void aPlainNoIsNoDecisionButNotBlankEither() {
    Reading reading = register("7", "12/03/2024", "A bag", "Names", "Low", "N", "", "");
    assertThat(reading.first(Field.ICO_DECISION)).isNull();
    assertThat(reading.first(Field.ICO_NOTIFIED)).isNull();
    assertThat(reading.taken().get(0).extra()).containsEntry("ICO notified? (Y/N + date)", "N");
    Reading blank = register("7", "12/03/2024", "A bag", "Names", "Low", "", "", "");
    assertThat(blank.taken().get(0).extra()).doesNotContainKey("ICO notified? (Y/N + date)");
  }

  private Reading form(String need, String within) {
    return Reading.of(
        Sheets.csv(
            folder.resolve("form.csv"),
            ';',
            List.of(
                "Date of incident",
                "Date incident was reported",
                "Type of breach",
                "Details",
                "Need to notify ICO? If not, why not?",
                "Was it within 72 hours?"),
            List.of("14/01/2024", "15/01/2024", "Loss", "A bag was lost", need, within)));
  }

  @Test
  void theFormIsMappedColumnByColumn() {
    Reading reading = form("No - the papers came back unread", "Yes");
    LogSheet sheet = reading.summary().mainSheet();
    assertThat(sheet.mapping())
        .containsExactly(
            entry("Date of incident", "occurred"),
            entry("Date incident was reported", "reported"),
            entry("Type of breach", "reported_type"),
            entry("Details", "description"),
            entry("Need to notify ICO? If not, why not?", "ico_decision"));
    assertThat(reading.first(Field.OCCURRED)).isEqualTo("2024-01-14");
    assertThat(reading.first(Field.REPORTED)).isEqualTo("2024-01-15");
    assertThat(reading.first(Field.DESCRIPTION)).isEqualTo("A bag was lost");
    // a claim that only the deadlines can confirm, so it is kept and drives nothing
    assertThat(sheet.unmapped()).containsExactly("Was it within 72 hours?");
    assertThat(reading.taken().get(0).extra()).containsEntry("Was it within 72 hours?", "Yes");
  }

  @Test
  void noAndWhyIsADecisionAndItsReason() {
    Reading reading = form("No - the papers came back unread", "Yes");
    assertThat(reading.first(Field.ICO_DECISION)).isEqualTo("not-notify");
    assertThat(reading.first(Field.ICO_DECISION_REASON)).isEqualTo("the papers came back unread");
    assertThat(form("No because nobody saw it", "").first(Field.ICO_DECISION_REASON))
        .isEqualTo("because nobody saw it");
  }

  @Test
  void aReasonAloneIsNoDecision() {
    Reading reading = form("the papers came back unread", "");
    assertThat(reading.first(Field.ICO_DECISION)).isNull();
    assertThat(reading.first(Field.ICO_DECISION_REASON)).isEqualTo("the papers came back unread");
  }

  @Test
  void aReasonInItsOwnColumnIsAddedToTheOneInTheAnswer() {
    Reading reading =
        Reading.of(
            Sheets.csv(
                folder.resolve("two.csv"),
                ',',
                List.of("Date of incident", "Type of breach", "Notify ICO", "Rationale"),
                List.of("14/01/2024", "Loss", "No: encrypted", "returned the same day")));
    assertThat(reading.first(Field.ICO_DECISION)).isEqualTo("not-notify");
    assertThat(reading.first(Field.ICO_DECISION_REASON))
        .isEqualTo("encrypted; returned the same day");
  }

  private static final Object[] TRENDS = {
    "BI Reference",
    "Year",
    "Quarter",
    "Data Subject Type",
    "Data Type",
    "Decision Taken",
    "Incident Type",
    "No. Data Subjects Affected",
    "Sector",
    "Time Taken to Report"
  };

  private static Object[] trends(String ref, String subject, String data, String people) {
    return new Object[] {
      ref,
      2024,
      "Qtr 2",
      subject,
      data,
      "Informal Action Taken",
      "Data emailed to incorrect recipient",
      people,
      "Education and childcare",
      "24 hours to 72 hours"
    };
  }

  private Reading trends(Object[]... rows) {
    Sheets sheets = Sheets.book().sheet("Data").row(TRENDS);
    for (Object[] row : rows) {
      sheets.row(row);
    }
    return Reading.of(sheets.write(folder.resolve("trends.xlsx")));
  }

  @Test
  void theIcoTrendsWorkbookIsMappedColumnByColumn() {
    Reading reading = trends(trends("BI-1", "Children", "Health data", "10 to 99"));
    LogSheet sheet = reading.summary().mainSheet();
    assertThat(reading.summary().profile()).isEqualTo("ico-trends");
    assertThat(sheet.mapping())
        .containsExactly(
            entry("BI Reference", "reference"),
            entry("Data Type", "data_kinds"),
            entry("Incident Type", "reported_type"),
            entry("No. Data Subjects Affected", "individuals"));
    assertThat(sheet.unmapped())
        .containsExactly(
            "Year",
            "Quarter",
            "Data Subject Type",
            "Decision Taken",
            "Sector",
            "Time Taken to Report");
    assertThat(reading.first(Field.INDIVIDUALS)).isEqualTo("10..99");
    assertThat(reading.first(Field.ICO_NOTIFIED)).isEqualTo("undated");
    assertThat(reading.first(Field.ICO_DECISION)).isEqualTo("notify");
    assertThat(reading.first(Field.OCCURRED)).isNull();
    assertThat(reading.summary().covers()).isEmpty();
    assertThat(reading.summary().notes())
        .extracting(FileNote::code)
        .contains("no_occurred")
        .doesNotContain("no_individuals");
  }

  @Test
  void itsNumbersOfPeopleAreBands() {
    Reading reading =
        trends(
            trends("BI-1", "Children", "x", "1 to 9"),
            trends("BI-2", "Children", "x", "100 to 1k"),
            trends("BI-3", "Children", "x", "1k to 10k"),
            trends("BI-4", "Children", "x", "100k and above"),
            trends("BI-5", "Children", "x", "Unknown"));
    assertThat(reading.field(Field.INDIVIDUALS))
        .containsExactly("1..9", "100..1000", "1000..10000", "-", "-");
  }

  @Test
  void itsLinesOfOneReferenceAreOneIncidentAndNoKindOfDataIsLost() {
    Reading reading =
        trends(
            trends("BI-1", "Children", "Health data", "10 to 99"),
            trends("BI-1", "Children", "Basic identifiers", "10 to 99"),
            trends("BI-1", "Employees", "Basic identifiers", "10 to 99"),
            trends("BI-2", "Children", "Basic identifiers", "1 to 9"));
    assertThat(reading.outcomes()).hasSize(4).allMatch(row -> row.contains("no_school"));
    String both = "Health data; Basic identifiers";
    assertThat(reading.field(Field.DATA_KINDS))
        .containsExactly(both, both, both, "Basic identifiers");
    assertThat(reading.taken())
        .extracting(taken -> taken.extra().get("Data Subject Type"))
        .containsExactly(
            "Children; Employees", "Children; Employees", "Children; Employees", "Children");
    // the same facts in every row of one reference: the first is new, the others are unchanged
    assertThat(reading.taken().get(0).facts()).isEqualTo(reading.taken().get(2).facts());
  }

  @Test
  void oneReferenceWithAnotherNumberOfPeopleIsNotJoined() {
    Reading reading =
        trends(
            trends("BI-1", "Children", "Health data", "10 to 99"),
            trends("BI-1", "Children", "Basic identifiers", "1 to 9"));
    assertThat(reading.field(Field.DATA_KINDS)).containsExactly("Health data", "Basic identifiers");
  }

  @Test
  void whatTheProgramExportsIsALog() {
    Reading reading =
        Reading.of(
            Sheets.csv(
                folder.resolve("incidents.csv"),
                ',',
                List.of(
                    "reference",
                    "school",
                    "status",
                    "occurred",
                    "identified",
                    "aware",
                    "reported",
                    "registered",
                    "closed",
                    "reported_type",
                    "breach_type",
                    "sub_type",
                    "type_confidence",
                    "individuals",
                    "factors",
                    "baseline",
                    "score",
                    "category_level",
                    "declared_score",
                    "repeat_of",
                    "ico_decision",
                    "ico_notified",
                    "import_id",
                    "source_file",
                    "source_sheet",
                    "source_row"),
                List.of(
                    "E1",
                    "Elmbury",
                    "confirmed",
                    "2024-01-14T10:30:00+00:00",
                    "2024-01-15",
                    "",
                    "",
                    "",
                    "",
                    "Loss",
                    "OTHER",
                    "",
                    "high",
                    "20..30",
                    "DISTRESS",
                    "1",
                    "2",
                    "1",
                    "3",
                    "",
                    "notify",
                    "2024-01-16",
                    "1",
                    "log.xlsx",
                    "Log",
                    "5")));
    assertThat(reading.summary().profile()).isEqualTo("incident-export");
    assertThat(reading.outcomes()).containsExactly("2 taken");
    assertThat(reading.first(Field.OCCURRED)).isEqualTo("2024-01-14T10:30:00Z");
    assertThat(reading.first(Field.INDIVIDUALS)).isEqualTo("20..30");
    // the declared score is the one declared, not the one computed
    assertThat(reading.first(Field.DECLARED_SCORE)).isEqualTo("3");
    assertThat(reading.first(Field.DECLARED_LEVEL)).isNull();
    assertThat(reading.taken().get(0).extra())
        .containsAllEntriesOf(Map.of("score", "2", "breach_type", "OTHER"));
  }

  @Test
  void headingsInEverydayWords() {
    Reading reading =
        Reading.of(
            Sheets.book()
                .sheet("Breach register")
                .row(
                    "School",
                    "Our ref",
                    "Date of incident",
                    "Kind of breach",
                    "ICO told?",
                    "DPO told",
                    "Case closed on")
                .row(
                    "Elmbury",
                    "7",
                    LocalDate.of(2024, 3, 12),
                    "Lost paperwork",
                    "No",
                    "13/03/2024",
                    "14/03/24")
                .write(folder.resolve("everyday.xlsx")));
    assertThat(reading.summary().mainSheet().mapping())
        .containsExactly(
            entry("School", "school"),
            entry("Our ref", "reference"),
            entry("Date of incident", "occurred"),
            entry("Kind of breach", "reported_type"),
            entry("ICO told?", "ico_notified"),
            entry("DPO told", "reported"),
            entry("Case closed on", "closed"));
    assertThat(reading.gaps()).isEmpty();
  }

  @Test
  void aNearMissAskedBesideAStatusLeavesEachItsColumn() {
    Path log =
        Sheets.book()
            .sheet("Breach register")
            .row("Ref", "Date of incident", "Near miss?", "Status", "What happened")
            .row("7", LocalDate.of(2024, 3, 12), "Yes", "Open", "A bag was lost")
            .write(folder.resolve("near.xlsx"));
    Reading reading = Reading.of(log);
    assertThat(reading.summary().mainSheet().mapping())
        .containsEntry("Near miss?", "status")
        .containsEntry("Status", "status");
    assertThat(reading.summary().mainSheet().unmapped()).isEmpty();
    Reading stated =
        Reading.of(
            log, ReadingOptions.none().withStated(Mapping.parse(List.of("Near miss?=status"))));
    assertThat(stated.first(Field.STATUS)).isEqualTo("near-miss");
  }
}
