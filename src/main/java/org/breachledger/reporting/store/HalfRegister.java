package org.breachledger.reporting.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.London;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.incident.BreachType;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Printable;
import org.breachledger.incident.RowRef;
import org.breachledger.incident.store.StoredFacts;
import org.breachledger.reporting.DateUsed;
import org.breachledger.reporting.Halves;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the register holds about two halves: fetched once for all schools and all papers. Duties are
 * judged as of the papers' moment, whenever the register judged them last.
 */
final class HalfRegister {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String INCIDENTS =
      """
      select i.incident_id, i.school_id, s.name as school, s.confirmed, i.reference, i.day, i.day_from,
        i.counted_as, i.breach_type, i.sub_type, i.score, i.category_level, i.needs_review,
        i.gaps <> '[]'::jsonb as with_gaps, i.facts::text as facts,
        i.recorded_facts::text as recorded_facts, i.read_status, i.read_direction,
        case when not i.stale_duties and (i.judged_as_of = :as_of
            or not i.open_duties and i.judged_as_of < :as_of)
          then i.duties::text end as duties,
        i.import_id, i.sheet, i.row, coalesce(f.finished_at, f.started_at) as recorded_at
      from incident i join school s on s.school_id = i.school_id
      join import_file f on f.import_id = i.first_import_id
      where i.day >= :from and i.day < :to
      order by i.day, i.incident_id
      """;

  private static final String COVERED =
      """
      select school_id, month from coverage union select school_id, month from nil_return
      """;

  private static final String DESTROYED =
      """
      select distinct coalesce(m.into_id, d.school_id) as school_id, d.month
      from destroyed_count d left join school_merged m using (trust_id, school_id)
      """;

  private static final String UNDATED =
      """
      select i.incident_id, i.school_id, s.name as school, s.confirmed, i.reference, g.counted_as,
        i.import_id, i.sheet, i.row
      from incident_glance g
      join incident i on i.incident_id = g.incident_id
      join school s on s.school_id = i.school_id
      where g.day is null and g.counted_as in ('incident', 'near-miss')
      order by i.incident_id
      """;

  /**
   * A log whose last rows mostly came again in a later one was sent anew, with those of its rows
   * that could not be used; so were the rows of the workbook that goes back with them.
   */
  private static final String RETURNED =
      """
      with sent as (
        select import_id, file_name, rows_returned from import_file
        where status = 'imported' and as_of >= ? and as_of <= ?
          and file_name !~* 'returns-import-[0-9]')
      select s.rows_returned, array(
          select distinct i.school_id
          from import_row r
          join incident i on i.incident_id = r.incident_id
          where r.import_id = s.import_id) as schools
      from sent s
      cross join lateral (
        select array(
          select r.incident_id from import_row r
          where r.import_id = s.import_id and r.incident_id is not null
          order by r.sheet desc, r.row desc limit 100) as incidents) last
      where s.rows_returned > 0
        and (cardinality(last.incidents) > 0 or not exists (
          select from sent a where a.file_name = s.file_name and a.import_id > s.import_id))
        and not exists (
          select from import_row r join sent a on a.import_id = r.import_id
          where r.incident_id = any (last.incidents) and a.import_id > s.import_id
          group by a.import_id
          having 2 * count(distinct r.incident_id) > cardinality(last.incidents))
      order by s.import_id
      """;

  private final JdbcClient jdbc;
  private final DeadlineRules deadlines;
  private final AsOf asOf;

