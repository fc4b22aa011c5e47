package org.breachledger.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.breachledger.incident.Sha256;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.Archive;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a home holds when all is done, without numbers and moments that differ from run to run: two
 * homes with the same end state hold the same record.
 */
final class EndState {

  private static final Map<String, String> QUESTIONS =
      Map.ofEntries(
          Map.entry(
              "incidents",
              """
              select s.name, i.reference, i.ordinal, i.day, i.counted_as, i.facts, i.gaps,
                i.breach_type, i.sub_type, i.type_confidence, i.needs_review, i.baseline, i.score,
                i.category_level, i.factors, i.provisional, i.duties, i.open_duties, i.stale_type,
                i.stale_score, i.stale_duties, f.sha256, i.sheet, i.row,
                (select concat(o.reference, '/', o.sheet, '/', o.row) from incident o
                  where o.incident_id = i.repeat_of) as repeats
              from incident i join school s using (trust_id, school_id)
                join import_file f using (trust_id, import_id)
              """),
          Map.entry(
              "files",
              """
              select file_name, sha256, status, profile, rows_read, rows_imported,
                rows_imported_with_gaps, rows_updated, rows_unchanged, rows_returned, rows_skipped,
                returns_file is null as nothing_returned
              from import_file
              """),
          Map.entry(
              "rows",
              """
              select f.sha256, r.sheet, r.row, r.outcome, r.notices
              from import_row r join import_file f using (trust_id, import_id)
              """),
          Map.entry(
              "months",
              """
              select f.sha256, s.name, c.month from coverage c
                join school s using (trust_id, school_id) join import_file f using (trust_id, import_id)
              """),
          Map.entry("schools", "select name, urn, confirmed from school"),
          Map.entry(
              "earlier facts",
              """
              select i.reference, h.sheet, h.row, h.facts
              from incident_history h join incident i using (trust_id, incident_id)
              """),
          Map.entry(
              "done", "select distinct job, business_key from job_manifest where status = 'done'"),
          Map.entry(
              "comparison",
              """
              select school, breach_type, sub_type, previous, current, verdict, evidence
              from recurrence_result join job_manifest m using (trust_id, manifest_id)
              where m.status = 'done'
              """),
          Map.entry(
              "papers",
              """
              select p.report, p.school_id, p.title, p.anchor, p.edition
              from report_paper p join job_manifest m using (trust_id, manifest_id)
              where m.status = 'done'
              """),
          Map.entry(
              "alerts",
              "select school_id, breach_type, anchor, verdict, previous, current, state from alert"),
          Map.entry(
              "messages",
              """
              select recipient_role, recipient_place, recipient, subject, state, channel, occasion
              from outbox_message
              """),
          Map.entry(
              "warnings",
              """
              select i.reference, w.duty, w.stage
              from deadline_warning w join incident i using (trust_id, incident_id)
              """));

  private EndState() {}

  /** Every answer, in an order of its own. */
  static Map<String, List<String>> of(JdbcClient administrator) {
    Map<String, List<String>> all = new TreeMap<>();
    QUESTIONS.forEach(
        (name, question) ->
            all.put(
                name,
                administrator
                    .sql("select t::text from (" + question + ") t order by 1")
                    .query(String.class)
                    .list()));
    return all;
  }

  /** What must hold in every home, whatever was run in it. */
  static void holdsTogether(JdbcClient administrator, Home home) throws Exception {
    nobodyIsAtWork(administrator);
    rowSumsHold(administrator);
    papersAreWhole(administrator, home);
    filesAreWhere(administrator, home);
  }

  private static void nobodyIsAtWork(JdbcClient administrator) {
    assertNone(administrator, "select job, edition from job_manifest where status = 'running'");
    assertNone(administrator, "select * from batch_job_execution where end_time is null");
    assertNone(
        administrator,
        "select * from batch_job_instance i where not exists (select from batch_job_execution e"
            + " where e.job_instance_id = i.job_instance_id)");
    assertNone(administrator, "select import_id from import_file where status = 'started'");
    assertNone(
        administrator,
        "select incident_id from incident where stale_type or stale_score or stale_duties");
    assertNone(
        administrator,
        "select business_key from job_manifest where status = 'done'"
            + " group by trust_id, job, business_key, inputs_hash having count(*) > 1");
  }

