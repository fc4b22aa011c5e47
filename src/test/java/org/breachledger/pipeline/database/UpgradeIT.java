package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.RowSum;
import org.breachledger.keeping.store.KeepingRefused;
import org.breachledger.keeping.store.Redaction;
import org.breachledger.keeping.store.RetentionDesk.By;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.Archive;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.PlainOriginals;
import org.breachledger.pipeline.imports.UndoImport;
import org.breachledger.pipeline.imports.UndoOutcome;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditEntry;
import org.breachledger.record.AuditTrail;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A record that an earlier program left is the record of this one: nothing of it is lost. */
class UpgradeIT {

  private static final AsOf WEDNESDAY_6_JANUARY = AsOf.parse("2027-01-06T03:00");
  private static final Clock CLOCK = Clock.fixed(WEDNESDAY_6_JANUARY.instant(), ZoneOffset.UTC);

  /** The layout in which persons began to record facts beside those of the sheets. */
  private static final int RECORDED_FACTS = 9;

  private static final String SHA256 =
      "8c9a10a43fac452a94a295836e6f7e2cb1fd98542ae8407e7ac2dc3e3c4e2ce7";

  private static final List<String> NEW_IN_27_TO_30 =
      List.of(
          "audit_record",
          "destroyed_count",
          "destruction_certificate",
          "file_to_remove",
          "redaction",
          "redaction_reason",
          "retention_kept",
          "retention_kept_reason",
          "retention_list",
          "retention_list_item",
          "row_print",
          "school_merged");

  @TempDir private Path folder;

  /**
   * 2 = the first register; 9 = cases; 22 = what lists ask for stands beside; 26 = the last one.
   */
  @ParameterizedTest
  @ValueSource(strings = {"2", "9", "22", "26"})
  void everyRowIsKept(String layout) throws Exception {
    try (TestDatabase database = TestDatabase.ofLayout(layout)) {
      JdbcClient administrator = database.administrator();
      EarlierRecord record = new EarlierRecord(administrator);
      record.putIn();
      List<String> columns = record.columns();
      Map<String, List<String>> before = record.rows(List.of());
      assertThat(before.get("incident")).hasSize(5);

      database.upgrade();

      List<String> added = new ArrayList<>(record.columns());
      added.removeAll(columns);
      Map<String, List<String>> after = record.rows(added);
      assertThat(after).containsAllEntriesOf(before);
      assertThat(after).doesNotContainKey("row_print");
      boolean recorded = Integer.parseInt(layout) >= RECORDED_FACTS;
      assertThat(glances(administrator))
          .containsExactly(
              "1 a1 2026-03-02 level 1 overdue" + (recorded ? " closed" : ""),
              "2 a2 2026-03-05 level 1 overdue running",
              "3 a1 2026-02-05 level 1 overdue running",
              "4 - 2026-04-01 level 1 overdue running",
              "5 a3 - level 1 running review of disclosed in error");
      AuditTrail audit = new JdbcAuditTrail(database.jdbc(), database.transactionManager(), CLOCK);
      AuditEntry next =
          database.inTransaction(
              () -> audit.append("dpo", "set-retention", "trust", AuditDetails.none()));
      assertThat(next.seq()).isEqualTo(9);
      assertThat(next.records())
          .as("facts, past versions, what persons recorded")
          .isEqualTo(5 + 2 + (recorded ? 2 : 0));
      assertThat(audit.verify().sentence()).isEqualTo("The audit chain is whole: 9 entries.");
      assertThat(audit.verifyRecords().sentences()).isEmpty();
      assertThat(audit.verifyRecords().records()).isEqualTo(7);
    }
  }

