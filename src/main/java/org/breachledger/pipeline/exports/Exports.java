package org.breachledger.pipeline.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.London;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.incident.CaseState;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.store.IncidentReader;
import org.breachledger.incident.store.StoredFacts;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the register's tables to files, with the columns scripts rely on. No reporter, no free
 * text.
 */
public final class Exports {

  private static final String INCIDENTS =
      """
      select i.*, i.facts::text as facts_text, s.name as school_name, f.file_name,
        (select e ->> 'sheet' from jsonb_array_elements(f.sheets) e
          where (e ->> 'position')::int = i.sheet limit 1) as sheet_name,
        (select coalesce(r.reference, 'incident ' || r.incident_id) from incident r
          where r.incident_id = i.repeat_of) as repeated
      from incident i
      join school s on s.school_id = i.school_id
      join import_file f on f.import_id = i.import_id
      order by s.name, i.day, i.reference_key, i.incident_id
      """;

  private static final List<String> INCIDENT_COLUMNS =
      List.of(
          "reference",
          "school",
          "status",
          "occurred",
          "identified",
          "aware",
          "reported",
          "registered",
          "closed",
          "reported_type",
          "breach_type",
          "sub_type",
          "type_confidence",
          "individuals",
          "factors",
          "baseline",
          "score",
          "category_level",
          "declared_score",
          "repeat_of",
          "ico_decision",
          "ico_notified",
          "import_id",
          "source_file",
          "source_sheet",
          "source_row");

  private static final List<String> RECURRENCE_COLUMNS =
      List.of(
          "school",
          "breach_type",
          "sub_type",
          "window_start",
          "window_middle",
          "window_end",
          "previous",
          "current",
          "verdict",
          "rate_ratio",
          "ci_low",
          "ci_high",
          "p_two_sided",
          "evidence",
          "near_misses_previous",
          "near_misses_current");

  private static final List<String> ALERT_COLUMNS =
      List.of(
          "alert_id",
          "school",
          "breach_type",
          "anchor",
          "verdict",
          "previous",
          "current",
          "state",
          "raised_at",
          "acknowledged_at",
          "forwarded_at",
          "decided_at",
          "measures",
          "closed_at",
          "outcome",
          "outcome_previous",
          "outcome_current");

  /** With what became of each; who took a step and who owns a measure is left out. */
  private static final String ALERTS =
      """
      select a.*, coalesce(s.name, '*') as school, t.*
      from alert a
      left join school s on s.school_id = a.school_id
      left join lateral (
        select min(recorded_at) filter (where step = 'acknowledged') as acknowledged_at,
          min(recorded_at) filter (where step = 'forwarded') as forwarded_at,
          min(recorded_at) filter (where step = 'decided') as decided_at,
          string_agg(measure, ';' order by place) filter (where step = 'decided') as measures,
          min(recorded_at) filter (where step = 'closed') as closed_at,
          min(outcome) as outcome, min(outcome_previous) as outcome_previous,
          min(outcome_current) as outcome_current
        from alert_step t where t.alert_id = a.alert_id) t on true
      order by a.anchor, school, a.breach_type
      """;

  private static final List<String> MESSAGE_COLUMNS =
      List.of(
          "message_id",
          "channel",
          "occasion",
          "alert_id",
          "paper_id",
          "recipient_role",
          "subject",
          "state",
          "attempts",
          "created_at",
          "next_attempt_at",
          "done_at",
          "last_error");

  private static final List<String> IMPORT_COLUMNS =
      List.of(
          "import_id",
          "file_name",
          "sha256",
          "status",
          "profile",
          "reason",
          "rows_read",
          "rows_imported",
          "rows_imported_with_gaps",
          "rows_updated",
          "rows_unchanged",
          "rows_returned",
          "rows_skipped",
          "as_of",
          "started_at",
          "finished_at");

