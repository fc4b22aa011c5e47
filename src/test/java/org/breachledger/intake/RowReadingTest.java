package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.breachledger.incident.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole small logs: which rows are taken, returned, skipped, and what is read of them. */
class RowReadingTest {

  private static final String HEADINGS =
      "School,Incident no,Date of incident,Type of breach,What happened,People affected\n";

  @TempDir Path folder;

  private Reading read(String rows) throws IOException {
    return Reading.ofText(folder, HEADINGS + rows);
  }

  @Test
  void everyRowHasOneOutcome() throws IOException {
    Reading reading =
        read(
            """
            Elmbury,1,14/01/2024,Loss,A bag was lost,3
            ,,,,,
            ,,,,,
            Elmbury,2,,Loss,,
            Elmbury,,,,,4
            Total,,,,,7
            Elmbury,3,15/01/2024,Loss,,2
            School,Incident no,Date of incident,Type of breach,What happened,People affected
            Elmbury,4,16/01/2024,,,1
            ,5,,,,
            Please ask the office for older incidents,,,,,
            ,,,,,
            """);
    assertThat(reading.outcomes())
        .containsExactly(
            "2 taken",
            "3 skipped blank x2",
            "5 gaps blank@Date of incident,blank@People affected",
            "6 returned nothing_usable",
            "7 skipped total",
            "8 taken",
            "9 skipped headings again",
            "10 gaps blank@Type of breach",
            "11 skipped number without an incident",
            "12 skipped note");
    assertThat(reading.summary().rowsRead()).isEqualTo(11).isEqualTo(reading.count());
  }

  @Test
  void aReturnedRowSaysWhyAndKeepsItsCells() throws IOException {
    Reading reading = read("Elmbury,,about Easter,,,4\nElmbury,1,14/01/2024,Loss,,3\n");
    Outcome.Returned returned = (Outcome.Returned) reading.rows().get(0).outcome();
    assertThat(returned.cells())
        .extracting(GridCell::text)
        .containsExactly("Elmbury", "", "about Easter", "", "", "4");
    assertThat(returned.reasons())
        .extracting(Notice::code)
        .containsExactly("nothing_usable", "unreadable_date");
    assertThat(returned.reasons().get(1))
        .isEqualTo(
            new Notice(
                "unreadable_date",
                "Date of incident",
                "about Easter",
                "a date such as 04/01/2024 or 4 Jan 2024, with or without a time such as 14:05",
                "Write the date of this cell in full."));
  }

  @Test
  void readsAllWithoutARowThatSaysTheSchool() throws IOException {
    Reading reading =
        Reading.ofText(folder, "Incident no,Date of incident,Type of breach\n1,14/01/2024,Loss\n");
    assertThat(reading.gaps()).containsExactly("no_school");
    Reading told =
        Reading.of(folder.resolve("log.csv"), ReadingOptions.none().withSchool("Elmbury Primary"));
    assertThat(told.gaps()).isEmpty();
    assertThat(told.first(Field.SCHOOL)).isEqualTo("Elmbury Primary");
  }

  @Test
  void anEmptySchoolCellIsAGapNotALostRow() throws IOException {
    Reading reading = read(",1,14/01/2024,Loss,A bag was lost,3\n");
    assertThat(reading.outcomes()).containsExactly("2 gaps no_school@School");
  }

  @Test
  void theFileDecidesTheOrderOfDayAndMonth() throws IOException {
    assertThat(read("E,1,03/04/2024,L,x,1\nE,2,14/04/2024,L,x,1\n").field(Field.OCCURRED))
        .containsExactly("2024-04-03", "2024-04-14");
    assertThat(read("E,1,03/04/2024,L,x,1\nE,2,04/14/2024,L,x,1\n").field(Field.OCCURRED))
        .containsExactly("2024-03-04", "2024-04-14");
    Reading both = read("E,1,03/04/2024,L,x,1\nE,2,04/14/2024,L,x,1\nE,3,14/04/2024,L,x,1\n");
    assertThat(both.field(Field.OCCURRED)).containsExactly("-", "2024-04-14", "2024-04-14");
    assertThat(both.gaps()).containsExactly("ambiguous_date");
    assertThat(both.summary().notes()).extracting(FileNote::code).contains("dates_undecided");
  }

