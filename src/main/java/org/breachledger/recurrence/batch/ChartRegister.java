package org.breachledger.recurrence.batch;

import java.sql.Date;
import java.time.YearMonth;
import java.util.List;
import org.breachledger.calendar.Windows;
import org.breachledger.incident.BreachType;
import org.breachledger.recurrence.ChartBook;
import org.breachledger.recurrence.ChartBook.Happened;
import org.breachledger.recurrence.ChartedSeries;
import org.breachledger.recurrence.EvidenceRules;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads from the register what is charted. Call within a transaction. */
public final class ChartRegister {

  private static final String HAPPENED =
      """
      select school_id, coalesce(breach_type, :untyped) as breach_type, day from incident
      where counted_as = 'incident' and day >= :earliest and day < :end
      order by day, incident_id
      """;

  private final NamedParameterJdbcTemplate jdbc;
  private final EvidenceRules rules;
  private final ChartBook book;

  /**
   * A register of charts.
   *
   * @param types the codes of all breach types, in the order of the table
   */
  public ChartRegister(NamedParameterJdbcTemplate jdbc, List<String> types, EvidenceRules rules) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.book = new ChartBook(types, rules);
  }

  /** The charts up to the end of two windows, as the register stands. */
  public List<ChartedSeries> charts(Windows windows) {
    YearMonth earliest =
        YearMonth.from(windows.end())
            .minusMonths(Math.max(rules.chartMonths(), windows.months().size()) + 1L);
    MapSqlParameterSource bounds =
        new MapSqlParameterSource()
            .addValue("untyped", BreachType.UNTYPED)
            .addValue("start", Date.valueOf(windows.start()))
            .addValue("end", Date.valueOf(windows.end()))
            .addValue("first", Date.valueOf(windows.start().withDayOfMonth(1)))
            .addValue("earliest", Date.valueOf(earliest.atDay(1)));
    return book.charts(windows, KnownSchools.read(jdbc, bounds), happened(bounds));
  }

  private List<Happened> happened(MapSqlParameterSource bounds) {
    return jdbc.query(
        HAPPENED,
        bounds,
        (row, number) ->
            new Happened(
                row.getInt("school_id"),
                row.getString("breach_type"),
                row.getDate("day").toLocalDate()));
  }
}
