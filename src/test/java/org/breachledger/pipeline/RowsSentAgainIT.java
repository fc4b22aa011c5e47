package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.SignalRules;
import org.breachledger.casework.store.LogWatch;
import org.breachledger.casework.store.Signals;
import org.breachledger.incident.store.StageColumns;
import org.breachledger.incident.store.StoredIncident;
import org.breachledger.intake.LogReader;
import org.breachledger.intake.store.FirstVerdicts;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.IncomingRow;
import org.breachledger.keeping.store.Redaction;
import org.breachledger.keeping.store.RetentionDesk.By;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.Archive;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.imports.ReturnedRows;
import org.breachledger.pipeline.imports.StoredAccessLog;
import org.breachledger.pipeline.imports.UndoImport;
import org.breachledger.pipeline.imports.VerdictsAtOnce;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.record.AuditTrail;
import org.breachledger.testing.ReadyHome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A row sent again as it was is not read again, and nobody sees a difference. */
class RowsSentAgainIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final AsOf MONDAY_1_JUNE = AsOf.parse("2026-06-01T03:00");

  private static final Clock CLOCK = Clock.fixed(WEDNESDAY_1_JULY.instant(), ZoneOffset.UTC);

  private static final String HEADING =
      "Reference,School,Date of incident,Type of breach,Description,Number of individuals,"
          + "Reported by,Room";
  private static final String ELM_1 =
      "A1,Elm School,2026-03-02,Disclosed in error,Letter to a wrong house,3,A. Reporter,B12";
  private static final String ELM_2 =
      "A2,Elm School,2026-03-05,Lost device,Stick lost on a bus,12,,";
  private static final String ASH_1 =
      "A1,Ash School,2026-02-05,Disclosed in error,Email to all parents,80,B. Other,";
  private static final String NO_REFERENCE =
      ",Elm School,2026-04-01,Disclosed in error,Card on the wrong desk,1,,Hall";
  private static final String GAP =
      "A3,Ash School,around Easter,Disclosed in error,Register left open,4,,";
  private static final String AHEAD =
      "A4,Ash School,2027-03-05,Disclosed in error,Register sent,4,,";
  private static final String NEW_SCHOOL =
      "N1,Yew School,2026-03-09,Disclosed in error,Photo on a wall,4,,";
  private static final String NOTHING = ",Elm School,,,,,,in the hall";

  @TempDir private Path folder;
  private @Nullable Installation installation;
  private @Nullable Home home;
  private int files;

  @BeforeEach
  void open() throws Exception {
    start("first");
  }

  @AfterEach
  void close() {
    installation().close();
  }

  @Test
  void whatIsStoredIsTheSameWithAndWithoutTheShortWay() throws Exception {
    List<List<String>> logs =
        List.of(
            List.of(ELM_1, ELM_2, ASH_1, NO_REFERENCE, GAP, AHEAD, NEW_SCHOOL, NOTHING, "", ELM_2),
            List.of(ELM_1, ELM_2, ASH_1, NO_REFERENCE, GAP, AHEAD, NEW_SCHOOL, NOTHING, "", ELM_2),
            List.of(ELM_1, ASH_1, NO_REFERENCE, GAP, ELM_1.replace("house", "street")),
            List.of(ASH_1, ELM_1, NO_REFERENCE, NO_REFERENCE, ELM_2),
            List.of(ELM_2, NO_REFERENCE, NO_REFERENCE, ASH_1.replace("2026-02-05", "2026-02-06")),
            List.of(ELM_1.replace("A. Reporter", "C. Third"), ASH_1.replace("A1", "A9"), ELM_2),
            List.of(
                ELM_1
                    .replace("Letter to a wrong house", "Another matter")
                    .replace("2026-03-02", "2026-05-02")
                    .replace("Disclosed in error", "Ransomware"),
                ELM_1,
                NO_REFERENCE.replace(",1,", ",2,")),
            List.of(ELM_1, ELM_2, ASH_1, NO_REFERENCE));
    List<Integer> spared = new ArrayList<>();
    for (List<String> log : logs) {
      spared.add(take(log, true));
    }
    Map<String, List<String>> shortly = everything();
    close();
    start("second");
    for (List<String> log : logs) {
      assertThat(take(log, false)).isZero();
    }
    assertThat(shortly).isEqualTo(everything());
    assertThat(spared.get(1)).as("rows of the second file that were not read").isEqualTo(3);
    assertThat(spared.subList(2, spared.size())).anyMatch(rows -> rows > 0);
  }

  @Test
  void aRowIsReadAgainWhereItWasReadOtherwise() throws Exception {
    take(List.of(ELM_1, ELM_2), true);
    assertThat(take(List.of(ELM_1, ELM_2), true)).isEqualTo(2);
    assertThat(take("Room number", List.of(ELM_1, ELM_2))).as("other headings").isZero();
    assertThat(take(List.of(ELM_1, ELM_2), true)).as("as the last file").isZero();

    take(List.of(ELM_1, ELM_2), true);
    run(
        "insert into school_alias (alias_key, school_id) select 'elms', min(school_id) from school");
    assertThat(take(List.of(ELM_1, ELM_2), true)).as("another school list").isZero();
    assertThat(take(List.of(ELM_2, ELM_1), true)).isEqualTo(2);
    assertThat(take(List.of(ELM_2, ELM_1), MONDAY_1_JUNE, "")).as("an earlier as-of").isZero();
    assertThat(take(List.of(ELM_2, ELM_1), WEDNESDAY_1_JULY, "other rules")).isZero();
    assertThat(take(List.of(ELM_2, ELM_1), WEDNESDAY_1_JULY, "other rules")).isEqualTo(2);
  }

  /** A service reads by the tables it was started with, whatever is edited meanwhile. */
  @Test
  void theTablesAreThoseTheReaderWasGivenAndAStrayFileIsNone() throws Exception {
    take(List.of(ELM_1), true);
    String before = readBy();
    Path tables = Files.createDirectories(home().jobs().resolve("intake"));
    Files.write(tables.resolve("stray.csv"), new byte[] {(byte) 0xff, (byte) 0xfe});
    String words = Files.readString(Path.of("jobs/intake/words.csv"));
    Files.writeString(tables.resolve("words.csv"), words + "\n");
    assertThat(readBy()).isEqualTo(before);
    close();
    installation = Installation.open(home(), home().jobs(), false, false);
    assertThat(readBy()).isNotEqualTo(before);
    take(List.of(ELM_1), true);
  }

  private String readBy() {
    return inTransaction(
        () -> {
          VerdictsAtOnce verdicts = installation().get(VerdictsAtOnce.class);
          return Objects.requireNonNull(verdicts.begin(WEDNESDAY_1_JULY)).readBy();
        });
  }

  @Test
  void anIncidentThatIsNotAsTheRowLeftItIsReadAgain() throws Exception {
    take(List.of(ELM_1, ELM_2, ASH_1), true);
    run(
        "update incident set facts = facts || '{\"description\": \"other\"}' where reference = 'A2'");
    assertThat(prints()).isEqualTo(2);
    run("update incident_reporter set reporter = 'Nobody' where reporter = 'B. Other'");
    assertThat(prints()).isEqualTo(1);
    assertThat(take(List.of(ELM_1, ELM_2, ASH_1), true)).isEqualTo(1);
    assertThat(said("select facts ->> 'description' from incident where reference = 'A2'"))
        .containsExactly("Stick lost on a bus");
    assertThat(said("select reporter from incident_reporter order by 1"))
        .containsExactly("A. Reporter", "B. Other");
  }

  @Test
  void anUndoneImportIsNotRemembered() throws Exception {
    take(List.of(ELM_1, ELM_2), true);
    take(List.of(ELM_1, ELM_2, ASH_1), true);
    installation().get(UndoImport.class).take(1, false, "dpo", WEDNESDAY_1_JULY);
    assertThat(said("select distinct import_id::text from row_print")).containsExactly("2");
    assertThat(take(List.of(ELM_1, ELM_2, ASH_1), true)).isEqualTo(1);
    assertThat(take(List.of(ELM_1, ELM_2, ASH_1), true)).isEqualTo(3);
  }

  @Test
  void redactionAndDestructionForgetThePrint() throws Exception {
    take(List.of(ELM_1, ELM_2), true);
    long redacted = Long.parseLong(said("select min(incident_id)::text from incident").get(0));
    inTransaction(
        () ->
            new Redaction(
                    jdbc(),
                    new IncidentRegister(installation().get(DataSource.class)),
                    installation().get(AuditTrail.class))
                .redact(
                    List.of(redacted), "asked", new By("dpo", "dpo", WEDNESDAY_1_JULY.instant())));
    assertThat(said("select incident_id::text from row_print"))
        .doesNotContain(Long.toString(redacted))
        .hasSize(1);
    run("delete from incident where incident_id <> " + redacted);
    assertThat(prints()).isZero();
  }

  /** How many rows of the file were not read. */
  private int take(List<String> rows, boolean shortly) throws Exception {
    return take(HEADING, rows, WEDNESDAY_1_JULY, shortly ? "these rules" : null);
  }

  private int take(String room, List<String> rows) throws Exception {
    return take(HEADING.replace("Room", room), rows, WEDNESDAY_1_JULY, "these rules");
  }

  private int take(List<String> rows, AsOf asOf, String rules) throws Exception {
    return take(HEADING, rows, asOf, rules.isEmpty() ? "these rules" : rules);
  }

  private int take(String heading, List<String> rows, AsOf asOf, @Nullable String rules)
      throws Exception {
    Path log =
        Files.writeString(
            folder.resolve("log-" + ++files + ".csv"),
            heading + "\n" + String.join("\n", rows) + "\n".repeat(files));
    Counting counting =
        new Counting(installation().get(VerdictsAtOnce.class), rules == null ? "" : rules);
    ImportedFile file = importer(counting).take(log, ImportOptions.at(asOf, home().returns()));
    assertThat(file.status()).isEqualTo(ImportedFile.Status.IMPORTED);
    installation().get(Assessment.class).run(asOf);
    return file.rows().unchanged() == 0 ? 0 : taken(file.importId()) - counting.read;
  }

  private int taken(@Nullable Long importId) {
    return Integer.parseInt(
        said("select count(incident_id)::text from import_row where import_id = " + importId)
            .get(0));
  }

  private FileImporter importer(VerdictsAtOnce verdicts) throws IOException {
    Installation parts = installation();
    return new FileImporter(
        parts.get(LogReader.class),
        new IncidentRegister(parts.get(DataSource.class)),
        new ImportRecords(jdbc()),
        new ReturnedRows(),
        new StoredAccessLog(
            new LogWatch(parts.get(SignalRules.class), parts.get(DataSource.class)),
            new Signals(jdbc()),
            new IncidentRegister(parts.get(DataSource.class)),
            new ImportRecords(jdbc()),
            parts.get(AuditTrail.class),
            parts.get(TransactionTemplate.class),
            CLOCK),
        new Archive(home()),
        parts.get(AuditTrail.class),
        parts.get(TransactionTemplate.class),
        verdicts,
        "policy",
        CLOCK);
  }

  /** Counts the rows whose words are judged: each row that is read is. */
  private static final class Counting implements VerdictsAtOnce {

    private final VerdictsAtOnce verdicts;
    private final String rules;
    private int read;

    Counting(VerdictsAtOnce verdicts, String rules) {
      this.verdicts = verdicts;
      this.rules = rules;
    }

    @Override
    public void prepare() {
      verdicts.prepare();
    }

    @Override
    public FirstVerdicts begin(AsOf asOf) {
      FirstVerdicts first = Objects.requireNonNull(verdicts.begin(asOf));
      assertThat(first.readBy()).isNotEmpty();
      return new FirstVerdicts() {
        @Override
        public StageColumns columnsOfWords() {
          return first.columnsOfWords();
        }

        @Override
        public List<@Nullable String> ofWords(IncomingRow row) {
          read++;
          return first.ofWords(row);
        }

        @Override
        public void findRepeats() {
          first.findRepeats();
        }

        @Override
        public StageColumns columnsOfIncident() {
          return first.columnsOfIncident();
        }

        @Override
        public List<@Nullable String> ofIncident(StoredIncident incident) {
          return first.ofIncident(incident);
        }

        @Override
        public String readBy() {
          return rules;
        }
      };
    }
  }

  /** All tables of the record but what only says how and when it was written. */
  private Map<String, List<String>> everything() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String table :
        said(
            "select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE' and table_name !~"
                + " '^(batch|qrtz)_|^flyway_schema_history$|^row_print$|^audit_record$'"
                + " order by 1")) {
      List<String> rows =
          new ArrayList<>(
              said(
                  "select (to_jsonb(t) - '{hash,previous_hash,root,read_by,started_at,finished_at,"
                      + "created_at,changed_at,at,recorded_at,noted_at,kept_at,learned_at,first_seen,"
                      + "last_seen,first_used_at,returns_file,password_hash}'::text[])::text from "
                      + table
                      + " t"));
      Collections.sort(rows);
      all.put(table, rows);
    }
    return all;
  }

  private long prints() {
    return said("select print::text from row_print").size();
  }

  private List<String> said(String sql) {
    return inTransaction(() -> jdbc().sql(sql).query(String.class).list());
  }

  private void run(String sql) {
    inTransaction(() -> jdbc().sql(sql).update());
  }

  private void start(String name) throws Exception {
    Path place = Files.createDirectories(folder.resolve(name));
    home = ReadyHome.of(place, "Elm School", "Ash School");
    files = 0;
    installation = Installation.open(home(), home().jobs(), false, false);
  }

  private Installation installation() {
    return Objects.requireNonNull(installation);
  }

  private Home home() {
    return Objects.requireNonNull(home);
  }

  private JdbcClient jdbc() {
    return installation().get(JdbcClient.class);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(
        installation().get(TransactionTemplate.class).execute(status -> work.get()));
  }
}
