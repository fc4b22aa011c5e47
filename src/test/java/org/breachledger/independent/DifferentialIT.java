package org.breachledger.independent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.Windows;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.recurrence.Recurrence;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The differential test: 50,000 random incidents in the real register, assessed by the product's
 * own job; then the whole rule set once more, in sets and in plain SQL, with no difference allowed:
 * as what an incident counts and on which day, repeats, factors, score, level, every duty's due
 * moment, verdict, hours, precision and lateness, and the windows, counts and verdicts of the
 * comparison. The second computation knows no order of rows, so that none can matter to the first.
 */
class DifferentialIT {

  private static final long SEED = 20_260_701;
  private static final int INCIDENTS = 50_000;
  private static final int DUTIES = 7;
  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");

  @TempDir private static Path folder;
  private static Installation installation;
  private static DataSource dataSource;
  private static JdbcClient jdbc;
  private static TransactionTemplate transactions;

  @BeforeAll
  static void assess() throws Exception {
    Home home = ReadyHome.in(folder);
    installation = Installation.open(home, home.jobs(), false, false);
    dataSource = installation.get(DataSource.class);
    jdbc = installation.get(JdbcClient.class);
    transactions = installation.get(TransactionTemplate.class);
    transactions.executeWithoutResult(
        status ->
            new RandomRegister(dataSource, jdbc, WEDNESDAY_1_JULY)
                .store(RandomIncidents.of(SEED, INCIDENTS), SEED));
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
  }

  @AfterAll
  static void close() {
    installation.close();
  }

  @Test
  void everyScoreIsTheSameInSql() {
    inSql(
        () -> {
          assertThat(number("select count(*) from plain_score")).isEqualTo(INCIDENTS);
          assertThat(number("select count(distinct score) from plain_score")).isGreaterThan(8);
          assertThat(number("select count(*) from plain_repeat")).isGreaterThan(INCIDENTS / 3);
          noDifference(
              """
              select p.reference, p.day, i.day, p.counted_as, i.counted_as
              from plain_incident p full join incident i using (incident_id)
              where (p.day, p.counted_as) is distinct from (i.day, i.counted_as)
              """);
          noDifference(
              """
              select i.reference, i.breach_type, s.repeats, i.repeat_of, s.factors, i.factors,
                s.baseline, i.baseline, s.score, i.score, s.level, i.category_level
              from plain_score s full join incident i using (incident_id)
              where (s.repeats, s.factors, s.provisional, s.baseline, s.adjustment, s.score, s.level)
                is distinct from (i.repeat_of, i.factors, i.provisional, i.baseline, i.adjustment,
                  i.score, i.category_level)
              """);
        });
  }

  /** As the job stored it, and as the export judges it anew. */
  @Test
  void everyDutyIsTheSameInSql() {
    Path file = folder.resolve("deadlines.csv");
    installation
        .get(Exports.class)
        .write(Exports.Table.DEADLINES, TableFile.Format.CSV, file, WEDNESDAY_1_JULY);
    inSql(
        () -> {
          run("duties.sql", Map.of(":as_of", "timestamptz '" + WEDNESDAY_1_JULY.instant() + "'"));
          assertThat(number("select count(*) from plain_due")).isEqualTo(DUTIES * INCIDENTS);
          assertThat(number("select count(distinct (duty, verdict)) from plain_due"))
              .isGreaterThan(33);
          assertThat(copied(file)).isEqualTo(DUTIES * INCIDENTS);
          noDifference(
              """
              select i.reference, d.duty, d.verdict, e.verdict, d.due, e.due, d.shortest,
                d.longest, e.hours, d.coarseness, e.precision, d.lateness, e.note, i.facts
              from plain_due d
              join plain_incident i using (incident_id)
              join school s on s.school_id = i.school_id
              left join exported e on e.reference = i.reference and e.school = s.name
                and e.duty = d.duty
              where d.verdict is distinct from e.verdict
                or d.due is distinct from nullif(e.due, '')::timestamptz
                or case when d.shortest is null then '' when d.shortest = d.longest
                    then round(d.shortest, 2)::text
                    else round(d.shortest, 2) || '..' || round(d.longest, 2) end <> e.hours
                or coalesce((array['instant', 'either-hour', 'date-only', 'undated'])
                    [d.coarseness + 1], '') <> e.precision
                or d.lateness is distinct from case
                    when e.note like '%found late: %' then 'found'
                    when e.note like '%acted late: %' then 'acted'
                    when e.note like '%cannot tell whether it was found late%' then 'unclear' end
              """);
          noDifference(
              """
              select d.incident_id, d.duty, d.verdict, s.verdict
              from incident i
              cross join lateral jsonb_to_recordset(i.duties) s (duty text, verdict text)
              full join plain_due d on d.incident_id = i.incident_id and d.duty = s.duty
              where d.verdict is distinct from s.verdict
              """);
        });
  }

  @Test
  void everyComparisonIsTheSameInSql() {
    inSql(
        () -> {
          compare(LocalDate.of(2026, 7, 1), 6);
          compare(LocalDate.of(2026, 8, 31), 6);
          compare(LocalDate.of(2026, 2, 28), 6);
          compare(LocalDate.of(2024, 8, 31), 6);
          compare(LocalDate.of(2026, 7, 1), 3);
        });
  }

