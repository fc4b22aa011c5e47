package org.breachledger.pipeline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.Mapping;
import org.breachledger.intake.store.RowSum;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.ImportedFile.Status;
import org.breachledger.testing.Sheets;
import org.breachledger.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is remembered of one month's headings for the next, what several tabs of one log come to,
 * and what becomes of values that no field takes: from the file into the register.
 */
class RememberedMappingsIT {

  private static final AsOf AS_OF = AsOf.parse("2026-07-01T03:00");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T02:00:00Z"), ZoneOffset.UTC);
  private static final String HEADINGS =
      "Incident no,Date of incident,Type of breach,Narrative of it\n";
  private static final String STORY = "A bag with papers was left on the number 4 bus";

  @TempDir private Path folder;
  private TestDatabase database;
  private FileImporter importer;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    importer = Importers.of(database, new Archive(new Home(folder.resolve("home"))), CLOCK);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private ImportOptions by(@Nullable String school, boolean dryRun, String... maps) {
    return new ImportOptions(
            null, school, new TreeSet<>(), dryRun, folder.resolve("home/returns"), AS_OF)
        .withStated(Mapping.parse(List.of(maps)));
  }

  private ImportedFile take(String name, String text, ImportOptions options) throws IOException {
    return importer.take(Files.writeString(folder.resolve(name), text), options);
  }

  private static String january() {
    return IntStream.rangeClosed(1, 6)
        .mapToObj(n -> n + "," + (10 + n) + "/01/2026,Loss," + STORY + " row " + n)
        .collect(Collectors.joining("\n", HEADINGS, "\n"));
  }

  private List<String> query(String sql) {
    return database.inTransaction(() -> database.jdbc().sql(sql).query(String.class).list());
  }

  private String description(String reference) {
    return query(
            "select coalesce(facts ->> 'description', '-') from incident where reference = '"
                + reference
                + "'")
        .get(0);
  }

  @Test
  void nextMonthsFewRowsAreReadAsThisMonthsMany() throws IOException {
    take("january.csv", january(), by("Elmbury", false));
    ImportedFile next =
        take("february.csv", HEADINGS + "7,02/02/2026,Loss,A bag\n", by("Elmbury", false));
    assertThat(description("7")).isEqualTo("A bag");
    assertThat(next.sentences())
        .contains(
            "  The log: \"Narrative of it\" was read as description, as in an earlier import with the"
                + " same headings.");
    assertThat(query("select came_by || ' ' || sender || ' ' || mapping from remembered_mapping"))
        .containsExactly(
            "guessed elmbury {\"Narrative of it\": \"description\"}",
            "guessed elmbury {\"Narrative of it\": \"description\"}");
  }

  @Test
  void anotherSendersHeadingsAreItsOwn() throws IOException {
    take("january.csv", january(), by("Elmbury", false));
    take("february.csv", HEADINGS + "7,02/02/2026,Loss,A bag\n", by("Oakfold", false));
    assertThat(description("7")).isEqualTo("-");
  }

  @Test
  void aPreviewUsesWhatIsRememberedAndRemembersNothing() throws IOException {
    take("january.csv", january(), by("Elmbury", true));
    assertThat(query("select fingerprint from remembered_mapping")).isEmpty();
    take("january.csv", january(), by("Elmbury", false));
    ImportedFile preview =
        take("february.csv", HEADINGS + "7,02/02/2026,Loss,A bag\n", by("Elmbury", true));
    assertThat(preview.status()).isEqualTo(Status.PREVIEWED);
    assertThat(String.valueOf(preview.json().get("mapping")))
        .contains("Narrative of it=description");
  }