  @Test
  void evidenceInAnotherColumnCounts() throws IOException {
    Reading reading =
        Reading.ofText(
            folder,
            "Incident no,Date of incident,Date closed,Type of breach\n1,03/04/2024,25/04/2024,L\n");
    assertThat(reading.first(Field.OCCURRED)).isEqualTo("2024-04-03");
    assertThat(reading.summary().dates()).isEqualTo(DateOrder.DMY);
  }

  @Test
  void midnightEverywhereIsADayMidnightSomewhereIsATime() throws IOException {
    assertThat(
            read("E,1,2024-01-14 00:00,L,x,1\nE,2,2024-07-15 00:00,L,x,1\n").field(Field.OCCURRED))
        .containsExactly("2024-01-14", "2024-07-15");
    assertThat(
            read("E,1,2024-01-14 00:00,L,x,1\nE,2,2024-07-15 08:00,L,x,1\nE,3,2024-07-16,L,x,1\n")
                .field(Field.OCCURRED))
        .containsExactly("2024-01-14T00:00:00Z", "2024-07-15T07:00:00Z", "2024-07-16");
  }

  @Test
  void joinsDateAndTimeOfTwoColumns() throws IOException {
    Reading reading =
        Reading.ofText(
            folder,
            """
            Incident no,Date of incident,Time,Date discovered,Time discovered,Type of breach
            1,14/07/2024,14:05,15/07/2024,9.30am,Loss
            2,14/07/2024,,15/07/2024,n/k,Loss
            3,14/07/2024,after lunch,15/07/2024,0.5,Loss
            """);
    assertThat(reading.field(Field.OCCURRED))
        .containsExactly("2024-07-14T13:05:00Z", "2024-07-14", "2024-07-14");
    assertThat(reading.field(Field.IDENTIFIED))
        .containsExactly("2024-07-15T08:30:00Z", "2024-07-15", "2024-07-15");
    assertThat(reading.taken().get(2).gaps())
        .extracting(Notice::code)
        .containsExactly("unreadable_time", "unreadable_time", "no_school");
  }

  @Test
  void keepsWhatNoColumnTakes() throws IOException {
    Reading reading =
        Reading.ofText(
            folder,
            "Incident no,Date of incident,Type of breach,Weather,,Weather\n1,14/01/2024,Loss,rain,x,fog,late\n");
    assertThat(reading.taken().get(0).extra())
        .containsExactly(
            java.util.Map.entry("Weather", "rain"),
            java.util.Map.entry("column E", "x"),
            java.util.Map.entry("Weather (2)", "fog"),
            java.util.Map.entry("column G", "late"));
    assertThat(reading.summary().mainSheet().unmapped())
        .containsExactly("Weather", "column E", "Weather (2)", "column G");
  }

  /** An answer is an answer; words are what the column names; the kinds of data are their own. */
  @ParameterizedTest
  @CsvSource({
    "Yes, yes,",
    "Y, yes,",
    "No, no,",
    "None, no,",
    "Not known, unknown,",
    "Yes - health, yes, health",
    "No (not even names), no, not even names",
    "Medical records, , Medical records",
    "'', ,",
  })
  void theColumnOfSpecialCategoryDataIsAQuestion(String cell, String answer, String kinds)
      throws IOException {
    Reading reading =
        Reading.ofText(
            folder,
            "Ref,Date discovered,Description,Data affected,Special category data\n"
                + "7,14/01/2024,A bag was lost,Names,"
                + cell
                + "\n");
    assertThat(reading.first(Field.SPECIAL_CATEGORY)).isEqualTo(answer);
    assertThat(reading.first(Field.SPECIAL_KINDS)).isEqualTo(kinds);
    assertThat(reading.first(Field.DATA_KINDS)).isEqualTo("Names");
  }

