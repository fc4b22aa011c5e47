package org.breachledger.recurrence.batch;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.breachledger.calendar.Windows;
import org.breachledger.incident.BreachType;
import org.breachledger.recurrence.Comparison;
import org.breachledger.recurrence.EvidenceRules;
import org.breachledger.recurrence.Recurrence;
import org.breachledger.recurrence.SchoolCalendars;
import org.breachledger.recurrence.TypeCount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.util.StringUtils;

/** Counts both halves in the register, has them compared, and keeps the result of a run. */
public final class RecurrenceRegister {

  private static final String COUNTS =
      """
      select school_id, coalesce(breach_type, :untyped) as breach_type,
        coalesce(sub_type, '') as sub_type,
        count(*) filter (where counted_as = 'incident' and day >= :start and day < :middle)
          as previous,
        count(*) filter (where counted_as = 'incident' and day >= :middle and day < :end)
          as current,
        count(*) filter (where counted_as = 'near-miss' and day >= :start and day < :middle)
          as near_previous,
        count(*) filter (where counted_as = 'near-miss' and day >= :middle and day < :end)
          as near_current,
        count(*) filter (where counted_as = 'incident' and day >= :year_middle and day < :year_end)
          as last_year,
        coalesce(array_agg(date_trunc('month', day)::date)
          filter (where counted_as = 'incident' and day >= :start and day < :end), '{}') as months
      from incident where day >= :earliest and day < :end
      group by 1, 2, 3
      """;

  private static final String KEEP =
      """
      insert into recurrence_result (manifest_id, position, school, school_id, breach_type, sub_type,
        window_start, window_middle, window_end, previous, current, verdict, rate_ratio, ci_low,
        ci_high, p_two_sided, evidence, short_evidence, near_misses_previous, near_misses_current,
        months, compared_previous, compared_current, left_out)
      values (:manifest, :position, :school, :school_id, :type, :sub, :start, :middle, :end,
        :previous, :current, :verdict, :ratio, :low, :high, :p, :evidence, :short_evidence, :near_previous,
        :near_current, :months::int[], :compared_previous, :compared_current, :left_out)
      """;

  private final NamedParameterJdbcTemplate jdbc;
  private final List<String> types;
  private final EvidenceRules rules;
  private final SchoolCalendars calendars;

  /**
   * Call within a transaction.
   *
   * @param types the codes of all breach types, in the order of the table
   * @param rules when numbers are said to show something
   * @param calendars the school days, where they are given
   */
  public RecurrenceRegister(
      NamedParameterJdbcTemplate jdbc,
      List<String> types,
      EvidenceRules rules,
      SchoolCalendars calendars) {
    this.jdbc = jdbc;
    this.types = List.copyOf(types);
    this.rules = rules;
    this.calendars = calendars;
  }

  /** Compares two halves as the register stands. */
  public List<Recurrence> compare(Windows windows) {
    MapSqlParameterSource bounds =
        new MapSqlParameterSource()
            .addValue("untyped", BreachType.UNTYPED)
            .addValue("start", Date.valueOf(windows.start()))
            .addValue("middle", Date.valueOf(windows.middle()))
            .addValue("end", Date.valueOf(windows.end()))
            .addValue("first", Date.valueOf(windows.start().withDayOfMonth(1)))
            .addValue("year_middle", Date.valueOf(windows.lastYear().middle()))
            .addValue("year_end", Date.valueOf(windows.lastYear().end()))
            .addValue("earliest", Date.valueOf(earliest(windows).withDayOfMonth(1)));
    return new Comparison(windows, types, rules, calendars)
        .compare(KnownSchools.read(jdbc, bounds), counts(bounds, windows.wholeMonths()));
  }

  /** Windows of a year or more begin before the same window last year. */
  private static LocalDate earliest(Windows windows) {
    LocalDate lastYear = windows.lastYear().middle();
    return lastYear.isBefore(windows.start()) ? lastYear : windows.start();
  }

  private List<TypeCount> counts(MapSqlParameterSource bounds, List<YearMonth> months) {
    return jdbc.query(
        COUNTS,
        bounds,
        (row, number) ->
            new TypeCount(
                row.getInt("school_id"),
                row.getString("breach_type"),
                row.getString("sub_type"),
                row.getInt("previous"),
                row.getInt("current"),
                row.getInt("near_previous"),
                row.getInt("near_current"),
                row.getInt("last_year"),
                byMonth((Date[]) row.getArray("months").getArray(), months)));
  }

  /** The number in each month, months without any included. */
  private static List<Integer> byMonth(Date[] found, List<YearMonth> months) {
    Map<YearMonth, Integer> counts = new HashMap<>();
    for (Date month : found) {
      counts.merge(YearMonth.from(month.toLocalDate()), 1, Integer::sum);
    }
    return months.stream().map(month -> counts.getOrDefault(month, 0)).toList();
  }

  /** Keeps the comparison of a run in place of what an interrupted one left. */
  public void keep(long manifest, List<Recurrence> rows) {
    jdbc.update(
        "delete from recurrence_result where manifest_id = :manifest",
        Map.of("manifest", manifest));
    List<MapSqlParameterSource> batch = new ArrayList<>();
    for (Recurrence row : rows) {
      batch.add(parameters(manifest, batch.size() + 1, row));
    }
    jdbc.batchUpdate(KEEP, batch.toArray(MapSqlParameterSource[]::new));
  }

  private static MapSqlParameterSource parameters(long manifest, int position, Recurrence row) {
    return new MapSqlParameterSource()
        .addValue("manifest", manifest)
        .addValue("position", position)
        .addValue("school", row.school())
        .addValue("school_id", row.schoolId())
        .addValue("type", row.breachType())
        .addValue("sub", row.subType())
        .addValue("start", Date.valueOf(row.windows().start()))
        .addValue("middle", Date.valueOf(row.windows().middle()))
        .addValue("end", Date.valueOf(row.windows().end()))
        .addValue("previous", row.previous())
        .addValue("current", row.current())
        .addValue("compared_previous", row.compared().previous())
        .addValue("compared_current", row.compared().current())
        .addValue("left_out", row.compared().leftOut())
        .addValue("verdict", row.verdict().name())
        .addValue("ratio", number(row.test().ratio()))
        .addValue("low", number(row.test().low()))
        .addValue("high", number(row.test().high()))
        .addValue("p", number(row.test().p()))
        .addValue("evidence", row.evidence())
        .addValue("short_evidence", row.shortEvidence())
        .addValue("near_previous", row.nearMissesPrevious())
        .addValue("near_current", row.nearMissesCurrent())
        .addValue("months", "{" + StringUtils.collectionToCommaDelimitedString(row.months()) + "}");
  }

  private static @Nullable Double number(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }
}