  @Test
  void anUndoneImportIsForgotten() throws IOException {
    ImportedFile january = take("january.csv", january(), by("Elmbury", false));
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update import_file set status = 'undone' where import_id = ?")
                .param(january.importId())
                .update());
    take("february.csv", HEADINGS + "7,02/02/2026,Loss,A bag\n", by("Elmbury", false));
    assertThat(description("7")).isEqualTo("-");
  }

  @Test
  void whatAPersonSaidStandsUntilSheSaysOtherwise() throws IOException {
    String row = "7,02/02/2026,Loss,A bag\n";
    take("a.csv", HEADINGS + row, by(null, false, "narrative of it=findings"));
    assertThat(query("select facts ->> 'findings' from incident")).containsExactly("A bag");
    take("b.csv", HEADINGS + "8,03/02/2026,Loss,A book\n", by(null, false));
    assertThat(query("select facts ->> 'findings' from incident order by reference"))
        .containsExactly("A bag", "A book");
    take(
        "c.csv", HEADINGS + "9,04/02/2026,Loss,A box\n", by(null, false, "Narrative of it=ignore"));
    take("d.csv", HEADINGS + "10,05/02/2026,Loss,A bin\n", by(null, false));
    assertThat(
            query(
                "select reference from incident where facts ->> 'findings' is not null order by 1"))
        .containsExactly("7", "8");
    assertThat(query("select extra ->> 'Narrative of it' from incident_extra order by 1"))
        .containsExactly("A bin", "A box");
  }

  @Test
  void theSameBytesWithAnotherMappingAreAnotherLog() throws IOException {
    String text = HEADINGS + "7,02/02/2026,Loss,A bag\n";
    assertThat(take("a.csv", text, by(null, false)).status()).isEqualTo(Status.IMPORTED);
    assertThat(take("a.csv", text, by(null, false)).status()).isEqualTo(Status.ALREADY_IMPORTED);
    ImportedFile mapped = take("a.csv", text, by(null, false, "Narrative of it=description"));
    assertThat(mapped.status()).isEqualTo(Status.IMPORTED);
    assertThat(mapped.rows()).isEqualTo(new RowSum(1, 0, 0, 1, 0, 0, 0));
    assertThat(description("7")).isEqualTo("A bag");
  }

  @Test
  void noSampleOfAGuessIsStoredWithTheImport() throws IOException {
    take("january.csv", january(), by("Elmbury", false));
    assertThat(query("select warnings::text || mapping::text || unmapped::text from import_file"))
        .singleElement()
        .asString()
        .contains("guessed from its values")
        .doesNotContain("papers");
    assertThat(query("select details::text from audit_entry").toString()).doesNotContain("papers");
  }

  @Test
  void threeTabsOfOneLogComeToTheNewestValues() {
    Sheets book = Sheets.book();
    Object[] headings = {"Ref", "School", "Date of incident", "Type of breach", "People affected"};
    book.sheet("31 March 2026").row(headings);
    book.row("A", "Elmbury", "14/01/2026", "Loss", 5).row("B", "Elmbury", "14/03/2026", "Loss", 2);
    book.sheet("31 January 2026").row(headings);
    book.row("A", "Elmbury", "14/01/2026", "Loss", 3);
    ImportedFile file = taken(book, "tabs.xlsx");
    assertThat(file.rows().read()).isEqualTo(3);
    assertThat(file.rows().importedWithGaps()).as("school to confirm").isEqualTo(2);
    assertThat(file.rows().updated()).isEqualTo(1);
    assertThat(query("select facts ->> 'individuals' from incident order by reference"))
        .containsExactly("5", "2");
  }

  private ImportedFile taken(Sheets book, String name) {
    try {
      return importer.take(book.write(folder.resolve(name)), by(null, false));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theRegulatorsLinesOfOneReferenceAreOneIncidentAndStayTheSame() throws IOException {
    String headings =
        "BI Reference,Year,Quarter,Data Subject Type,Data Type,Decision Taken,Incident Type,No. Data"
            + " Subjects Affected,Sector,Time Taken to Report\n";
    String lines =
        "BI-1,2024,Qtr 2,Children,Health data,None,Phishing,1 to 9,Education,Less than 24 hours\n"
            + "BI-1,2024,Qtr 2,Children,Names,None,Phishing,1 to 9,Education,Less than 24 hours\n"
            + "BI-2,2024,Qtr 2,Children,Names,None,Phishing,1 to 9,Education,Less than 24 hours\n";
    RowSum first = take("q2.csv", headings + lines, by(null, false)).rows();
    assertThat(first).isEqualTo(new RowSum(3, 0, 2, 0, 1, 0, 0));
    assertThat(query("select facts ->> 'data_kinds' from incident order by reference"))
        .containsExactly("Health data; Names", "Names");
    String third = lines.substring(lines.indexOf("BI-2")).replace("BI-2", "BI-3");
    RowSum again = take("q3.csv", headings + lines + third, by(null, false)).rows();
    assertThat(again).isEqualTo(new RowSum(4, 0, 1, 0, 3, 0, 0));
  }

  @Test
  void extraValuesAreKeptAndFollowTheLog() throws IOException {
    String headings = "Ref,School,Date of incident,Type of breach,Weather\n";
    String row = "7,Elmbury,14/01/2026,Loss,";
    take("a.csv", headings + row + "rain\n", by(null, false));
    String extra = "select extra ->> 'Weather' from incident_extra";
    assertThat(query(extra)).containsExactly("rain");

    RowSum same = take("b.csv", headings + "\n" + row + "rain\n", by(null, false)).rows();
    assertThat(same.unchanged()).isEqualTo(1);

    RowSum updated =
        take("c.csv", headings + "7,Elmbury,14/01/2026,Theft,snow\n", by(null, false)).rows();
    assertThat(updated.updated()).isEqualTo(1);
    assertThat(query(extra)).containsExactly("snow");

    // values that no field takes are no part of the incident: it is unchanged, the newest are kept
    RowSum onlyExtra =
        take("d.csv", headings + "7,Elmbury,14/01/2026,Theft,fog\n", by(null, false)).rows();
    assertThat(onlyExtra.unchanged()).isEqualTo(1);
    assertThat(onlyExtra.updated()).isZero();
    assertThat(query(extra)).containsExactly("fog");
  }
}