  private static void rowSumsHold(JdbcClient administrator) {
    assertNone(
        administrator,
        """
        select import_id from import_file f where rows_read <> rows_imported
          + rows_imported_with_gaps + rows_updated + rows_unchanged + rows_returned + rows_skipped
          or status = 'imported' and rows_read <> (select count(*) from import_row r
            where r.trust_id = f.trust_id and r.import_id = f.import_id)
        """);
    assertNone(
        administrator,
        "select sha256 from import_file where status = 'imported' group by trust_id, sha256"
            + " having count(*) > 1");
    assertNone(
        administrator,
        "select lower(reference) from incident where reference is not null"
            + " group by trust_id, school_id, lower(reference) having count(*) > 1");
  }

  private static void assertNone(JdbcClient administrator, String question) {
    assertThat(administrator.sql(question).query().listOfRows()).as(question).isEmpty();
  }

  private static void papersAreWhole(JdbcClient administrator, Home home) throws Exception {
    Map<Path, String> recorded = new TreeMap<>();
    administrator
        .sql("select file, sha256, content from report_paper")
        .query(
            row -> {
              assertThat(Sha256.of(row.getBytes("content"))).isEqualTo(row.getString("sha256"));
              recorded.put(home.reports().resolve(row.getString("file")), row.getString("sha256"));
            });
    assertThat(CrashHome.files(home.reports())).isEqualTo(List.copyOf(recorded.keySet()));
    for (Map.Entry<Path, String> paper : recorded.entrySet()) {
      byte[] bytes = Files.readAllBytes(paper.getKey());
      assertThat(Sha256.of(bytes)).as("%s", paper.getKey()).isEqualTo(paper.getValue());
      try (PDDocument opened = Loader.loadPDF(bytes)) {
        assertThat(opened.getNumberOfPages()).isPositive();
      }
    }
  }

  private static void filesAreWhere(JdbcClient administrator, Home home) throws Exception {
    assertThat(CrashHome.files(home.inbox())).as("left in the drop folder").isEmpty();
    rowsToFix(administrator, home);
    assertThat(CrashHome.files(home.archive()).stream().map(file -> file.getFileName().toString()))
        .as("archive")
        .containsExactlyInAnyOrderElementsOf(
            administrator
                .sql("select distinct sha256 from import_file")
                .query(String.class)
                .list());
    Archive archive = new Archive(home);
    for (Path kept : CrashHome.files(home.archive())) {
      try (InputStream original = archive.open(name(kept))) {
        assertThat(Sha256.of(original.readAllBytes())).isEqualTo(name(kept));
      }
      assertThat(Sha256.of(Files.readAllBytes(kept))).as("locked").isNotEqualTo(name(kept));
    }
    assertThat(CrashHome.files(home.outbox()))
        .allSatisfy(file -> assertThat(file.toString()).endsWith(".eml"));
  }

  /**
   * Every file on record is there. A program killed between writing one and the commit leaves it
   * under a number that no import has: its rows come back again under the next number.
   */
  private static void rowsToFix(JdbcClient administrator, Home home) throws IOException {
    List<String> there = CrashHome.files(home.returns()).stream().map(EndState::name).toList();
    List<String> recorded =
        administrator
            .sql("select returns_file from import_file where returns_file is not null")
            .query(String.class)
            .list()
            .stream()
            .map(file -> name(Path.of(file)))
            .toList();
    List<String> numbers =
        administrator
            .sql("select 'returns-import-' || import_id || '.xlsx' from import_file")
            .query(String.class)
            .list();
    assertThat(there).as("rows to fix").containsAll(recorded);
    assertThat(there.stream().filter(file -> !recorded.contains(file)))
        .as("rows to fix of no import")
        .noneMatch(numbers::contains);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
