package org.breachledger.pipeline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.home.Home;
import org.breachledger.testing.Sheets;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell no longer says after its correction is no longer known of the incident. */
class CorrectedColumnsIT {

  private static final AsOf AS_OF = AsOf.parse("2026-07-01T03:00");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T02:00:00Z"), ZoneOffset.UTC);
  private static final String KNOWN = "School,Incident no,Date of incident,Type of breach";

  @TempDir private Path folder;
  private TestDatabase database;
  private FileImporter importer;
  private int files;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    importer = Importers.of(database, new Archive(new Home(folder.resolve("home"))), CLOCK);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest(name = "{0}: \"{1}\" corrected to \"{2}\"")
  @CsvSource({
    "Special category data, Safeguarding file, No, special_category=no",
    "Special category data, Yes - safeguarding file, No, special_category=no",
    "Special category data, Yes - safeguarding file, '', ''",
    "Special category data, No, Yes - health, special_category=yes;special_kinds=health",
    "ICO reportable, No - low risk, Yes, ico_decision=notify;ico_decision_reason=low risk",
    "Near miss?, Yes, No, near_miss=no",
    "Near miss?, No, '', ''",
  })
  void whatACellSaidBeforeGoes(String heading, String before, String after, String known)
      throws IOException {
    take(heading, before);
    take(heading, after);
    assertThat(
            query(
                "select coalesce((select string_agg(key || '=' || value, ';' order by key)"
                    + " from jsonb_each_text(facts - '{school,reference,occurred,reported_type}'"
                    + "::text[])), '') from incident"))
        .containsExactly(known);
  }

  /** The kinds of data another log told are its own. */
  @Test
  void whatAnotherColumnSaidStays() throws IOException {
    take("Data affected", "Names; safeguarding file");
    take("Special category data", "No");
    assertThat(query("select facts ->> 'data_kinds' from incident"))
        .containsExactly("Names; safeguarding file");
  }

  /** A reason that a column of its own told is no part of another log's answer. */
  @Test
  void aReasonOfItsOwnColumnStaysWhereAnotherLogOnlyAnswers() throws IOException {
    take("ICO decision,Rationale", "No,One recipient who deleted it");
    take("Reportable", "No");
    assertThat(query("select facts ->> 'ico_decision_reason' from incident"))
        .containsExactly("One recipient who deleted it");
  }

  @Test
  void twoTabsThatTellOfOneIncidentLeaveItUnchangedWhenSentAgain() throws IOException {
    take(tabs().write(folder.resolve("log.xlsx")));
    List<String> before = query("select facts::text from incident");
    assertThat(before).singleElement().asString().contains("The bag was found unopened");
    String history = "select count(*)::text from incident_history";
    List<String> versions = query(history);

    ImportedFile again =
        take(tabs().sheet("Notes").row("Sent again").write(folder.resolve("again.xlsx")));

    assertThat(again.status()).isEqualTo(ImportedFile.Status.IMPORTED);
    assertThat(again.rows().updated()).isZero();
    assertThat(query("select facts::text from incident")).isEqualTo(before);
    assertThat(query(history)).isEqualTo(versions);
  }

  private static Sheets tabs() {
    LocalDate day = LocalDate.of(2026, 1, 14);
    return Sheets.book()
        .sheet("Log")
        .row("School", "Incident no", "Date of incident", "Type of breach", "Outcome")
        .row("Elmbury", "7", day, "Loss", "Confirmed breach")
        .sheet("Investigations")
        .row("School", "Incident no", "Date of incident", "Type of breach", "Findings")
        .row("Elmbury", "7", day, "Loss", "The bag was found unopened");
  }

  private void take(String heading, String cell) throws IOException {
    String text = KNOWN + "," + heading + "\nElmbury,7,14/01/2026,Loss," + cell + "\n";
    take(Files.writeString(folder.resolve("log" + ++files + ".csv"), text));
  }

  private ImportedFile take(Path file) throws IOException {
    return importer.take(
        file,
        new ImportOptions(
            null, null, new TreeSet<>(), false, folder.resolve("home/returns"), AS_OF));
  }

  private List<String> query(String sql) {
    return database.inTransaction(() -> database.jdbc().sql(sql).query(String.class).list());
  }
}
