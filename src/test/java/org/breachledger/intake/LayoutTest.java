package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.breachledger.incident.Field;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks laid out as DPOs lay them out: titles, groups, tabs, hints, totals, lists of words. */
class LayoutTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 4);

  @TempDir Path folder;

  private Reading read(Sheets sheets, String name) {
    return Reading.of(sheets.write(folder.resolve(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"log.xlsx", "log.xls"})
  void titleRowsAndGroupHeadingsStandAbove(String name) {
    Sheets sheets =
        Sheets.book()
            .sheet("Incident log")
            .title("Example Trust: data security incidents", 5)
            .row("Covers January 2024 to March 2024")
            .row()
            .row("Incident", "", "Timings", "", "", "ICO", "")
            .row("No.", "School", "Date of incident", "Time", "Discovered", "Date", "Decision")
            .row(1, "Elmbury", DAY, "14:05", LocalDateTime.of(2024, 1, 5, 9, 30), DAY, "Notify")
            .row(2, "Elmbury", DAY, 0.5, LocalDateTime.of(2024, 1, 5, 0, 0), "", "")
            .row("Total", 2);
    Reading reading = read(sheets, name);
    LogSheet sheet = reading.summary().mainSheet();
    assertThat(sheet.headerRow()).isEqualTo(5);
    assertThat(sheet.mapping())
        .containsExactly(
            Map.entry("No.", "reference"),
            Map.entry("School", "school"),
            Map.entry("Date of incident", "occurred"),
            Map.entry("Time", "occurred (time)"),
            Map.entry("Discovered", "identified"),
            Map.entry("Date", "ico_notified"),
            Map.entry("Decision", "ico_decision"));
    assertThat(reading.outcomes()).containsExactly("6 taken", "7 taken", "8 skipped total");
    assertThat(reading.field(Field.OCCURRED))
        .containsExactly("2024-01-04T14:05:00Z", "2024-01-04T12:00:00Z");
    assertThat(reading.field(Field.IDENTIFIED))
        .containsExactly("2024-01-05T09:30:00Z", "2024-01-05T00:00:00Z");
    assertThat(reading.summary().covers()).hasToString("[2024-01, 2024-02, 2024-03]");
  }

  @Test
  void eachTabIsASchool() {
    Sheets sheets =
        Sheets.book()
            .sheet("Guidance")
            .row("Fill in one tab for each school.")
            .sheet("Elmbury Primary")
            .row("Ref", "Occurred", "Breach type")
            .row("E1", DAY, "Loss")
            .sheet("Oakfold")
            .row("Ref", "Occurred", "Breach type")
            .row("O1", DAY, "Loss")
            .row("O2", DAY, "Loss");
    Reading reading = read(sheets, "tabs.xlsx");
    assertThat(reading.field(Field.SCHOOL))
        .containsExactly("Elmbury Primary", "Oakfold", "Oakfold");
    assertThat(reading.rows()).extracting(ReadRow::sheet).containsExactly(2, 3, 3);
    assertThat(reading.summary().mainSheet().name()).isEqualTo("Oakfold");
    assertThat(reading.summary().notes())
        .contains(
            new FileNote("no_log", "Sheet \"Guidance\" holds no incident log and was not read."));
  }

  @Test
  void eachTabIsAMonth() {
    Sheets sheets =
        Sheets.book()
            .sheet("May 2024")
            .row("Ref", "School", "Occurred", "Breach type")
            .row("1", "Elmbury", LocalDate.of(2024, 5, 7), "Loss")
            .sheet("June 2024")
            .row("Ref", "School", "Occurred", "Breach type");
    Reading reading = read(sheets, "months.xlsx");
    assertThat(reading.field(Field.SCHOOL)).containsExactly("Elmbury");
    assertThat(reading.summary().covers()).hasToString("[2024-05, 2024-06]");
  }

  @Test
  void hintsBelowTheHeadingsAreNoRows() {
    Sheets sheets =
        Sheets.book()
            .sheet("Log")
            .row("Ref", "School", "Date of incident", "Type of breach", "Encrypted")
            .row("e.g. 1", "", "dd/mm/yyyy", "Select from list", "Y/N")
            .row("1", "Elmbury", DAY, "Loss", "N");
    Reading reading = read(sheets, "hints.xlsx");
    assertThat(reading.outcomes()).containsExactly("3 taken");
  }

  @Test
  void machineNamesAboveTheHeadingsAreNoRow() {
    Sheets sheets =
        Sheets.book()
            .sheet("Log")
            .row("incident_id", "school_name", "incident_date", "x_17", "x_18")
            .row("Incident no", "School", "Date of incident", "Type of breach", "What happened")
            .row("1", "Elmbury", DAY, "Loss", "A bag was lost");
    Reading reading = read(sheets, "machine.xlsx");
    assertThat(reading.summary().mainSheet().headerRow()).isEqualTo(2);
    assertThat(reading.outcomes()).containsExactly("3 taken");
  }

  @Test
  void aBareRegisterNeedsATitleThatSaysWhatItIs() {
    Sheets bare =
        Sheets.book()
            .sheet("Data")
            .row("Date", "Details", "Status")
            .row(DAY, "A bag was lost", "Open");
    assertThat(Reading.reader().open(bare.write(folder.resolve("b.xlsx")), ReadingOptions.none()))
        .isInstanceOf(Refused.class);
    Sheets named =
        Sheets.book()
            .sheet("Data")
            .row("Data breach register")
            .row("Date", "Details", "Status")
            .row(DAY, "A bag was lost", "Open");
    assertThat(read(named, "n.xlsx").field(Field.CASE_STATE)).containsExactly("open");
  }

  @Test
  void aSchoolInATitleSpeaksForItsRows() {
    Sheets sheets =
        Sheets.book()
            .sheet("Log")
            .row("Name of school", "Elmbury Primary")
            .row("Ref", "Date of incident", "Type of breach")
            .row("1", DAY, "Loss");
    assertThat(read(sheets, "title.xlsx").field(Field.SCHOOL)).containsExactly("Elmbury Primary");
  }

  @Test
  void aTabOfWordsToChooseFromIsNoLog() {
    Sheets sheets =
        Sheets.book()
            .sheet("Lists")
            .row("Type of breach", "Status", "Encrypted")
            .row("Loss", "Open", "Y")
            .sheet("Log")
            .row("Ref", "School", "Date of incident", "Type of breach")
            .row("1", "Elmbury", DAY, "Loss");
    assertThat(read(sheets, "lists.xlsx").rows()).extracting(ReadRow::sheet).containsExactly(2);
  }

  @Test
  void theMisLogKeepsGreenwichTime() {
    Path file =
        Sheets.csv(
            folder.resolve("mis.csv"),
            ',',
            List.of(
                "Logged at (GMT)", "School", "Log no", "Category", "Details", "Discovered (GMT)"),
            List.of("14/07/2024 09:00", "Elmbury", "4", "Loss", "x", "14/07/2024 08:30"));
    Reading reading = Reading.of(file);
    assertThat(reading.summary().profile()).isEqualTo("mis-incident-log");
    assertThat(reading.first(Field.IDENTIFIED)).isEqualTo("2024-07-14T08:30:00Z");
    assertThat(reading.summary().mainSheet().mapping())
        .isEqualTo(
            Map.of(
                "Logged at (GMT)", "registered",
                "School", "school",
                "Log no", "reference",
                "Category", "reported_type",
                "Details", "description",
                "Discovered (GMT)", "identified"));
  }

  @Test
  void nothingIsReadTwiceDifferently() {
    Path file =
        Sheets.book()
            .sheet("Log")
            .row("Ref", "School", "Date of incident", "Type of breach")
            .row("1", "Elmbury", DAY, "Loss")
            .write(folder.resolve("twice.xlsx"));
    assertThat(Reading.of(file)).isEqualTo(Reading.of(file));
  }

  @Test
  void dayMonthAndYearInThreeColumnsUnderOneGroupHeading() {
    Sheets sheets =
        Sheets.book()
            .sheet("Log")
            .row("Date of incident", "", "", "Date discovered", "", "", "", "")
            .row("Day", "Month", "Year", "Day", "Month", "Year", "Type of breach", "Ref")
            .row(4, "January", 2024, 5, 1, 24, "Loss", "1")
            .row("31", "02", "2024", "", "", "", "Loss", "2");
    Reading reading = read(sheets, "parts.xlsx");
    assertThat(reading.summary().mainSheet().mapping())
        .containsExactly(
            Map.entry("Day", "occurred (day)"),
            Map.entry("Month", "occurred (month)"),
            Map.entry("Year", "occurred (year)"),
            Map.entry("Day (2)", "identified (day)"),
            Map.entry("Month (2)", "identified (month)"),
            Map.entry("Year (2)", "identified (year)"),
            Map.entry("Type of breach", "reported_type"),
            Map.entry("Ref", "reference"));
    assertThat(reading.summary().mainSheet().fields())
        .containsExactlyInAnyOrder(
            Field.OCCURRED, Field.IDENTIFIED, Field.REPORTED_TYPE, Field.REFERENCE);
    assertThat(reading.field(Field.OCCURRED)).containsExactly("2024-01-04", "-");
    assertThat(reading.field(Field.IDENTIFIED)).containsExactly("2024-01-05", "-");
    Notice gap = reading.taken().get(1).gaps().get(0);
    assertThat(gap.code()).isEqualTo("unreadable_date");
    assertThat(gap.read()).isEqualTo("31 Feb 2024");
  }

  @Test
  void yearAndQuarterOrAWeekdayMakeNoDate() {
    Sheets quarters =
        Sheets.book()
            .sheet("Log")
            .row("Ref", "Year", "Quarter", "Type of breach", "Date discovered")
            .row("1", 2024, 2, "Loss", DAY);
    assertThat(read(quarters, "quarters.xlsx").summary().mainSheet().unmapped())
        .containsExactly("Year", "Quarter");
    Sheets weekdays =
        Sheets.book()
            .sheet("Log")
            .row("Ref", "Day", "Month", "Year", "Type of breach", "Date discovered")
            .row("1", "Monday", "January", 2024, "Loss", DAY);
    Reading reading = read(weekdays, "weekdays.xlsx");
    assertThat(reading.summary().mainSheet().unmapped()).containsExactly("Day", "Month", "Year");
    assertThat(reading.taken().get(0).extra()).containsEntry("Day", "Monday");
  }

  private static Sheets state(Sheets book, String name, Object[]... rows) {
    book.sheet(name).row("Ref", "School", "Date of incident", "Type of breach", "People affected");
    for (Object[] row : rows) {
      book.row(row);
    }
    return book;
  }

  private static Object[] row(Object... cells) {
    return cells;
  }

  @Test
  void threeTabsOfOneLogAreReadFromTheOldestToTheNewest() {
    Sheets book = Sheets.book();
    state(book, "31 March 2024", row("A", "E", DAY, "Loss", 5), row("B", "E", DAY, "Loss", 2));
    state(book, "29 February 2024", row("A", "E", DAY, "Loss", 4));
    state(book, "31 January 2024", row("A", "E", DAY, "Loss", 3));
    Reading reading = read(book, "states.xlsx");
    assertThat(reading.field(Field.INDIVIDUALS)).containsExactly("3", "4", "5", "2");
    assertThat(reading.rows()).extracting(ReadRow::sheet).containsExactly(3, 2, 1, 1);
    assertThat(reading.summary().rowsRead()).isEqualTo(4);
    assertThat(reading.summary().covers()).isEmpty();
    assertThat(reading.summary().notes())
        .contains(
            new FileNote(
                "same_log",
                "Sheets \"31 January 2024\", \"29 February 2024\", \"31 March 2024\" are the same log"
                    + " at several dates; they were read in this order, so that the last one's"
                    + " values stand."));
  }

  @Test
  void withoutReferencesTheNewestOfThreeTabsIsReadAlone() {
    Sheets book = Sheets.book();
    for (int tab = 1; tab <= 3; tab++) {
      book.sheet("Log v" + tab).row("School", "Date of incident", "Type of breach", "Details");
      for (int day = 1; day <= tab * 2; day++) {
        book.row("Elmbury", LocalDate.of(2024, 1, day), "Loss", "bag " + day);
      }
    }
    Reading reading = read(book, "versions.xlsx");
    assertThat(reading.rows()).extracting(ReadRow::sheet).containsOnly(3).hasSize(6);
    assertThat(reading.summary().notes())
        .contains(
            new FileNote(
                "same_log_newest",
                "Sheets \"Log v1\", \"Log v2\" are older states of the log in Sheet \"Log v3\", which"
                    + " was read alone: without references a changed row could not be known"
                    + " again."));
  }

  @Test
  void monthsNumberedAfreshAreDifferentLogs() {
    Sheets book = Sheets.book();
    state(book, "May 2024", row("1", "E", LocalDate.of(2024, 5, 7), "Loss", 5));
    state(book, "June 2024", row("1", "E", LocalDate.of(2024, 6, 7), "Theft", 5));
    Reading reading = read(book, "months.xlsx");
    assertThat(reading.taken()).hasSize(2);
    assertThat(reading.summary().notes()).extracting(FileNote::code).doesNotContain("same_log");
    assertThat(reading.summary().covers()).hasToString("[2024-05, 2024-06]");
  }

  @Test
  void aTitleThatItsRowsContradictStatesNoPeriod() {
    Sheets sheets =
        Sheets.book()
            .sheet("Log")
            .row("Data breach register May 2024")
            .row("Ref", "School", "Date of incident", "Type of breach")
            .row("1", "Elmbury", LocalDate.of(2024, 5, 7), "Loss")
            .row("2", "Elmbury", LocalDate.of(2024, 3, 7), "Loss")
            .row("3", "Elmbury", LocalDate.of(2024, 2, 7), "Loss");
    Reading reading = read(sheets, "cumulative.xlsx");
    assertThat(reading.summary().covers()).isEmpty();
    assertThat(reading.summary().notes())
        .contains(
            new FileNote(
                "period_disagrees",
                "The title of sheet \"Log\" states 2024-05, but most of its rows lie in other months;"
                    + " the statement was not used. State the period when you send the"
                    + " file (--covers)."));
  }

  @Test
  void aTitleThatHalfOfItsRowsAgreeWithStatesItsPeriod() {
    Sheets sheets =
        Sheets.book()
            .sheet("Log")
            .row("Data breach register May 2024")
            .row("Ref", "School", "Date of incident", "Type of breach")
            .row("1", "Elmbury", LocalDate.of(2024, 5, 7), "Loss")
            .row("2", "Elmbury", LocalDate.of(2024, 4, 30), "Loss");
    assertThat(read(sheets, "half.xlsx").summary().covers()).hasToString("[2024-05]");
  }

  @Test
  void aHeadingMergedWithTheGroupsAboveIsFound() {
    Sheets sheets =
        Sheets.book()
            .sheet("Log")
            .row("Ref", "School", "Date of incident", "Type of breach", "ICO", "")
            .row("", "", "", "", "Notified", "Decision")
            .row("1", "Elmbury", DAY, "Loss", DAY, "Notify");
    Reading reading = read(sheets, "merged.xlsx");
    assertThat(reading.summary().mainSheet().headerRow()).isEqualTo(2);
    assertThat(reading.summary().mainSheet().mapping())
        .containsExactly(
            Map.entry("Ref", "reference"),
            Map.entry("School", "school"),
            Map.entry("Date of incident", "occurred"),
            Map.entry("Type of breach", "reported_type"),
            Map.entry("Notified", "ico_notified"),
            Map.entry("Decision", "ico_decision"));
    assertThat(reading.outcomes()).containsExactly("3 taken");
  }
}