  private static void compare(LocalDate anchor, int months) {
    jdbc.sql(
            "drop table if exists plain_window, plain_complete, plain_count, plain_verdict,"
                + " compared")
        .update();
    run("windows.sql", Map.of(":anchor", "'" + anchor + "'", ":months", "" + months));
    Windows windows = Windows.at(anchor, months);
    kept(installation.get(RecurrenceRegister.class).compare(windows));
    assertThat(number("select count(*) from plain_verdict")).isGreaterThan(500);
    assertThat(number("select count(distinct verdict) from compared")).isGreaterThan(3);
    noDifference(
        """
        select * from plain_window where (first, middle, last) <> ('%s', '%s', '%s')
        """
            .formatted(windows.start(), windows.middle(), windows.end()));
    noDifference(
        """
        select * from plain_verdict v full join compared c using (school_id, breach_type, sub_type)
        where (c.previous + c.current + c.near_previous + c.near_current > 0
            or v.verdict is not null)
          and ((v.previous, v.current, v.near_previous, v.near_current, v.verdict)
            is distinct from
            (c.previous, c.current, c.near_previous, c.near_current, c.verdict)
          or abs(v.ratio - c.ratio) > 1e-12 or (v.ratio is null) <> (c.ratio is null))
        """);
    noDifference(
        """
        select c.* from compared c
        left join plain_verdict v using (school_id, breach_type, sub_type)
        left join plain_complete p using (school_id)
        where v.verdict is null and c.verdict <> case
          when p.complete or (c.school_id = 0
            and exists (select from plain_complete where complete)) then 'NONE'
          else 'INSUFFICIENT_DATA' end
        """);
  }

  /** Every tenth incident once more, from its type to its duties: nothing changes. */
  @Test
  void assessingAgainChangesNothing() throws Exception {
    String before = inTransaction(RESULTS);
    transactions.executeWithoutResult(
        status ->
            jdbc.sql(
                    "update incident set stale_type = true, stale_score = true, stale_duties = true"
                        + " where incident_id % 10 = 0")
                .update());
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    assertThat(inTransaction(RESULTS)).isEqualTo(before);
    assertThat(
            inTransaction(
                "select count(*)::text from incident"
                    + " where stale_type or stale_score or stale_duties"))
        .isEqualTo("0");
  }

  private static final String RESULTS =
      """
      select md5(string_agg(concat_ws('|', incident_id, day, counted_as, breach_type, sub_type,
        factors, baseline, score, category_level, label, severity_reasons, disagreement, repeat_of,
        duties), ';' order by incident_id)) from incident
      """;

  private static String inTransaction(String sql) {
    return Objects.requireNonNull(
        transactions.execute(status -> jdbc.sql(sql).query(String.class).single()));
  }

  /** The tables of the second computation live as long as this piece of work. */
  private static void inSql(Runnable work) {
    transactions.executeWithoutResult(
        status -> {
          run("severity.sql", Map.of(":today", "date '" + WEDNESDAY_1_JULY.day() + "'"));
          work.run();
        });
  }

  private static void run(String file, Map<String, String> values) {
    try (InputStream in = DifferentialIT.class.getResourceAsStream(file)) {
      String sql = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        sql = sql.replace(value.getKey(), value.getValue());
      }
      jdbc.sql(sql).update();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All rows are compared before the first five are taken: with a bare limit the planner expects
   * five differences at once, and joins row by row.
   */
  private static void noDifference(String sql) {
    assertThat(
            jdbc.sql("with differing as materialized (" + sql + ") table differing limit 5")
                .query()
                .listOfRows())
        .isEmpty();
  }

  private static long number(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private static long copied(Path file) {
    jdbc.sql(
            """
            create temp table exported (reference text, school text, duty text, starts text,
              due text, done text, verdict text, hours text, precision text, note text)
            on commit drop
            """)
        .update();
    try (InputStream in = Files.newInputStream(file)) {
      return DataSourceUtils.getConnection(dataSource)
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy exported from stdin (format csv, header, null 'no such text')", in);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void kept(List<Recurrence> rows) {
    jdbc.sql(
            """
            create temp table compared (school_id int, breach_type text, sub_type text,
              previous int, current int, near_previous int, near_current int, verdict text,
              ratio float8) on commit drop
            """)
        .update();
    List<Object[]> cells = new ArrayList<>();
    for (Recurrence row : rows) {
      cells.add(
          new Object[] {
            row.schoolId(),
            row.breachType(),
            row.subType(),
            row.previous(),
            row.current(),
            row.nearMissesPrevious(),
            row.nearMissesCurrent(),
            row.verdict().name(),
            row.test().ratio().isPresent() ? row.test().ratio().getAsDouble() : null
          });
    }
    new JdbcTemplate(dataSource)
        .batchUpdate("insert into compared values (?, ?, ?, ?, ?, ?, ?, ?, ?)", cells);
  }
}
