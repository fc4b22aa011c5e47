package org.breachledger.pipeline.replay;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breachledger.calendar.Windows;
import org.breachledger.recurrence.ComparedSchool;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The schools with the months they had submitted by a moment. Call within a transaction.
 *
 * @param at what came later was not known
 */
record PastSchools(JdbcClient jdbc, Instant at) {

  private static final String SUBMITTED =
      """
      select c.school_id, c.month from coverage c join import_file f on f.import_id = c.import_id
        where coalesce(f.finished_at, f.started_at) <= :at
      union
      select u.school_id, u.month from undone_coverage u
        join import_file f on f.import_id = u.import_id
        where coalesce(f.finished_at, f.started_at) <= :at and f.undone_at > :at
      union
      select school_id, month from nil_return where recorded_at <= :at
      """;

  /**
   * The schools known in either half with the months they had submitted.
   *
   * @param counted the schools that had an incident in either half
   */
  List<ComparedSchool> known(Windows windows, Set<Integer> counted) {
    Map<Integer, Set<YearMonth>> months = new HashMap<>();
    jdbc.sql(SUBMITTED)
        .param("at", Timestamp.from(at))
        .query(
            row -> {
              Date month = row.getDate("month");
              months
                  .computeIfAbsent(row.getInt("school_id"), school -> new HashSet<>())
                  .add(YearMonth.from(month.toLocalDate()));
            });
    Set<YearMonth> everywhere = months.getOrDefault(0, Set.of());
    return jdbc
        .sql(
            "select school_id, name, confirmed, name_key <> '' as given from school"
                + " order by name, school_id")
        .query(
            (row, number) -> {
              int school = row.getInt("school_id");
              Set<YearMonth> submitted = new HashSet<>(everywhere);
              submitted.addAll(months.getOrDefault(school, Set.of()));
              boolean known =
                  row.getBoolean("confirmed")
                      || counted.contains(school)
                      || months.getOrDefault(school, Set.of()).stream()
                          .anyMatch(windows.months()::contains);
              return known
                  ? Optional.of(
                      new ComparedSchool(
                          school, row.getString("name"), submitted, row.getBoolean("given")))
                  : Optional.<ComparedSchool>empty();
            })
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
