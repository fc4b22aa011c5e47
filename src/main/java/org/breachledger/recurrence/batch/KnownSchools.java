package org.breachledger.recurrence.batch;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.recurrence.ComparedSchool;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The schools known in either half, with the months they submitted. */
final class KnownSchools {

  /** Known in either half: confirmed, with an incident in it, or with a month submitted. */
  private static final String SCHOOLS =
      """
      select s.school_id, s.name, s.name_key <> '' as given from school s
      where s.confirmed
        or exists (select from incident_glance i where i.school_id = s.school_id
          and i.trust_id = s.trust_id and i.day >= :start and i.day < :end)
        or exists (select from coverage c where c.school_id = s.school_id
          and c.trust_id = s.trust_id and c.month >= :first and c.month < :end)
        or exists (select from nil_return n where n.school_id = s.school_id
          and n.trust_id = s.trust_id and n.month >= :first and n.month < :end)
      order by s.name, s.school_id
      """;

  private static final String SUBMITTED =
      """
      select school_id, month from coverage where month >= :earliest and month < :end
      union select school_id, month from nil_return where month >= :earliest and month < :end
      """;

  /** Of what was destroyed nobody can say any more how much it was in each half. */
  private static final String DESTROYED =
      """
      select distinct coalesce(m.into_id, d.school_id) as school_id, d.month
      from destroyed_count d left join school_merged m using (trust_id, school_id)
      where d.month >= :earliest and d.month < :end
      """;

  private KnownSchools() {}

  /**
   * Reads them.
   *
   * @param bounds with {@code start} and {@code end} of the halves, {@code first} their first
   *     month, and {@code earliest} the first month asked for
   */
  static List<ComparedSchool> read(NamedParameterJdbcTemplate jdbc, MapSqlParameterSource bounds) {
    Map<Integer, Set<YearMonth>> months = months(jdbc, SUBMITTED, bounds);
    Map<Integer, Set<YearMonth>> destroyed = months(jdbc, DESTROYED, bounds);
    Set<YearMonth> everywhere = months.getOrDefault(0, Set.of());
    return jdbc.query(
        SCHOOLS,
        bounds,
        (row, number) -> {
          Set<YearMonth> submitted = new HashSet<>(everywhere);
          submitted.addAll(months.getOrDefault(row.getInt("school_id"), Set.of()));
          submitted.removeAll(destroyed.getOrDefault(row.getInt("school_id"), Set.of()));
          return new ComparedSchool(
              row.getInt("school_id"), row.getString("name"), submitted, row.getBoolean("given"));
        });
  }

  private static Map<Integer, Set<YearMonth>> months(
      NamedParameterJdbcTemplate jdbc, String question, MapSqlParameterSource bounds) {
    Map<Integer, Set<YearMonth>> months = new HashMap<>();
    jdbc.query(
        question,
        bounds,
        row -> {
          months
              .computeIfAbsent(row.getInt("school_id"), school -> new HashSet<>())
              .add(YearMonth.from(row.getDate("month").toLocalDate()));
        });
    return months;
  }
}
