package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.breachledger.incident.Field;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that look like a log: no incident comes of them, and their sender is told what to do. */
class NotALogTest {

  @TempDir Path folder;

  private void refused(Sheets sheets, String sentence) {
    refused(sheets.write(folder.resolve("incident log.xlsx")), sentence);
  }

  private static void refused(Path file, String sentence) {
    assertThat(Reading.reader().open(file, ReadingOptions.none()))
        .isEqualTo(new Refused(Refusal.NO_LOG, "no incident log found: " + sentence));
  }

  private Path csv(String... lines) {
    return Sheets.csv(
        folder.resolve("incident log.csv"),
        ',',
        java.util.Arrays.stream(lines)
            .map(line -> List.of(line.split(",", -1)))
            .toArray(List[]::new));
  }

  @Test
  void whatTheCommandScoreWrote() {
    refused(
        csv(
            "reference,individuals,factors,baseline,adjustment,score,category_level,label,reasons",
            "7,292,DISTRESS,2,1,3,2,major,why"),
        "this is what the command score wrote; import the log it was made from.");
  }

  @Test
  void whatTheCommandClassifyWrote() {
    refused(
        csv(
            "Ref,Date of incident,Description,breach_type,sub_type,confidence,evidence,needs_review",
            "7,14/01/2024,A bag,OTHER,,low,bag,true"),
        "this is what the command classify wrote; import the log it was made from.");
  }

  @Test
  void whatTheCommandDeadlinesWrote() {
    refused(
        csv(
            "reference,school,occurred,identified,form_a_due,form_a_verdict,form_a_hours,form_a_note",
            "7,Elmbury,2024-01-14,2024-01-14,2024-01-15T23:59:59Z,MET,2.00,"),
        "this is what the command deadlines wrote; import the log it was made from.");
  }

  @Test
  void ourExportOfDeadlines() {
    refused(
        csv(
            "reference,school,duty,starts,due,done,verdict,hours,precision,note",
            "7,Elmbury,form_a,2024-01-14,2024-01-15,2024-01-15,MET,2.00,day,"),
        "this is an export of deadlines and not of incidents; export incidents or send the log"
            + " itself.");
  }

  @Test
  void ourExportOfTheComparison() {
    refused(
        csv(
            "school,breach_type,sub_type,window_start,window_middle,window_end,previous,current,verdict",
            "Elmbury,OTHER,,2024-01-01,2024-07-01,2025-01-01,2,1,REDUCED"),
        "this is an export of the six-month comparison; it holds counts and no incidents. Send the"
            + " log itself.");
  }

  @Test
  void headingsOfALogOverNumbersOnly() {
    refused(
        csv("Incident no,School,Individuals affected,Score", "1,Elmbury,292,3", "2,Elmbury,4,1"),
        "headings of a log are there, but no row below them holds a date or says in words what"
            + " happened. Send the log itself.");
  }

  @Test
  void anUnreadableDateIsAReasonToReturnTheRowNotTheFile() {
    Path file = csv("School,Incident no,Date of incident", "Elmbury,,about Easter");
    assertThat(Reading.of(file).outcomes())
        .containsExactly("2 returned nothing_usable,unreadable_date@Date of incident");
  }

  @Test
  void aLogWithoutRowsStaysALog() {
    assertThat(
            Reading.of(csv("School,Incident no,Date of incident,Breach type")).summary().rowsRead())
        .isZero();
  }

  @Test
  void totalsByYear() {
    refused(
        Sheets.book()
            .sheet("Data breaches")
            .row("Year", "Number of breaches", "Individuals affected")
            .row(2022, 12, 340)
            .row(2023, 9, 120)
            .row(2024, 14, 95),
        "this seems to be a table of totals by year or month; it holds counts and no incidents."
            + " Send the log it was made from.");
  }

  @Test
  void aCrossTab() {
    refused(
        Sheets.book()
            .sheet("Breaches")
            .row("School", "Lost", "Disclosed", "Other", "All")
            .row("Elmbury", 1, 4, 0, 5)
            .row("Oakfold", 0, 2, 1, 3)
            .row("Quillbrook", 2, 2, 2, 6),
        "this seems to be a cross-tab; it holds counts and no incidents. Send the log it was made"
            + " from.");
  }

