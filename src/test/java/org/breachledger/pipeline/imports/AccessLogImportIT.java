package org.breachledger.pipeline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.Windows;
import org.breachledger.casework.store.Signals;
import org.breachledger.casework.store.StoredSignal;
import org.breachledger.intake.store.RowSum;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.pipeline.home.Home;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.recurrence.EvidenceRules;
import org.breachledger.recurrence.SchoolCalendars;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** An access log on its way through an import. */
class AccessLogImportIT {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T10:00:00Z"), ZoneOffset.UTC);
  private static final String HEAD = "Time,Name,Email,Role,IP,Status";

  @TempDir private Path folder;
  private TestDatabase database;
  private FileImporter importer;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    importer = Importers.of(database, new Archive(new Home(folder.resolve("home"))), CLOCK);
    database.inTransaction(
        () -> new SchoolRegister(database.jdbc()).confirm("Fernbank Primary", null, List.of()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Six failed log-ins of one account within five minutes of a Monday, and one that succeeds. */
  private static List<String> burst() {
    List<String> lines = new ArrayList<>();
    for (int minute = 0; minute < 6; minute++) {
      lines.add("02/03/2026 09:0" + minute + ",A User,a@x,Staff,10.0.0.1,Failed");
    }
    lines.add("02/03/2026 09:06,A User,a@x,Staff,10.0.0.1,Ok");
    return lines;
  }

  private Path file(String name, List<String> lines) throws IOException {
    return Files.write(
        folder.resolve(name),
        (HEAD + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private ImportOptions options(boolean dryRun) {
    ImportOptions usual = ImportOptions.at(AsOf.from(CLOCK), folder.resolve("home/returns"));
    return new ImportOptions(
        null, "Fernbank Primary", usual.covers(), dryRun, usual.returns(), usual.asOf());
  }

  private ImportedFile take(Path file) throws IOException {
    return importer.take(file, options(false));
  }

  private List<StoredSignal> signals() {
    return database.inTransaction(() -> new Signals(database.jdbc()).list(true));
  }

  private int count(String table) {
    return database.inTransaction(
        () -> database.jdbc().sql("select count(*) from " + table).query(Integer.class).single());
  }

  @Test
  void linesAreCountedAndSignalsRaised() throws IOException {
    ImportedFile done = take(file("log.csv", burst()));
    assertThat(done.statusWord()).isEqualTo("imported");
    assertThat(done.rows()).isEqualTo(new RowSum(7, 0, 0, 0, 0, 0, 7));
    assertThat(done.json())
        .containsEntry("profile", "mis-log-ins")
        .containsEntry("headerRow", 1)
        .containsEntry("signals", 1);
    assertThat(done.sentences())
        .contains(
            "  An access log: 7 lines read, 1 signal for a person to judge; nothing is counted"
                + " before one is promoted.")
        .noneMatch(sentence -> sentence.contains("a@x"));
    assertThat(signals())
        .singleElement()
        .satisfies(
            signal -> {
              assertThat(signal.subject()).isEqualTo("a@x");
              assertThat(signal.lines()).isEqualTo(6);
              assertThat(signal.school()).isEqualTo("Fernbank Primary");
              assertThat(signal.first().row()).isEqualTo(2);
              assertThat(signal.last().row()).isEqualTo(7);
            });
  }

  @Test
  void nothingIsCountedAndNoMonthSubmitted() throws IOException {
    Windows windows = Windows.at(AsOf.from(CLOCK).anchor(), 6);
    RecurrenceRegister register =
        new RecurrenceRegister(
            new NamedParameterJdbcTemplate(database.dataSource()),
            List.of("UNAUTHORISED_ACCESS"),
            EvidenceRules.read(
                EditedPolicy.shipped(),
                PolicyProfile.read(EditedPolicy.shipped(), PolicyProfile.DEFAULT)),
            SchoolCalendars.read(EditedPolicy.shipped()));
    Object before = database.inTransaction(() -> register.compare(windows));
    take(file("log.csv", burst()));
    assertThat(database.inTransaction(() -> (Object) register.compare(windows))).isEqualTo(before);
    for (String table : List.of("incident", "import_row", "coverage", "alert")) {
      assertThat(count(table)).as(table).isZero();
    }
    assertThat(count("school")).isEqualTo(1);
  }

  @Test
  void theSameFileAgainAddsNothingAndAnOverlappingOneOnlyWhatIsNew() throws IOException {
    Path file = file("log.csv", burst());
    take(file);
    assertThat(take(file).statusWord()).isEqualTo("already-imported");
    List<String> longer = burst();
    longer.add("02/03/2026 22:00,A User,a@x,Staff,10.0.0.1,Ok");
    ImportedFile more = take(file("longer.csv", longer));
    assertThat(more.sentences())
        .contains(
            "  An access log: 8 lines read, 2 signals for a person to judge, 1 of them on record"
                + " already; nothing is counted before one is promoted.");
    assertThat(signals())
        .extracting(StoredSignal::rule)
        .containsExactly("failed-log-ins", "out-of-hours");
  }

  @Test
  void aPreviewLeavesNoTrace() throws IOException {
    ImportedFile previewed = importer.take(file("log.csv", burst()), options(true));
    assertThat(previewed.statusWord()).isEqualTo("previewed");
    assertThat(previewed.json()).containsEntry("signals", 1);
    assertThat(signals()).isEmpty();
    assertThat(count("import_file")).isZero();
    assertThat(folder.resolve("home/archive")).doesNotExist();
  }

  @Test
  void backwardsAndShuffledLogsShowTheSameSignals() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int day = 10; day < 28; day++) {
      for (int minute = 10; minute < 59; minute++) {
        String status = day % 3 == 0 && minute < 20 ? "Failed" : "Ok";
        lines.add(
            "2026-03-"
                + day
                + " 09:"
                + minute
                + ",A,a"
                + minute % 7
                + "@x,Staff,10.0.0.1,"
                + status);
        lines.add("2026-03-" + day + " 09:" + minute + ",A,b@x,Staff,10.0.0.1," + status);
      }
    }
    List<List<Object>> shown = new ArrayList<>();
    for (String order : List.of("forwards", "backwards", "shuffled")) {
      List<String> ordered = new ArrayList<>(lines);
      if (order.equals("backwards")) {
        Collections.reverse(ordered);
      } else if (order.equals("shuffled")) {
        Collections.shuffle(ordered, new java.util.Random(7));
      }
      Path file = file(order + ".csv", ordered);
      assertThat(importer.take(file, options(true)).json()).as(order).containsEntry("signals", 44);
      long id = Objects.requireNonNull(take(file).importId());
      shown.add(
          new ArrayList<>(
              signals().stream()
                  .map(s -> s.rule() + s.subject() + s.from() + s.to() + s.lines())
                  .toList()));
      database.inTransaction(() -> new Signals(database.jdbc()).takeBack(id));
    }
    // Four days of weekends for eight accounts; six days of failures by one account and one
    // address.
    assertThat(shown.get(0)).hasSize(32 + 6 + 6);
    assertThat(shown.get(1)).isEqualTo(shown.get(0));
    assertThat(shown.get(2)).isEqualTo(shown.get(0));
  }

  @Test
  void linesThatCannotBeReadAreToldAndDaysAloneShowNothing() throws IOException {
    List<String> lines = burst();
    lines.add("yesterday,A User,a@x,Staff,10.0.0.1,Ok");
    assertThat(take(file("log.csv", lines)).sentences())
        .contains("  1 line was left out: moment that cannot be read.")
        .contains(
            "  Left out, the first of them: line 9; mend them and send the log again if they"
                + " matter.");
    ImportedFile days =
        take(
            file(
                "days.csv",
                Collections.nCopies(9, "07/03/2026 00:00,A User,b@x,Staff,10.0.0.1,Failed")));
    assertThat(days.json()).containsEntry("signals", 0);
    assertThat(days.sentences()).anyMatch(s -> s.contains("No line has a time of day"));
  }
}
