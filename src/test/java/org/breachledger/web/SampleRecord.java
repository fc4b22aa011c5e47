package org.breachledger.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Findings;
import org.breachledger.alerting.Place;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.store.AlertDesk;
import org.breachledger.alerting.store.AlertStore;
import org.breachledger.alerting.store.Outbox;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.testing.TestDatabase;

/** A little of everything in one trust, for pages to show. */
final class SampleRecord {

  static final String PASSWORD = "three odd words";
  static final byte[] PDF = "%PDF-1.7 not a real one".getBytes(StandardCharsets.ISO_8859_1);

  private final TestDatabase database;
  final int school;
  final int otherSchool;
  final long run;
  final long imported;
  final long governors;
  final long otherGovernors;
  final long board;
  final long working;
  final long pack;
  final long alert;
  final long incident;
  final long otherIncident;
  final long person;
  final long signal;

  /** Fills the trust at work. */
  SampleRecord(TestDatabase database) {
    this.database = database;
    school =
        (int)
            id(
                "insert into school (name, name_key, confirmed) values"
                    + " ('Rowan Primary School', 'rowan primary school', true) returning school_id");
    otherSchool =
        (int)
            id(
                "insert into school (name, name_key, confirmed) values"
                    + " ('Alder High School', 'alder high school', true) returning school_id");
    imported =
        id(
            """
            insert into import_file (file_name, sha256, byte_count, status, profile, rows_read,
                rows_imported, rows_imported_with_gaps, rows_updated, rows_unchanged, rows_returned,
                rows_skipped, mapping, unmapped, warnings, returns_file, as_of, started_at,
                finished_at, policy)
            values ('monitoring-june.xlsx', repeat('ab', 32), 34816, 'imported', 'dpo-log', 42, 30,
                3, 2, 5, 1, 1, '{"Date of breach": "occurred"}', '["Notes"]',
                '["Two rows are hidden."]',
                'returns/import-1.csv', '2026-07-01T02:00:00Z', '2026-07-01T02:00:00Z',
                '2026-07-01T02:00:02Z', 'category-levels')
            returning import_id
            """);
    run =
        id(
            """
            insert into job_manifest (job, business_key, edition, as_of, inputs_hash, inputs,
                counts, policy, policy_version, status, started_at, finished_at)
            values ('half-yearly', '2026-07-01', 1, '2026-07-01T02:00:00Z', 'x',
                '[{"importId": %d, "sha256": "cafe"}]', '{"papersWritten": 7, "alerts_raised": 2}',
                'category-levels', 'b7f3', 'done', '2026-07-01T02:00:00Z', '2026-07-01T02:01:05Z')
            returning manifest_id
            """
                .formatted(imported));
    governors = paper("governors", school, "Governor report: Rowan Primary School");
    otherGovernors = paper("governors", otherSchool, "Governor report: Alder High School");
    board = paper("board", 0, "Report to the Information Governance Board");
    working = paper("working-group", 0, "Working list: Hazel Trust");
    pack = paper("alert-pack", school, "Alert: Lost in transit, Rowan Primary School");
    alert = raise(Place.school(school, "Rowan Primary School"));
    incident = incident(school, "RP-001");
    otherIncident = incident(otherSchool, "AH-001");
    signal = signal("failed-log-ins", "Rowan Primary School", "r.almond");
    person =
        new AccountStore(database.jdbc(), database.transactions(), Clock.systemUTC())
            .create("somebody", Role.ANALYST, PASSWORD)
            .userId();
  }

  /** Says what became of the run. */
  void finish(String status) {
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update job_manifest set status = ? where manifest_id = ?")
                .params(status, run)
                .update());
  }

  private long incident(int of, String reference) {
    return id(
        """
        insert into incident (school_id, reference, reference_key, day, day_from, counted_as, facts,
            import_id, first_import_id, sheet, row, breach_type, type_confidence, type_evidence)
        values (%d, '%s', '%s', '2026-05-04', 'occurred', 'incident',
            '{"occurred": "2026-05-04", "identified": "2026-05-05", "individuals": "12",
              "description": "A letter for Quillon Farr lay on the bus",
              "reported_type": "Lost in transit"}',
            %d, %d, 1, 7, 'LOST_IN_TRANSIT', 'high', 'the words lay on the bus')
        returning incident_id
        """
            .formatted(of, reference, reference, imported, imported));
  }

  /** One more signal of the import's log, which nobody has decided on. */
  long signal(String rule, String of, String subject) {
    return id(
        """
        insert into signal (rule, title, breach_type, school_name, school_key, subject, subject_key,
            window_from, window_to, lines, records, addresses, evidence, import_id, sheet, row,
            last_sheet, last_row, raised_at)
        values ('%s', 'Many failed log-ins on one account', 'TECHNICAL_SECURITY_FAILING', '%s', '%s',
            '%s', '%s', '2026-06-01T08:00:00Z', '2026-06-01T08:09:00Z', 12, 0, 2,
            '12 failed log-ins from 2 addresses, Monday 1 June 2026 at 09:00 to 09:09', %d, 1, 2,
            1, 13, '2026-07-01T02:00:00Z')
        returning signal_id
        """
            .formatted(rule, of, of.toLowerCase(Locale.ROOT), subject, subject, imported));
  }

  /** One account of every role; governor and head belong to the first school. */
  void accounts() {
    AccountStore accounts =
        new AccountStore(database.jdbc(), database.transactions(), Clock.systemUTC());
    for (Role role : Role.values()) {
      boolean ofSchool = role.ofOneSchool();
      accounts.create(role.code(), role, ofSchool ? school : null, role.title(), PASSWORD, false);
    }
  }

  /** Raises one more alert, about another place. */
  long raise(Place place) {
    AddressBook book = new AddressBook("log@example.org", "", Map.of());
    return new AlertDesk(
            database.transactions(),
            new AlertStore(database.jdbc()),
            new Outbox(database.jdbc()),
            book)
        .raise(
            Findings.notReduced(place),
            Routes.read(new JobsFolder(null)),
            Instant.parse("2026-07-01T02:01:00Z"),
            raised -> PDF)
        .orElseThrow()
        .alertId();
  }

  private long paper(String report, int schoolId, String title) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    """
                    insert into report_paper (manifest_id, report, school_id, title, anchor,
                        edition, data_as_at, sha256, file, content, created_at)
                    values (?, ?, ?, ?, '2026-07-01', 1, '2026-07-01T02:00:00Z', 'x', 'x', ?,
                        '2026-07-01T02:00:00Z')
                    returning paper_id
                    """)
                .params(run, report, schoolId, title, PDF)
                .query(Long.class)
                .single());
  }

  private long id(String sql) {
    return database.inTransaction(() -> database.jdbc().sql(sql).query(Long.class).single());
  }
}
