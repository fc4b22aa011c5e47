package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.breachledger.incident.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One cell under its heading: the value read, or "gap" with the gap's code, or "-" for nothing. */
class CellReadingTest {

  @TempDir Path folder;

  private Reading read(String heading, String cell) throws IOException {
    return Reading.ofText(
        folder,
        "School,Incident no,Date of incident,Type of breach,What happened,People affected,\""
            + heading
            + "\"\nElmbury Primary,7,2024-01-14,Lost paperwork,A bag was lost,3,\""
            + cell.replace("\"", "\"\"")
            + "\"\n");
  }

  private String value(String heading, Field field, String cell) throws IOException {
    Reading reading = read(heading, cell);
    assertThat(reading.summary().mainSheet().mapping()).containsEntry(heading, field.code());
    String value = reading.first(field);
    return value != null
        ? value
        : reading.gaps().isEmpty() ? "-" : "gap " + String.join(",", reading.gaps());
  }

  @ParameterizedTest(name = "Similar incident \"{0}\" is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Yes                     | Yes
          DSI-004                 | DSI-004
          Y - see 24-003          | Y - see 24-003
          Yes, twice              | Yes, twice
          No. 24-003              | No. 24-003
          North site, see DSI-004 | North site, see DSI-004
          No                      | -
          N                       | -
          No - first time         | -
          No, first time          | -
          No (first of its kind)  | -
          No. First time          | -
          None: the first         | -
          None known              | -
          No previous incidents   | -
          No. 1st time            | -
          ongoing                 | -
          Ongoing (see DSI-004)   | Ongoing (see DSI-004)
          Open, see 24-003        | Open, see 24-003
          NO/24/003               | NO/24/003
          No. (24-003)            | No. (24-003)
          N/A                     | -
          N/A - first time        | -
          TBC                     | gap said_unknown
          Not known               | gap said_unknown
          N/K                     | gap said_unknown
          unsure                  | gap said_unknown
          Unsure - ask the office | gap said_unknown
          ?                       | gap said_unknown
          Yes?                    | gap said_unknown
          DSI-004 ?               | gap said_unknown
          """)
  void onlyWhatSaysSoDeclaresARepeat(String cell, String expected) throws IOException {
    assertThat(value("Similar incident in last 12 months", Field.DECLARED_REPEAT, cell))
        .isEqualTo(expected);
  }

  @Test
  void keepsWhatStandsBehindANoToARepeatAndNoBareDash() throws IOException {
    String repeat = "Similar incident in last 12 months";
    assertThat(read(repeat, "No - not since DSI-004").taken().get(0).extra())
        .containsEntry(repeat, "No - not since DSI-004");
    assertThat(read(repeat, "—").taken().get(0).extra()).doesNotContainKey(repeat);
    assertThat(read("Location", "—").taken().get(0).extra()).doesNotContainKey("Location");
  }

  @ParameterizedTest(name = "Date closed \"{0}\" is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          14/01/2024            | 2024-01-14
          14/01/2024 14:05      | 2024-01-14T14:05:00Z
          14/07/2024 14:05      | 2024-07-14T13:05:00Z
          45305                 | 2024-01-14
          45305.5               | 2024-01-14T12:00:00Z
          2024-01-14T14:05Z     | 2024-01-14T14:05:00Z
          27/10/2024 01:30      | 2024-10-27T00:30:00Z/2024-10-27T01:30:00Z
          31/03/2024 01:30      | gap skipped_hour
          03/04/2024            | gap ambiguous_date
          05/05/2024            | 2024-05-05
          31/11/2024            | gap unreadable_date
          about Easter          | gap unreadable_date
          Y                     | undated
          Yes                   | undated
          ✓                     | undated
          Y 14/01/2024          | 2024-01-14
          Yes - 14/01/2024      | 2024-01-14
          Y (14/01/2024)        | 2024-01-14
          yes, on 14 Jan 2024   | 2024-01-14
          Y by e-mail 14/01/24  | 2024-01-14
          Y 14/01/24 or 15/01/24 | undated
          N                     | -
          No                    | -
          No - not needed       | -
          No idea               | gap unreadable_date
          not yet               | -
          n/a                   | -
          '-'                   | -
          0                     | -
          TBC                   | gap said_unknown
          n/k                   | gap said_unknown
          ?                     | gap said_unknown
          """)
  void readsMoments(String cell, String expected) throws IOException {
    assertThat(value("Date closed", Field.CLOSED, cell)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "Date aware \"{0}\" is {1}")
  @CsvSource({"Yes, gap unreadable_date", "N, -", "2024-01-14, 2024-01-14"})
  void demandsADateWhereYesSaysNothing(String cell, String expected) throws IOException {
    assertThat(value("Date school aware", Field.AWARE, cell)).isEqualTo(expected);
  }

  @Test
  void keepsWhatAMomentSaysBeside() throws IOException {
    assertThat(read("ICO notified", "No - below the threshold").taken().get(0).extra())
        .containsEntry("ICO notified", "No - below the threshold");
    assertThat(read("ICO notified", "Y 14/01/2024").taken().get(0).extra()).isEmpty();
  }

  @ParameterizedTest(name = "people \"{0}\" is {1}")
  @CsvSource({
    "12, 12",
    "'320,000', 320000",
    "approx 30, 30",
    "20–30, 20..30",
    "<10, 0..9",
    "up to 300, 0..300",
    "12.0, 12",
    "TBC, gap said_unknown",
    "all Year 7, gap unreadable_number",
    "-3, gap unreadable_number",
    "2.5, gap unreadable_number",
    "#N/A, gap cell_error"
  })
  void readsNumbersOfPeople(String cell, String expected) throws IOException {
    Reading reading =
        Reading.ofText(
            folder,
            "School,Incident no,Date of incident,Type of breach,People affected\nElmbury,7,"
                + "2024-01-14,Lost paperwork,\""
                + cell
                + "\"\n");
    String value = reading.first(Field.INDIVIDUALS);
    assertThat(value != null ? value : "gap " + reading.gaps().get(0)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "Encrypted \"{0}\" is {1}")
  @CsvSource({
    "Y, yes",
    "yes, yes",
    "TRUE, yes",
    "N, no",
    "No, no",
    "FALSE, no",
    "'', -",
    "n/a, -",
    "Unknown, unknown",
    "n/k, unknown",
    "'No, password only', no",
    "Yes (BitLocker), yes",
    "partly, gap unreadable_answer",
    "No idea, gap unreadable_answer"
  })
  void readsAnswers(String cell, String expected) throws IOException {
    assertThat(value("Encrypted (Y/N)", Field.ENCRYPTED, cell)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "Form A signed by head \"{0}\" is {1}")
  @CsvSource({"Y, yes", "N, no", "A. N. Other, yes", "14/01/2024, yes", "TBC, unknown", "'', -"})
  void keepsThatSomebodySignedNotWho(String cell, String expected) throws IOException {
    assertThat(value("Form A signed by head", Field.FORM_A_SIGNED_HEAD, cell)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "Status \"{0}\" is status {1}, case {2}")
  @CsvSource({
    "Confirmed, confirmed, -",
    "Potential breach, potential, -",
    "Near miss, near-miss, -",
    "NEAR-MISS - e-mail recalled, near-miss, -",
    "Mistakenly reported, non-event, -",
    "Open, -, open",
    "Closed, -, closed",
    "Under investigation, -, open",
    "Amber, -, -"
  })
  void tellsTheIncidentFromTheCase(String cell, String status, String state) throws IOException {
    Reading reading = read("Status", cell);
    assertThat(reading.field(Field.STATUS)).containsExactly(status);
    assertThat(reading.field(Field.CASE_STATE)).containsExactly(state);
    assertThat(reading.gaps()).hasSize(cell.equals("Amber") ? 1 : 0);
  }

  @ParameterizedTest(name = "type \"{0}\" has status {1}")
  @CsvSource({
    "Near miss, near-miss",
    "Near miss – disclosed in error, near-miss",
    "Mistakenly reported, non-event",
    "Disclosed in error, -",
    "Potential fraud, -"
  })
  void findsANearMissAmongTheTypes(String type, String status) throws IOException {
    Reading reading =
        Reading.ofText(
            folder,
            "School,Incident no,Date of incident,Type of breach\nElmbury,7,2024-01-14,"
                + type
                + "\n");
    assertThat(reading.field(Field.STATUS)).containsExactly(status);
    assertThat(reading.first(Field.REPORTED_TYPE)).isEqualTo(type);
  }

  @Test
  void aCellFullOfTheWordLevelIsReadLikeAnyOther() throws IOException {
    assertThat(value("Category level", Field.DECLARED_LEVEL, "level ".repeat(5_000)))
        .isEqualTo("gap unreadable_level");
  }

  @ParameterizedTest(name = "Category level \"{0}\" is {1}")
  @CsvSource({
    "2, 2",
    "Level 1, 1",
    "Category Level 2, 2",
    "Cat. 0, 0",
    "2.0, 2",
    "Near miss, 0",
    "major, 2",
    "3, gap unreadable_level",
    "high, gap unreadable_level",
    "TBC, gap said_unknown",
    "'', -"
  })
  void readsLevels(String cell, String expected) throws IOException {
    assertThat(value("Category level", Field.DECLARED_LEVEL, cell)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "Score \"{0}\" is {1}")
  @CsvSource({
    "3, 3",
    "-1, -1",
    "−1, -1",
    "+2, 2",
    "3.0, 3",
    "2.5, gap unreadable_whole",
    "low, gap unreadable_whole"
  })
  void readsScores(String cell, String expected) throws IOException {
    assertThat(value("Declared score", Field.DECLARED_SCORE, cell)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "factors \"{0}\" are {1}")
  @CsvSource({
    "DISTRESS;MEDIA_INTEREST, DISTRESS;MEDIA_INTEREST",
    "'Likely distress, media interest', DISTRESS;MEDIA_INTEREST",
    "Particularly sensitive information; DISTRESS, DISTRESS;PARTICULARLY_SENSITIVE",
    "None, -",
    "n/a, -",
    "sunspots, gap unknown_word"
  })
  void readsFactors(String cell, String expected) throws IOException {
    assertThat(value("Sensitivity factors", Field.FACTORS, cell)).isEqualTo(expected);
  }

  @Test
  void keepsTheKnownFactorsBesideAnUnknownOne() throws IOException {
    Reading reading = read("Sensitivity factors", "DISTRESS; sunspots");
    assertThat(reading.first(Field.FACTORS)).isEqualTo("DISTRESS");
    Notice gap = reading.taken().get(0).gaps().get(0);
    assertThat(gap.read()).isEqualTo("sunspots");
    assertThat(gap.expected()).contains("PHYSICAL_HARM");
  }

  @ParameterizedTest(name = "ICO decision \"{0}\" is {1}")
  @CsvSource({
    "Notify, notify", "Not notify, not-notify", "Do not notify, not-notify", "Y, notify",
    "No, not-notify", "Not reportable, not-notify", "Pending, -", "'', -"
  })
  void readsDecisions(String cell, String expected) throws IOException {
    assertThat(value("ICO decision", Field.ICO_DECISION, cell)).isEqualTo(expected);
  }

  @Test
  void keepsAFreeAnswerAsTheReason() throws IOException {
    Reading reading = read("Need to notify ICO? If not, why not?", "No, the data was recovered");
    assertThat(reading.first(Field.ICO_DECISION)).isEqualTo("not-notify");
    Reading free = read("Need to notify ICO? If not, why not?", "The data was recovered");
    assertThat(free.first(Field.ICO_DECISION)).isNull();
    assertThat(free.first(Field.ICO_DECISION_REASON)).isEqualTo("The data was recovered");
  }

  @ParameterizedTest(name = "reference \"{0}\" is {1}")
  @CsvSource({"'10,427', 10427", "12.0, 12", "2024-11, 2024-11", "DB/24/007, DB/24/007"})
  void readsReferences(String cell, String expected) throws IOException {
    Reading reading =
        Reading.ofText(
            folder,
            "Incident no,Date of incident,Type of breach\n\"" + cell + "\",2024-01-14,Loss\n");
    assertThat(reading.first(Field.REFERENCE)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "medium \"{0}\" is {1}")
  @CsvSource({"Paper, paper", "Digital, electronic", "Both, hybrid", "stone, gap unknown_word"})
  void readsMedia(String cell, String expected) throws IOException {
    assertThat(value("Medium", Field.MEDIUM, cell)).isEqualTo(expected);
  }

  @Test
  void showsNoCellInWhatReachesALog() throws IOException {
    Reading reading = read("Date closed", "ask Mrs Confidential");
    assertThat(reading.rows().toString()).doesNotContain("Confidential").doesNotContain("bag");
    assertThat(reading.taken().get(0).gaps())
        .hasToString("[Notice[unreadable_date in \"Date closed\"]]");
  }
}
