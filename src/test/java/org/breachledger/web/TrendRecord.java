package org.breachledger.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Findings;
import org.breachledger.alerting.Place;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.store.AlertDesk;
import org.breachledger.alerting.store.AlertStore;
import org.breachledger.alerting.store.Outbox;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.Windows;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.breachledger.reporting.batch.Imprints;
import org.breachledger.reporting.batch.PaperDesk;
import org.breachledger.reporting.store.ComparedTypes;
import org.breachledger.reporting.store.PaperSource;
import org.breachledger.testing.TestDatabase;
import org.springframework.context.ApplicationContext;

/**
 * Two halves before 1 July 2026 in the sample's schools, compared and printed as a run does.
 *
 * <p>Rowan: lost in transit 3 before and 4 now, disclosed in error 2 before and 1 now. Alder: lost
 * in transit 1 now, disclosed in error 2 now. Besides, a near miss at Rowan.
 */
final class TrendRecord {

  static final LocalDate ANCHOR = LocalDate.of(2026, 7, 1);

  /** With the other three lost letters of this half 8,011 people, which no page may print. */
  static final int WITHHELD = 7919;

  private final TestDatabase database;
  private final SampleRecord sample;

  TrendRecord(TestDatabase database, SampleRecord sample) {
    this.database = database;
    this.sample = sample;
  }

  /** Fills the trust at work, every month submitted by every school. */
  TrendRecord fill() {
    for (YearMonth month = YearMonth.of(2025, 7);
        month.isBefore(YearMonth.from(ANCHOR));
        month = month.plusMonths(1)) {
      run(
          "insert into coverage (import_id, school_id, month) values (%d, 0, '%s')"
              .formatted(sample.imported, month.atDay(1)));
    }
    incident(sample.school, "LOST_IN_TRANSIT", "2025-09-10", "incident", 40);
    incident(sample.school, "LOST_IN_TRANSIT", "2025-09-11", "incident", 40);
    incident(sample.school, "LOST_IN_TRANSIT", "2025-11-05", "incident", 40);
    incident(sample.school, "LOST_IN_TRANSIT", "2026-01-12", "incident", 40);
    incident(sample.school, "LOST_IN_TRANSIT", "2026-02-03", "incident", 40);
    incident(sample.school, "LOST_IN_TRANSIT", "2026-02-04", "incident", WITHHELD);
    incident(sample.school, "LOST_IN_TRANSIT", "2026-03-04", "near-miss", 1);
    incident(sample.school, "DISCLOSED_IN_ERROR", "2025-10-01", "incident", 50);
    incident(sample.school, "DISCLOSED_IN_ERROR", "2025-10-02", "incident", 50);
    incident(sample.school, "DISCLOSED_IN_ERROR", "2026-04-01", "incident", 3);
    incident(sample.otherSchool, "DISCLOSED_IN_ERROR", "2026-04-02", "incident", 60);
    incident(sample.otherSchool, "DISCLOSED_IN_ERROR", "2026-04-03", "incident", 60);
    return this;
  }

  /** Keeps the comparison of the sample's run. */
  void compare(ApplicationContext application) {
    RecurrenceRegister register = application.getBean(RecurrenceRegister.class);
    database.inTransaction(
        () -> {
          register.keep(sample.run, register.compare(Windows.at(ANCHOR, 6)));
          return true;
        });
  }

  /** Publishes the papers of both schools' governors and of the board. */
  void print(ApplicationContext application) {
    PaperDesk desk = application.getBean(PaperDesk.class);
    Imprints imprints = application.getBean(Imprints.class);
    database.inTransaction(
        () -> {
          PaperSource source =
              desk.source(
                  imprints.of(imprints.halves(ANCHOR), AsOf.parse("2026-07-01T03:00"), 2),
                  ComparedTypes.of(database.jdbc(), sample.run));
          desk.publish(sample.run, source.governors(sample.school), sample.school);
          desk.publish(sample.run, source.governors(sample.otherSchool), sample.otherSchool);
          desk.publish(sample.run, source.board(), 0);
          return true;
        });
  }

  /** An alert about Rowan's lost letters, as the comparison gives it, in place of the sample's. */
  long raise() {
    run("delete from outbox_message where alert_id = " + sample.alert);
    run("delete from alert where alert_id = " + sample.alert);
    return raise(Place.school(sample.school, "Rowan Primary School"), 4);
  }

  /**
   * An alert about the lost letters of all schools, as a comparison gives it that leaves a school
   * and its incident of this half out.
   */
  long raiseOverAll() {
    return raise(
        Place.ALL_SCHOOLS,
        database.inTransaction(
            () ->
                database
                    .jdbc()
                    .sql(
                        "update recurrence_result set compared_previous = previous,"
                            + " compared_current = current - 1, left_out = 1"
                            + " where manifest_id = ? and school_id = 0"
                            + " and breach_type = 'LOST_IN_TRANSIT' and sub_type = ''"
                            + " returning compared_current")
                    .param(sample.run)
                    .query(Integer.class)
                    .single()));
  }

  private long raise(Place place, int now) {
    return new AlertDesk(
            database.transactions(),
            new AlertStore(database.jdbc()),
            new Outbox(database.jdbc()),
            new AddressBook("log@example.org", "", Map.of()))
        .raise(
            Findings.finding(place, "NOT_REDUCED", 3, now),
            Routes.read(new JobsFolder(null)),
            Instant.parse("2026-07-01T02:01:00Z"),
            raised -> "%PDF-1.7".getBytes(StandardCharsets.ISO_8859_1))
        .orElseThrow()
        .alertId();
  }

  void incident(int school, String type, String day, String counted, int people) {
    String title = type.equals("LOST_IN_TRANSIT") ? "Lost in transit" : "Disclosed in error";
    run(
        """
        insert into incident (school_id, reference, reference_key, day, day_from, counted_as, facts,
            import_id, first_import_id, sheet, row, breach_type, type_confidence, type_evidence,
            stale_type, stale_score, stale_duties)
        values (%d, 'T-%s', 'T-%s', '%s', 'occurred', '%s',
            '{"occurred": "%s", "individuals": "%d", "reported_type": "%s",
              "description": "A letter for Quillon Farr"}',
            %d, %d, 1, 7, '%s', 'high', 'x', false, false, false)
        """
            .formatted(
                school,
                day,
                day,
                day,
                counted,
                day,
                people,
                title,
                sample.imported,
                sample.imported,
                type));
  }

  /** A run that printed a paper for Rowan's governors with other numbers of people, and failed. */
  void failAfterPrinting() {
    run(
        """
        with failed as (
          insert into job_manifest (job, business_key, edition, as_of, inputs_hash, policy,
              policy_version, status, started_at)
          values ('half-yearly', '2026-07-01', 9, '2026-07-01T02:00:00Z', 'y', 'category-levels',
              'b7f3', 'failed', '2026-07-01T02:00:00Z')
          returning manifest_id),
        printed as (
          insert into report_paper (manifest_id, report, school_id, title, anchor, edition,
              data_as_at, sha256, file, content, created_at, audit_head)
          select failed.manifest_id, report, school_id, title, anchor, 9, data_as_at, sha256,
              'edition-9', content, created_at, audit_head
          from failed, report_paper where report = 'governors' and school_id = %d limit 1
          returning paper_id)
        insert into paper_people (paper_id, position, title, previous, current)
        select paper_id, 1, 'Of a run that failed', '70', '80' from printed
        """
            .formatted(sample.school));
  }

  private void run(String sql) {
    database.inTransaction(() -> database.jdbc().sql(sql).update());
  }
}
