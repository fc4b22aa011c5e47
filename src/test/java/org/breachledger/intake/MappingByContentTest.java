package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.breachledger.incident.Field;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns whose headings nobody knows, guessed from their values, or left alone. */
class MappingByContentTest {

  private static final String SENTENCE = "A bag with papers was left on the number 4 bus row ";

  @TempDir Path folder;

  /** A log of so many rows, in which {@code #} stands for the row's number. */
  private Reading log(String headings, String row, int rows) throws IOException {
    return Reading.ofText(folder, text(headings, row, rows));
  }

  private static String text(String headings, String row, int rows) {
    return IntStream.rangeClosed(1, rows)
        .mapToObj(n -> row.replace("#", Integer.toString(n + 10)))
        .collect(Collectors.joining("\n", headings + "\n", "\n"));
  }

  private static Map<String, String> mapping(Reading reading) {
    return reading.summary().mainSheet().mapping();
  }

  @ParameterizedTest(name = "\"{0}\" with values such as \"{1}\" is {2}")
  @CsvSource({
    "Our case code, DP-2024-0#, reference",
    "Which setting, Elm Hill Primary School #, school",
    "Nature, Failure to use bcc, reported_type",
    "When it came to light, #/04/2024, identified",
    "Pupils concerned, #, individuals",
    "Data subjects count involved, about #, individuals",
    "BitLocker on, Yes, encrypted",
    "Parents were told, N, individuals_told",
    "Story, A bag with papers was left on the number 4 bus row #, description"
  })
  void aHeadingThatGivesReasonAndValuesOfOneKind(String heading, String value, String field)
      throws IOException {
    // a field that the known headings feed cannot be guessed, so each case leaves its own out
    Map<String, String> known =
        Map.of("Incident no", "#", "Date of incident", "14/01/2024", "Type of breach", "Loss");
    String skip =
        switch (field) {
          case "reference" -> "Incident no";
          case "reported_type" -> "Type of breach";
          default -> "";
        };
    List<String> headings =
        List.of("Incident no", "Date of incident", "Type of breach").stream()
            .filter(each -> !each.equals(skip))
            .toList();
    String row =
        headings.stream()
            .map(each -> known.getOrDefault(each, ""))
            .collect(Collectors.joining(","));
    String title = field.equals("reported_type") ? "Incident log\n" : "";
    String details = field.equals("reported_type") ? ",Individuals affected" : "";
    String people = field.equals("reported_type") ? ",3" : "";
    Reading reading =
        Reading.ofText(
            folder,
            title
                + text(
                    String.join(",", headings) + details + "," + heading,
                    row + people + "," + value,
                    6));
    assertThat(mapping(reading)).containsEntry(heading, field);
    assertThat(reading.summary().guesses())
        .extracting(Guess::heading, Guess::field)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(heading, field));
  }

  @Test
  void threeDifferentValuesAreShownCutShort() throws IOException {
    Reading reading =
        log(
            "Incident no,Date of incident,Individuals affected,Narrative of it",
            "#,14/01/2024,3," + SENTENCE + "#",
            6);
    assertThat(reading.summary().guesses()).hasSize(1);
    Guess guess = reading.summary().guesses().get(0);
    assertThat(guess.field()).isEqualTo("description");
    assertThat(guess.samples()).hasSize(3);
    assertThat(guess.samples()).allMatch(text -> text.length() <= 40 && text.endsWith("…"));
    assertThat(guess.samples().get(0)).startsWith("A bag with papers");
    assertThat(guess).hasToString("Guess[Narrative of it = description]");
    assertThat(reading.first(Field.DESCRIPTION)).isEqualTo(SENTENCE + "11");
  }

  @Test
  void theSenderIsToldAndNoValueStandsInTheNotes() throws IOException {
    Reading reading =
        log(
            "Incident no,Date of incident,Individuals affected,Narrative of it",
            "#,14/01/2024,3," + SENTENCE + "#",
            6);
    assertThat(reading.summary().notes())
        .contains(
            new FileNote(
                "column_guessed",
                "The log: \"Narrative of it\" was read as description, guessed from its values; if"
                    + " that is wrong, say what the column holds when you send the file (--map"
                    + " \"Narrative of it=FIELD\", or =ignore)."))
        .noneMatch(note -> note.sentence().contains("papers"));
  }

  @Test
  void theTableOfHeadingsIsNeverOverruled() throws IOException {
    Reading reading =
        log(
            "Incident no,Date of incident,Details,Story",
            "#,14/01/2024,short,A long story in many words number #",
            6);
    assertThat(mapping(reading)).containsEntry("Details", "description").doesNotContainKey("Story");
    assertThat(reading.summary().mainSheet().unmapped()).containsExactly("Story");
    assertThat(reading.taken().get(0).extra()).containsKey("Story");
  }

  @ParameterizedTest(name = "{0} values of one kind among {1}: guessed {2}")
  @CsvSource({"5, 5, true", "4, 4, false", "18, 20, true", "17, 20, false"})
  void theEvidenceMustBeStrong(int clear, int filled, boolean guessed) throws IOException {
    String text =
        IntStream.rangeClosed(1, filled)
            .mapToObj(n -> n + ",14/01/2024,Loss," + (n <= clear ? n + 20 : "see file"))
            .collect(
                Collectors.joining(
                    "\n", "Incident no,Date of incident,Type of breach,Pupils concerned\n", "\n"));
    assertThat(mapping(Reading.ofText(folder, text)).containsKey("Pupils concerned"))
        .isEqualTo(guessed);
  }

  @ParameterizedTest(name = "\"{0}\" with values such as \"{1}\" is left alone")
  @CsvSource({
    "Weather, #",
    "Age of pupils, 1#",
    "Hours staff spent, #",
    "Sent to school, Elm Hill Primary School #",
    "Pupil ref, AB-#",
    "Action for staff, A long text about what shall be done next number #",
    "Year of pupils, 2024",
    "Asset code, LT-#"
  })
  void aHeadingThatSaysSomethingElse(String heading, String value) throws IOException {
    Reading reading =
        log("Date of incident,Type of breach," + heading, "14/01/2024,Loss," + value, 6);
    assertThat(reading.summary().guesses()).isEmpty();
    assertThat(reading.summary().mainSheet().unmapped()).containsExactly(heading);
  }

  @Test
  void theOnlyDatesAreWhenItOccurred() throws IOException {
    Reading reading = log("Incident no,Type of breach,Written", "#,Loss,#/01/2024", 6);
    assertThat(mapping(reading)).containsEntry("Written", "occurred");
    assertThat(reading.first(Field.OCCURRED)).isEqualTo("2024-01-11");
  }

  @Test
  void amongSeveralColumnsOfDatesNoneIsGuessed() throws IOException {
    Reading reading =
        log("Incident no,Type of breach,First,Second", "#,Loss,#/01/2024,#/02/2024", 6);
    assertThat(mapping(reading)).doesNotContainKeys("First", "Second");
    assertThat(reading.summary().notes())
        .contains(
            new FileNote(
                "dates_unclear",
                "The log has dates in \"First\", \"Second\", but nothing says what happened then;"
                    + " say it when you send the file (--map \"HEADING=occurred\")."));
  }

  @Test
  void besideAKnownDateNoOtherIsWhenItOccurred() throws IOException {
    Reading reading =
        log("Incident no,Type of breach,Date discovered,Written", "#,Loss,#/01/2024,#/01/2024", 6);
    assertThat(mapping(reading)).doesNotContainKey("Written");
    assertThat(reading.field(Field.OCCURRED)).containsOnly("-");
  }

  @Test
  void twoHeadingsWithTheSameReasonAreATie() throws IOException {
    Reading reading =
        log(
            "Incident no,Date of incident,Type of breach,Pupils there,Parents there",
            "#,14/01/2024,Loss,#,1",
            6);
    assertThat(mapping(reading)).doesNotContainKeys("Pupils there", "Parents there");
  }

  @Test
  void aColumnWithoutAHeading() throws IOException {
    Path file =
        Sheets.csv(
            folder.resolve("nameless.csv"),
            ',',
            List.of("", "Date of incident", "Type of breach", ""),
            List.of("DP-2024-001", "14/01/2024", "Loss", SENTENCE + 1),
            List.of("DP-2024-002", "15/01/2024", "Loss", SENTENCE + 2),
            List.of("DP-2024-003", "16/01/2024", "Loss", SENTENCE + 3),
            List.of("DP-2024-004", "17/01/2024", "Loss", SENTENCE + 4),
            List.of("DP-2024-005", "18/01/2024", "Loss", SENTENCE + 5));
    Reading reading = Reading.of(file);
    assertThat(mapping(reading))
        .containsEntry("column A", "reference")
        .containsEntry("column D", "description");
    assertThat(reading.first(Field.REFERENCE)).isEqualTo("DP-2024-001");
  }

  @Test
  void referencesThatComeTwiceAreNone() throws IOException {
    Reading reading = log("Code,Date of incident,Type of breach", "AB-1,14/01/2024,Loss", 6);
    assertThat(mapping(reading)).doesNotContainKey("Code");
  }

  /** One reference that stands twice in a small file does not make the column another. */
  @ParameterizedTest(name = "{0} references, {1} of them different: {2}")
  @CsvSource({
    "5, 5, true",
    "9, 8, false",
    "10, 9, true",
    "10, 8, false",
    "20, 19, true",
    "20, 18, false",
    "49, 48, true",
    "100, 98, true",
    "100, 97, false",
  })
  void aReferenceMayStandTwice(int rows, int different, boolean guessed) throws IOException {
    String text =
        IntStream.range(0, rows)
            .mapToObj(n -> "DP-2024-" + (100 + n % different) + ",14/01/2024,Loss")
            .collect(
                Collectors.joining("\n", "Our case code,Date of incident,Type of breach\n", "\n"));
    assertThat(mapping(Reading.ofText(folder, text)).containsKey("Our case code"))
        .isEqualTo(guessed);
  }

  @Test
  void aTableThatNoHeadingCallsALogStaysNone() throws IOException {
    Path file =
        Reading.write(
            folder,
            "orders.csv",
            text("Code,When,Story", "AB-#,#/01/2024," + SENTENCE + "#", 8),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(Reading.reader().open(file, ReadingOptions.none())).isInstanceOf(Refused.class);
  }

  @Test
  void whatAPersonSaysComesFirst() throws IOException {
    String text =
        text("Incident no,Date,Type of breach,Story", "#,#/01/2024,Loss," + SENTENCE + "#", 6);
    Path file =
        Reading.write(folder, "incident log.csv", text, java.nio.charset.StandardCharsets.UTF_8);
    Reading reading =
        Reading.of(
            file,
            ReadingOptions.none()
                .withStated(Mapping.parse(List.of("date=identified", "Story=ignore"))));
    assertThat(mapping(reading)).containsEntry("Date", "identified").doesNotContainKey("Story");
    assertThat(reading.summary().guesses()).isEmpty();
    assertThat(reading.summary().mainSheet().unmapped()).containsExactly("Story");
    assertThat(reading.summary().mainSheet().decided().stated().fields())
        .isEqualTo(Map.of("Date", "identified", "Story", "ignore"));
  }

  @Test
  void whatAPersonSaysMakesALogOfHeadingsNobodyKnows() throws IOException {
    Path file =
        Reading.write(
            folder,
            "x.csv",
            "Wann,Was\n14/01/2024,Tasche\n",
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(Reading.reader().open(file, ReadingOptions.none())).isInstanceOf(Refused.class);
    Reading reading =
        Reading.of(
            file,
            ReadingOptions.none()
                .withStated(Mapping.parse(List.of("Wann=occurred", "Was=description"))));
    assertThat(reading.first(Field.OCCURRED)).isEqualTo("2024-01-14");
    assertThat(reading.first(Field.DESCRIPTION)).isEqualTo("Tasche");
  }

  @Test
  void whatIsRememberedIsUsedWhereContentCannotTell() throws IOException {
    String headings = "Incident no,Date of incident,Individuals affected,Narrative of it";
    Reading before = log(headings, "#,14/01/2024,3," + SENTENCE + "#", 6);
    LogSheet sheet = before.summary().mainSheet();
    assertThat(sheet.decided().guessed().fields())
        .isEqualTo(Map.of("Narrative of it", "description"));
    Path next =
        Reading.write(
            folder,
            "next.csv",
            "Date of incident,Incident no,Narrative of it,Individuals affected\n14/02/2024,20,A bag,3\n",
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(mapping(Reading.of(next))).doesNotContainKey("Narrative of it");
    Reading known =
        Reading.of(
            next,
            ReadingOptions.none()
                .withRemembered("elmbury", Map.of(sheet.fingerprint(), sheet.decided())));
    assertThat(known.first(Field.DESCRIPTION)).isEqualTo("A bag");
    assertThat(known.summary().notes())
        .contains(
            new FileNote(
                "column_remembered",
                "The log: \"Narrative of it\" was read as description, as in an earlier import with"
                    + " the same headings."));
    assertThat(known.summary().mainSheet().decided()).isEqualTo(sheet.decided());
  }

  @Test
  void theTableOfHeadingsWinsOverARememberedGuessButNotOverAPerson() throws IOException {
    String text = "Incident no,Date of incident,Type of breach,Details\n1,14/01/2024,Loss,A bag\n";
    Path file = Reading.write(folder, "x.csv", text, java.nio.charset.StandardCharsets.UTF_8);
    String print = Reading.of(file).summary().mainSheet().fingerprint();
    Mapping said = new Mapping(Map.of("Details", "findings"));
    ReadingOptions guessed =
        ReadingOptions.none()
            .withRemembered("", Map.of(print, new KnownMapping(Mapping.none(), said)));
    assertThat(mapping(Reading.of(file, guessed))).containsEntry("Details", "description");
    ReadingOptions stated =
        ReadingOptions.none()
            .withRemembered("", Map.of(print, new KnownMapping(said, Mapping.none())));
    assertThat(mapping(Reading.of(file, stated))).containsEntry("Details", "findings");
  }

  @Test
  void aProfileWinsOverWhatIsRememberedAndAPersonOverTheProfile() throws IOException {
    String text =
        "Logged at (GMT),School,Log no,Category,Details,Discovered (GMT)\n"
            + "14/07/2024 09:00,Elmbury,4,Loss,x,14/07/2024 08:30\n";
    Path file = Reading.write(folder, "x.csv", text, java.nio.charset.StandardCharsets.UTF_8);
    String print = Reading.of(file).summary().mainSheet().fingerprint();
    Mapping said = new Mapping(Map.of("Details", "findings"));
    Reading remembered =
        Reading.of(
            file,
            ReadingOptions.none()
                .withRemembered("", Map.of(print, new KnownMapping(said, Mapping.none()))));
    assertThat(mapping(remembered)).containsEntry("Details", "description");
    Reading stated = Reading.of(file, ReadingOptions.none().withStated(said));
    assertThat(mapping(stated)).containsEntry("Details", "findings");
    assertThat(stated.summary().profile()).isEqualTo("mis-incident-log");
  }
}
