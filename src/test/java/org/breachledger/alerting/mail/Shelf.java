package org.breachledger.alerting.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.PaperForm;
import org.breachledger.alerting.PaperLock;
import org.breachledger.alerting.Recipient;
import org.breachledger.alerting.Subscriptions;
import org.breachledger.alerting.store.PaperPost;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.testing.TestDatabase;

/** Published papers in a database, and the post that brings them to their readers. */
final class Shelf {

  static final Instant AT = Instant.parse("2026-07-01T05:00:00Z");
  static final byte[] PDF = pdf();

  private final TestDatabase database;

  Shelf(TestDatabase database) {
    this.database = database;
  }

  int school(String name, String urn) {
    return (int)
        id(
            "insert into school (name, name_key, urn, confirmed) values ('%s', lower('%s'), '%s',"
                    .formatted(name, name, urn)
                + " true) returning school_id");
  }

  long run(String status) {
    return id(
        """
        insert into job_manifest (job, business_key, edition, as_of, inputs_hash, inputs,
            counts, policy, policy_version, status, started_at)
        values ('half-yearly', '2026-07-01', (select count(*) + 1 from job_manifest),
            '2026-07-01T02:00:00Z', 'x', '[]', '{}', 'category-levels', '1', '%s',
            '2026-07-01T02:00:00Z')
        returning manifest_id
        """
            .formatted(status));
  }

  long paper(long run, String report, int schoolId, String title, String anchor, int edition) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    """
                    insert into report_paper (manifest_id, report, school_id, title, anchor,
                        edition, data_as_at, sha256, file, content, created_at)
                    values (?, ?, ?, ?, ?::date, ?, '2026-07-01T02:00:00Z', 'x', 'x', ?,
                        '2026-07-01T02:00:00Z')
                    returning paper_id
                    """)
                .params(run, report, schoolId, title, anchor, edition, PDF)
                .query(Long.class)
                .single());
  }

  /** One type of the comparison a paper is about. */
  void compared(long run, int schoolId, int current, int nearMisses, String verdict) {
    id(
        """
        insert into recurrence_result (manifest_id, position, school, school_id, breach_type,
            sub_type, window_start, window_middle, window_end, previous, current, verdict,
            evidence, short_evidence, near_misses_previous, near_misses_current)
        values (%d, (select count(*) from recurrence_result), 'x', %d, 'LOST_IN_TRANSIT', '',
            '2025-07-01', '2026-01-01', '2026-07-01', 3, %d, '%s', '', '', 0, %d)
        returning position
        """
            .formatted(run, schoolId, current, verdict, nearMisses));
  }

  /** One incident, near miss or other row of which nobody knows the day. */
  void undated(int schoolId, String countedAs) {
    long taken =
        id(
            """
            insert into import_file (file_name, sha256, byte_count, status, as_of, started_at,
                policy)
            values ('x', (select count(*) from import_file), 1, 'imported', '2026-07-01T02:00:00Z',
                '2026-07-01T02:00:00Z', 'x')
            returning import_id
            """);
    id(
        """
        insert into incident (school_id, counted_as, facts, import_id, sheet, row, first_import_id)
        values (%d, '%s', '{}', %d, 1, 2, %3$d)
        returning incident_id
        """
            .formatted(schoolId, countedAs, taken));
  }

  PaperPost post(List<Recipient> recipients) {
    return post(
        recipients, new PasswordLock(Map.of("HEAD_PASSWORD", "three odd words"), Path.of(".")));
  }

  PaperPost post(List<Recipient> recipients, PaperLock lock) {
    return post(recipients, Subscriptions.read(new JobsFolder(null)), lock);
  }

  PaperPost post(List<Recipient> recipients, Subscriptions subscriptions, PaperLock lock) {
    return new PaperPost(
        database.jdbc(),
        subscriptions,
        recipients,
        new AddressBook(Letters.SENDER, "https://log.example.org", Map.of()),
        lock,
        new JdbcAuditTrail(
            database.jdbc(), database.transactionManager(), Clock.fixed(AT, ZoneOffset.UTC)));
  }

  static Recipient reader(String role, String school, String address) {
    return new Recipient(role, school, address, Optional.empty(), Optional.empty());
  }

  static Recipient reader(
      String role, String school, String address, PaperForm form, String password) {
    return new Recipient(
        role, school, address, Optional.of(form), Optional.of(password).filter(w -> !w.isEmpty()));
  }

  private long id(String sql) {
    return database.inTransaction(() -> database.jdbc().sql(sql).query(Long.class).single());
  }

  private static byte[] pdf() {
    try (PDDocument paper = new PDDocument()) {
      paper.addPage(new PDPage());
      paper.getDocumentCatalog().setLanguage("en-GB");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      paper.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