  @Test
  void theProgramGoesOnWithARecordOfLayout26() throws Exception {
    Home home = homeOfLayout26();
    try (Installation now = Installation.open(home, home.jobs(), false, false)) {
      AuditTrail audit = now.get(AuditTrail.class);
      assertThat(audit.verify().sentence()).isEqualTo("The audit chain is whole: 8 entries.");
      assertThat(audit.verifyRecords().sentences()).isEmpty();
      assertThat(said(now, "select read_by from import_file where read_by is not null")).isEmpty();
      for (String table : NEW_IN_27_TO_30) {
        assertThat(said(now, "select 1::text from " + table).isEmpty())
            .as(table)
            .isEqualTo(!table.equals("audit_record"));
      }

      Archive archive = now.get(Archive.class);
      assertThat(now.get(PlainOriginals.class).lock(CLOCK.instant(), () -> false))
          .isEqualTo(new PlainOriginals.Outcome(1, 0));
      try (InputStream original = archive.open(SHA256)) {
        assertThat(original.readAllBytes()).isEqualTo(Files.readAllBytes(EarlierRecord.ORIGINAL));
      }

      assertThat(taken(now, home, 1)).isEqualTo(new RowSum(6, 0, 0, 1, 4, 1, 0));
      assertThat(said(now, "select facts ->> 'individuals' from incident where reference = 'A2'"))
          .containsExactly("12");
      assertThat(taken(now, home, 2)).isEqualTo(new RowSum(6, 0, 0, 0, 5, 1, 0));
      assertThat(said(now, "select import_id::text from row_print")).isNotEmpty();
      whole(audit, 10);

      assertHeldBesideIsKept(now);
      inTransaction(
          now,
          () ->
              now.get(JdbcClient.class)
                  .sql(
                      "insert into legal_hold_lifted (hold_id, by_role, lifted_at)"
                          + " values (1, 'dpo', ?)")
                  .param(Timestamp.from(CLOCK.instant()))
                  .update());
      assertThat(redact(now)).as("originals that go").isEqualTo(4);
      assertThat(said(now, "select facts ->> 'description' from incident where incident_id = 1"))
          .containsExactly("[redacted]");
      whole(audit, 12);

      assertThat(now.get(UndoImport.class).take(5, false, "dpo", WEDNESDAY_6_JANUARY).status())
          .isEqualTo(UndoOutcome.Status.UNDONE);
      whole(audit, 13);
    }
  }

  /** A hold of then stops what this program would take away, also beside the incident it is on. */
  private static void assertHeldBesideIsKept(Installation now) {
    assertThat(said(now, "select unnest(held_beside(array[1]))::text")).containsExactly("3");
    assertThatThrownBy(() -> redact(now))
        .isInstanceOf(KeepingRefused.class)
        .hasMessageContaining("A1, Ash School");
  }

  private static int redact(Installation now) {
    return inTransaction(
        now,
        () ->
            new Redaction(
                    now.get(JdbcClient.class),
                    new IncidentRegister(now.get(DataSource.class)),
                    now.get(AuditTrail.class))
                .redact(List.of(1L), "asked", new By("dpo", "dpo", CLOCK.instant())));
  }

  /** The log of then with more line ends: other bytes, the same rows. */
  private RowSum taken(Installation now, Home home, int ends) throws Exception {
    Path log =
        Files.writeString(
            folder.resolve("again-" + ends + ".csv"),
            Files.readString(EarlierRecord.ORIGINAL) + "\n".repeat(ends));
    return now.get(FileImporter.class)
        .take(log, ImportOptions.at(WEDNESDAY_6_JANUARY, home.returns()))
        .rows();
  }

  private static void whole(AuditTrail audit, int entries) {
    assertThat(audit.verify().sentence())
        .isEqualTo("The audit chain is whole: " + entries + " entries.");
    assertThat(audit.verifyRecords().sentences()).isEmpty();
  }

  private Home homeOfLayout26() throws Exception {
    Home home = new Home(folder.resolve("home"));
    home.prepare();
    Path original = home.archive().resolve(SHA256.substring(0, 2)).resolve(SHA256);
    Files.createDirectories(original.getParent());
    Files.copy(EarlierRecord.ORIGINAL, original);
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home.folder())) {
      DatabaseAddress address = server.address();
      Flyway.configure()
          .dataSource(address.url(), address.ownerUser(), address.ownerPassword())
          .locations("classpath:db/migration")
          .target("26")
          .load()
          .migrate();
      Properties passwords = new Properties();
      try (Reader file =
          Files.newBufferedReader(home.folder().resolve("postgres").resolve("passwords"))) {
        passwords.load(file);
      }
      JdbcClient administrator =
          JdbcClient.create(
              new DriverManagerDataSource(
                  address.url(), "postgres", passwords.getProperty("postgres")));
      administrator.sql("insert into trust (name) values ('')").update();
      new EarlierRecord(administrator).putIn();
    }
    return home;
  }

  private static List<String> glances(JdbcClient administrator) {
    return administrator
        .sql(
            """
            select concat_ws(' ', incident_id, coalesce(reference_folded, '-'), coalesce(day::text, '-'),
              'level', level, case when overdue then 'overdue' end, case when running then 'running' end,
              case when closed then 'closed' end, 'review of ' || words_to_review)
            from incident_glance order by incident_id
            """)
        .query(String.class)
        .list();
  }

  private static List<String> said(Installation now, String sql) {
    return inTransaction(now, () -> now.get(JdbcClient.class).sql(sql).query(String.class).list());
  }

  private static <T> T inTransaction(Installation now, Supplier<T> work) {
    return Objects.requireNonNull(now.get(TransactionTemplate.class).execute(status -> work.get()));
  }
}