  HalfRegister(JdbcClient jdbc, DeadlineRules deadlines, AsOf asOf) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
    this.asOf = asOf;
  }

  /**
   * A school as papers need it.
   *
   * @param written its name as the trust's list, or else a log, writes it
   * @param given false for that under which the rows without a school are kept
   */
  record School(int schoolId, String written, boolean confirmed, boolean given) {

    /** What papers call it. */
    String name() {
      return Printable.school(written, confirmed, schoolId);
    }

    /** The name of each. */
    static Map<Integer, String> names(List<School> schools) {
      Map<Integer, String> names = new HashMap<>();
      schools.forEach(school -> names.put(school.schoolId(), school.name()));
      return names;
    }
  }

  /** Every incident with its day in either half, by day. */
  List<HalfIncident> incidents(Halves halves) {
    return incidents(halves.start(), halves.end());
  }

  /** Every incident with its day in {@code [from, to)}, by day. */
  List<HalfIncident> incidents(LocalDate from, LocalDate to) {
    return jdbc.sql(INCIDENTS)
        .param("as_of", Timestamp.from(asOf.instant()))
        .param("from", Date.valueOf(from))
        .param("to", Date.valueOf(to))
        .query((row, number) -> incident(row))
        .list();
  }

  /** Every school, by name. */
  List<School> schools() {
    return jdbc.sql(
            "select school_id, name as written, confirmed, name_key <> '' as given from school"
                + " order by name, school_id")
        .query(School.class)
        .list();
  }

  /** The months each school submitted; those under school 0 stand for every school. */
  Map<Integer, Set<YearMonth>> submitted() {
    return months(COVERED);
  }

  /**
   * The months of each school of which incidents were destroyed: nobody can count them any more.
   */
  Map<Integer, Set<YearMonth>> destroyed() {
    return months(DESTROYED);
  }

  private Map<Integer, Set<YearMonth>> months(String question) {
    Map<Integer, Set<YearMonth>> months = new HashMap<>();
    jdbc.sql(question)
        .query(
            row -> {
              months
                  .computeIfAbsent(row.getInt("school_id"), school -> new HashSet<>())
                  .add(YearMonth.from(row.getDate("month").toLocalDate()));
            });
    return months;
  }

  /** Every incident and near miss that has no date. */
  List<UndatedIncident> undated() {
    return jdbc.sql(UNDATED)
        .query(
            (row, number) ->
                new UndatedIncident(
                    row.getInt("school_id"),
                    Printable.school(
                        row.getString("school"),
                        row.getBoolean("confirmed"),
                        row.getInt("school_id")),
                    Printable.reference(row.getString("reference"), row.getLong("incident_id")),
                    counted(row.getString("counted_as")) == CountedAs.NEAR_MISS,
                    new RowRef(row.getLong("import_id"), row.getInt("sheet"), row.getInt("row"))))
        .list();
  }

  /**
   * The rows returned to their senders out of logs sent from the beginning of both halves up to the
   * as-of; of a log sent again and again those of the last time.
   */
  List<ReturnedRows> returned(Halves halves, AsOf asOf) {
    return jdbc.sql(RETURNED)
        .params(
            Timestamp.from(halves.start().atStartOfDay(London.ZONE).toInstant()),
            Timestamp.from(asOf.instant()))
        .query(
            (row, number) ->
                new ReturnedRows(
                    row.getInt("rows_returned"),
                    Set.of((Integer[]) row.getArray("schools").getArray())))
        .list();
  }

  private HalfIncident incident(ResultSet row) throws SQLException {
    String type = row.getString("breach_type");
    String sub = row.getString("sub_type");
    Facts facts = StoredFacts.joined(row.getString("facts"), row.getString("recorded_facts"));
    Integer level = number(row, "category_level");
    String settled = row.getString("duties");
    return new HalfIncident(
        row.getInt("school_id"),
        Printable.school(
            row.getString("school"), row.getBoolean("confirmed"), row.getInt("school_id")),
        Printable.reference(row.getString("reference"), row.getLong("incident_id")),
        row.getDate("day").toLocalDate(),
        DateUsed.valueOf(row.getString("day_from").toUpperCase(Locale.ROOT)),
        counted(row.getString("counted_as")),
        type == null ? BreachType.UNTYPED : type,
        sub == null ? "" : sub,
        number(row, "score"),
        level,
        row.getBoolean("needs_review"),
        row.getBoolean("with_gaps"),
        facts,
        settled == null ? judged(StoredFacts.of(row), level) : duties(settled),
        new RowRef(row.getLong("import_id"), row.getInt("sheet"), row.getInt("row")),
        row.getTimestamp("recorded_at").toInstant());
  }

  private static CountedAs counted(String code) {
    return CountedAs.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  private Map<String, String> judged(Facts facts, @Nullable Integer level) {
    Map<String, String> verdicts = new HashMap<>();
    deadlines
        .judge(DeadlineFacts.from(facts, Optional.ofNullable(level)), asOf)
        .forEach(judged -> verdicts.put(judged.duty().code(), judged.verdict().name()));
    return verdicts;
  }

  private static Map<String, String> duties(String json) {
    List<Map<String, String>> duties = JSON.readValue(json, new TypeReference<>() {});
    Map<String, String> verdicts = new HashMap<>();
    duties.forEach(
        duty -> verdicts.put(duty.getOrDefault("duty", ""), duty.getOrDefault("verdict", "")));
    return verdicts;
  }
}
