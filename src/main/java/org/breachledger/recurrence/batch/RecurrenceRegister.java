package org.breachledger.recurrence.batch;

import java.sql.Date;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.breachledger.calendar.Windows;
import org.breachledger.incident.BreachType;
import org.breachledger.recurrence.ComparedSchool;
import org.breachledger.recurrence.Comparison;
import org.breachledger.recurrence.Recurrence;
import org.breachledger.recurrence.TypeCount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Counts both halves in the register, has them compared, and keeps the result of a run. */
public final class RecurrenceRegister {

  private static final String COUNTS =
      """
      select school_id, coalesce(breach_type, :untyped) as breach_type,
        coalesce(sub_type, '') as sub_type,
        count(*) filter (where counted_as = 'incident' and day < :middle) as previous,
        count(*) filter (where counted_as = 'incident' and day >= :middle) as current,
        count(*) filter (where counted_as = 'near-miss' and day < :middle) as near_previous,
        count(*) filter (where counted_as = 'near-miss' and day >= :middle) as near_current
      from incident where day >= :start and day < :end
      group by 1, 2, 3
      """;

  /** Known in either half: confirmed, with an incident in it, or with a month submitted. */
  private static final String SCHOOLS =
      """
      select s.school_id, s.name from school s
      where s.confirmed
        or exists (select from incident i where i.school_id = s.school_id
          and i.trust_id = s.trust_id and i.day >= :start and i.day < :end)
        or exists (select from coverage c where c.school_id = s.school_id
          and c.trust_id = s.trust_id and c.month >= :first and c.month < :end)
        or exists (select from nil_return n where n.school_id = s.school_id
          and n.trust_id = s.trust_id and n.month >= :first and n.month < :end)
      order by s.name, s.school_id
      """;

  private static final String SUBMITTED =
      """
      select school_id, month from coverage where month >= :first and month < :end
      union select school_id, month from nil_return where month >= :first and month < :end
      """;

  private static final String KEEP =
      """
      insert into recurrence_result (manifest_id, position, school, school_id, breach_type, sub_type,
        window_start, window_middle, window_end, previous, current, verdict, rate_ratio, ci_low,
        ci_high, p_two_sided, evidence, short_evidence, near_misses_previous, near_misses_current)
      values (:manifest, :position, :school, :school_id, :type, :sub, :start, :middle, :end,
        :previous, :current, :verdict, :ratio, :low, :high, :p, :evidence, :short_evidence, :near_previous,
        :near_current)
      """;

  private final NamedParameterJdbcTemplate jdbc;
  private final List<String> types;

  /**
   * Call within a transaction.
   *
   * @param types the codes of all breach types, in the order of the table
   */
  public RecurrenceRegister(NamedParameterJdbcTemplate jdbc, List<String> types) {
    this.jdbc = jdbc;
    this.types = List.copyOf(types);
  }

  /** Compares two halves as the register stands. */
  public List<Recurrence> compare(Windows windows) {
    MapSqlParameterSource bounds =
        new MapSqlParameterSource()
            .addValue("untyped", BreachType.UNTYPED)
            .addValue("start", Date.valueOf(windows.start()))
            .addValue("middle", Date.valueOf(windows.middle()))
            .addValue("end", Date.valueOf(windows.end()))
            .addValue("first", Date.valueOf(windows.start().withDayOfMonth(1)));
    return new Comparison(windows, types).compare(schools(bounds), counts(bounds));
  }

  private List<TypeCount> counts(MapSqlParameterSource bounds) {
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
                row.getInt("near_current")));
  }

  private List<ComparedSchool> schools(MapSqlParameterSource bounds) {
    Map<Integer, Set<YearMonth>> months = new HashMap<>();
    jdbc.query(
        SUBMITTED,
        bounds,
        row -> {
          months
              .computeIfAbsent(row.getInt("school_id"), school -> new HashSet<>())
              .add(YearMonth.from(row.getDate("month").toLocalDate()));
        });
    Set<YearMonth> everywhere = months.getOrDefault(0, Set.of());
    return jdbc.query(
        SCHOOLS,
        bounds,
        (row, number) -> {
          Set<YearMonth> submitted = new HashSet<>(everywhere);
          submitted.addAll(months.getOrDefault(row.getInt("school_id"), Set.of()));
          return new ComparedSchool(row.getInt("school_id"), row.getString("name"), submitted);
        });
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
        .addValue("verdict", row.verdict().name())
        .addValue("ratio", number(row.test().ratio()))
        .addValue("low", number(row.test().low()))
        .addValue("high", number(row.test().high()))
        .addValue("p", number(row.test().p()))
        .addValue("evidence", row.evidence())
        .addValue("short_evidence", row.shortEvidence())
        .addValue("near_previous", row.nearMissesPrevious())
        .addValue("near_current", row.nearMissesCurrent());
  }

  private static @Nullable Double number(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }
}