  private static final List<String> AUDIT_COLUMNS =
      List.of("seq", "at", "who", "action", "subject", "details", "previous_hash", "hash");

  private static final List<String> FROM_OUTSIDE = List.of("school", "file_name", "reason");

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final DeadlineRules deadlines;
  private final CaseTables cases;
  private final ChartTables charts;

  /** Each export is one reading of the register. */
  public Exports(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      DeadlineRules deadlines,
      CaseTables cases,
      ChartTables charts) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.deadlines = deadlines;
    this.cases = cases;
    this.charts = charts;
  }

  /** The tables that can be exported. */
  public enum Table {
    INCIDENTS,
    DEADLINES,
    RECURRENCE,
    ALERTS,
    IMPORTS,
    AUDIT,
    DECISIONS,
    CLOSING,
    REVIEWS,
    ACTIONS,
    CHARTS,
    MESSAGES
  }

  /**
   * Writes one table, looked at from an as-of, and gives the number of its rows.
   *
   * @throws org.breachledger.reporting.sheet.TooManyRows where the format holds fewer; nothing is
   *     written
   */
  public int write(Table table, TableFile.Format format, Path file, AsOf asOf) {
    Integer rows = transactions.execute(status -> inTransaction(table, format, file, asOf));
    return rows == null ? 0 : rows;
  }

  private int inTransaction(Table table, TableFile.Format format, Path file, AsOf asOf) {
    String name = table.name().toLowerCase(java.util.Locale.ROOT);
    try (TableFile out = TableFile.create(file, format, name, columns(table))) {
      int rows = table == Table.DEADLINES ? deadlines(out, asOf) : rows(table, out, asOf);
      out.done();
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int rows(Table table, TableFile out, AsOf asOf) {
    int[] rows = {0};
    Consumer<List<@Nullable Object>> counted =
        cells -> {
          write(out, cells);
          rows[0]++;
        };
    if (!judged(table, asOf, counted)) {
      statement(table, asOf)
          .query(
              row -> {
                counted.accept(
                    table == Table.INCIDENTS ? incident(row) : plain(columns(table), row));
              });
    }
    return rows[0];
  }

  /** Whether it is a table that is judged anew, and then written. */
  private boolean judged(Table table, AsOf asOf, Consumer<List<@Nullable Object>> out) {
    switch (table) {
      case DECISIONS -> cases.decisions(asOf, out);
      case CLOSING -> cases.closing(asOf, out);
      case REVIEWS -> cases.reviews(asOf, out);
      case ACTIONS -> cases.actions(asOf, out);
      case CHARTS -> charts.charts(asOf, out);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The newest result at the as-of; where all are later, the newest there is. */
  private JdbcClient.StatementSpec statement(Table table, AsOf asOf) {
    JdbcClient.StatementSpec statement = jdbc.sql(sql(table));
    Timestamp at = Timestamp.from(asOf.instant());
    return table == Table.RECURRENCE ? statement.params(at, at) : statement;
  }

  private static void write(TableFile out, List<@Nullable Object> cells) {
    try {
      out.row(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Judged anew, because time alone changes a verdict. */
  private int deadlines(TableFile out, AsOf asOf) {
    int[] rows = {0};
    IncidentReader.sorted(
        jdbc,
        incident -> {
          DeadlineFacts facts =
              DeadlineFacts.from(incident.facts(), Optional.ofNullable(incident.categoryLevel()));
          for (DutyVerdict verdict : deadlines.judge(facts, asOf)) {
            write(out, DeadlineTable.row(incident.reference(), incident.school(), verdict));
            rows[0]++;
          }
        });
    return rows[0];
  }

  private static List<String> columns(Table table) {
    return switch (table) {
      case INCIDENTS -> INCIDENT_COLUMNS;
      case DEADLINES -> DeadlineTable.COLUMNS;
      case RECURRENCE -> RECURRENCE_COLUMNS;
      case ALERTS -> ALERT_COLUMNS;
      case MESSAGES -> MESSAGE_COLUMNS;
      case IMPORTS -> IMPORT_COLUMNS;
      case AUDIT -> AUDIT_COLUMNS;
      case DECISIONS -> CaseTables.DECISIONS;
      case CLOSING -> CaseTables.CLOSING;
      case REVIEWS -> CaseTables.REVIEWS;
      case ACTIONS -> CaseTables.ACTIONS;
      case CHARTS -> ChartTables.COLUMNS;
    };
  }

  private static String sql(Table table) {
    return switch (table) {
      case INCIDENTS -> INCIDENTS;
      case DEADLINES, DECISIONS, CLOSING, REVIEWS, ACTIONS, CHARTS ->
          throw new IllegalArgumentException(table + " are judged, not read");
      case RECURRENCE ->
          """
          select r.* from recurrence_result r where r.manifest_id = (
            select m.manifest_id from job_manifest m
            where m.status = 'done'
              and exists (select from recurrence_result x where x.manifest_id = m.manifest_id)
            order by (m.as_of <= ?) desc,
              case when m.as_of <= ? then m.as_of end desc nulls last, m.manifest_id desc limit 1)
          order by r.position
          """;
      case ALERTS -> ALERTS;
      case MESSAGES -> "select * from outbox_message order by created_at, message_id";
      case IMPORTS -> "select * from import_file order by import_id";
      case AUDIT -> "select * from audit_entry order by seq";
    };
  }

  private static List<@Nullable Object> plain(List<String> columns, ResultSet row)
      throws SQLException {
    List<@Nullable Object> cells = new ArrayList<>();
    for (String column : columns) {
      Object value = row.getObject(column);
      if (value instanceof Timestamp moment) {
        cells.add(London.written(moment.toInstant()));
      } else if (value != null && FROM_OUTSIDE.contains(column) && !value.equals("*")) {
        cells.add(new Outside(value.toString()));
      } else {
        cells.add(value);
      }
    }
    return cells;
  }

  private static List<@Nullable Object> incident(ResultSet row) throws SQLException {
    Facts facts = StoredFacts.joined(row.getString("facts_text"), row.getString("recorded_facts"));
    String status = facts.findText(Field.STATUS).orElse(row.getString("read_status"));
    return Arrays.asList(
        outside(row.getString("reference")),
        outside(row.getString("school_name")),
        status,
        moment(facts, Field.OCCURRED),
        moment(facts, Field.IDENTIFIED),
        moment(facts, Field.AWARE),
        moment(facts, Field.REPORTED),
        moment(facts, Field.REGISTERED),
        CaseState.closed(facts).map(MomentColumn::of).orElse(null),
        outside(facts.findText(Field.REPORTED_TYPE).orElse(null)),
        row.getObject("breach_type"),
        row.getObject("sub_type"),
        row.getObject("type_confidence"),
        facts.findText(Field.INDIVIDUALS).orElse(null),
        row.getObject("factors"),
        row.getObject("baseline"),
        row.getObject("score"),
        row.getObject("category_level"),
        facts.findWhole(Field.DECLARED_SCORE).orElse(null),
        outside(row.getString("repeated")),
        facts.findText(Field.ICO_DECISION).orElse(null),
        moment(facts, Field.ICO_NOTIFIED),
        row.getLong("import_id"),
        outside(row.getString("file_name")),
        outside(row.getString("sheet_name")),
        row.getInt("row"));
  }

  private static @Nullable Object moment(Facts facts, Field field) {
    return facts.findMoment(field).map(MomentColumn::of).orElse(null);
  }

  private static @Nullable Object outside(@Nullable String text) {
    return text == null ? null : new Outside(text);
  }

  /** The names of the tables, as the command line takes them. */
  public static TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (Table table : Table.values()) {
      names.add(table.name().toLowerCase(java.util.Locale.ROOT));
    }
    return names;
  }
}