  @Test
  void aPivotTable() {
    refused(
        Sheets.book()
            .sheet("Incidents")
            .row("Count of Ref", "Column Labels")
            .row("Row Labels", "Lost", "Disclosed", "Grand Total")
            .row("Elmbury", 1, 4, 5)
            .row("Grand Total", 1, 4, 5),
        "this seems to be a pivot table, which holds counts and no incidents; send the sheet it was"
            + " made from.");
  }

  @Test
  void aFormAboutOneIncident() {
    refused(
        Sheets.book()
            .sheet("Incident form")
            .row("Data breach report form")
            .row("Name of school", "Elmbury")
            .row("Date of incident", LocalDate.of(2024, 1, 14))
            .row("Date discovered", LocalDate.of(2024, 1, 15))
            .row("Type of breach", "Loss")
            .row("Details", "A bag was lost")
            .row("Number of individuals affected", 3)
            .row("ICO notified?", "No"),
        "this seems to be a form about one incident, its questions one below the other; enter it as"
            + " one row of the log and send that.");
  }

  @Test
  void nothingAtAll() {
    refused(
        Sheets.book().sheet("Sheet1").sheet("Sheet2"),
        "no cell of this file is filled in; save the log again and send that file.");
  }

  @Test
  void aPivotOnItsOwnSheetAddsNoIncident() {
    Reading reading =
        Reading.of(
            Sheets.book()
                .sheet("Summary")
                .row("Row Labels", "Count of Ref")
                .row("Elmbury", 2)
                .row("Grand Total", 2)
                .sheet("Log")
                .row("Ref", "School", "Date of incident", "Type of breach")
                .row("1", "Elmbury", LocalDate.of(2024, 1, 14), "Loss")
                .row("2", "Elmbury", LocalDate.of(2024, 1, 15), "Loss")
                .write(folder.resolve("pivot.xlsx")));
    assertThat(reading.field(Field.REFERENCE)).containsExactly("1", "2");
    assertThat(reading.summary().notes())
        .contains(
            new FileNote("no_log", "Sheet \"Summary\" holds no incident log and was not read."));
  }

  @Test
  void aPivotBesideTheLogAddsNoIncidentAndNoValue() {
    Reading reading =
        Reading.of(
            Sheets.book()
                .sheet("Log")
                .row(
                    "Ref",
                    "School",
                    "Date of incident",
                    "Type of breach",
                    "",
                    "Row Labels",
                    "Count of Ref")
                .row("1", "Elmbury", LocalDate.of(2024, 1, 14), "Loss", "", "Elmbury", 1)
                .row("2", "Oakfold", LocalDate.of(2024, 1, 15), "Loss", "", "Oakfold", 1)
                .row("", "", "", "", "", "Quillbrook", 0)
                .row("", "", "", "", "", "Grand Total", 2)
                .write(folder.resolve("beside.xlsx")));
    assertThat(reading.outcomes())
        .containsExactly("2 taken", "3 taken", "4 skipped nothing filled in", "5 skipped total");
    assertThat(reading.taken()).allMatch(taken -> taken.extra().isEmpty());
    assertThat(reading.summary().mainSheet().unmapped()).isEmpty();
    assertThat(reading.summary().notes())
        .contains(
            new FileNote(
                "table_beside",
                "Sheet \"Log\" has a table of counts beside the log, in columns E to G; it was not"
                    + " read."));
  }

  @Test
  void wordsBehindAnEmptyColumnBelongToTheLog() {
    Reading reading =
        Reading.of(
            Sheets.book()
                .sheet("Log")
                .row("Ref", "School", "Date of incident", "Type of breach", "", "Weather", "Mood")
                .row("1", "Elmbury", LocalDate.of(2024, 1, 14), "Loss", "", "rain", "bad")
                .row("2", "Oakfold", LocalDate.of(2024, 1, 15), "Loss", "", "sun", "good")
                .write(folder.resolve("spacer.xlsx")));
    assertThat(reading.taken())
        .extracting(taken -> taken.extra().get("Weather"))
        .containsExactly("rain", "sun");
  }
}