  /** A reason has columns of its own: a sheet without one says nothing of it. */
  @Test
  void onlyWhatNoOtherHeadingFeedsIsToldByAnAnswer() throws IOException {
    Reading reading =
        Reading.ofText(
            folder,
            "Ref,Date discovered,Time discovered,Description,Special category data,ICO reportable,"
                + "Near miss?\n7,14/01/2024,09:00,A bag was lost,No,No,No\n");
    assertThat(reading.summary().mainSheet().fields())
        .containsExactlyInAnyOrder(
            Field.REFERENCE,
            Field.IDENTIFIED,
            Field.DESCRIPTION,
            Field.SPECIAL_CATEGORY,
            Field.SPECIAL_KINDS,
            Field.ICO_DECISION,
            Field.STATUS,
            Field.NEAR_MISS);
  }

  /** A No says that it was no near miss; whether it is confirmed, no column says. */
  @ParameterizedTest(name = "Near miss? \"{0}\", type \"{1}\": status {2}")
  @CsvSource({
    "No, Loss, , 0",
    "N, Loss, , 0",
    "No - the letter was opened, Loss, , 0",
    "Yes, Loss, near-miss, 0",
    "'', Loss, , 0",
    "Not known, Loss, , 1",
    "No, Near miss: loss, , 1",
    "'', Near miss: loss, near-miss, 0",
    "No, Mistakenly reported, non-event, 0",
  })
  void aNoToNearMissIsKept(String cell, String type, String status, int contradicted)
      throws IOException {
    Reading reading =
        Reading.ofText(
            folder,
            "School,Ref,Date of incident,Type of breach,Near miss?,People affected\n"
                + "Elmbury,7,14/01/2024,"
                + type
                + ","
                + cell
                + ",3\n");
    assertThat(reading.first(Field.STATUS)).isEqualTo(status);
    assertThat(reading.first(Field.NEAR_MISS))
        .isEqualTo(cell.startsWith("N") && !cell.startsWith("Not") ? "no" : null);
    assertThat(reading.gaps()).hasSize(contradicted);
  }

  @Test
  void aNoToNearMissAloneIsNoIncident() throws IOException {
    Reading reading =
        Reading.ofText(
            folder,
            "School,Ref,Date of incident,Type of breach,Near miss?\nElmbury,7,14/01/2024,Loss,No\n"
                + ",,,,No\n,,,,No - not so far\n");
    assertThat(reading.outcomes().subList(1, 3)).allMatch(outcome -> outcome.contains("skipped"));
  }

  @Test
  void aRegisterOfIcoDatesAndOutcomesIsUnderstood() throws IOException {
    Reading reading =
        Reading.ofText(
            folder,
            "Ref,Date discovered,Description,Data affected,Risk to individuals,ICO notified? (Y/N + date),"
                + "Individuals informed?,Outcome\n"
                + "7,14/01/2024,A bag was lost,Names,Low,Y 15/01/24,N,Reminded staff\n");
    assertThat(reading.first(Field.ICO_NOTIFIED)).isEqualTo("2024-01-15");
    assertThat(reading.first(Field.DATA_KINDS)).isEqualTo("Names");
    assertThat(reading.first(Field.INDIVIDUALS_TOLD)).isNull();
    assertThat(reading.first(Field.FINDINGS)).isEqualTo("Reminded staff");
    assertThat(reading.taken().get(0).extra()).containsEntry("Risk to individuals", "Low");
  }

  @Test
  void theFileNameStatesItsMonthsOnlyWhereItsRowsAgree() throws IOException {
    String own = HEADINGS + "E,1,2024-05-03,L,x,1\nE,2,2024-04-30,L,x,1\n";
    Path monthly = write("log 2024-05.csv", own);
    assertThat(Reading.of(monthly).summary().covers()).containsExactly(YearMonth.of(2024, 5));
    Path cumulative = write("log-2024-06.csv", own + "E,3,2024-06-02,L,x,1\n");
    assertThat(Reading.of(cumulative).summary().covers()).isEmpty();
    Path titled = write("x.csv", "Incident log March 2024 to May 2024\n" + own);
    assertThat(Reading.of(titled).summary().covers())
        .containsExactly(YearMonth.of(2024, 3), YearMonth.of(2024, 4), YearMonth.of(2024, 5));
    ReadingOptions asked = ReadingOptions.none().withCovers(List.of(YearMonth.of(2024, 1)));
    assertThat(Reading.of(titled, asked).summary().covers()).containsExactly(YearMonth.of(2024, 1));
  }

  private Path write(String name, String text) throws IOException {
    return Reading.write(folder, name, text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
