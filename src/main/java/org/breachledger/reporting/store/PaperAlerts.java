package org.breachledger.reporting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.breachledger.casework.ByWhom;
import org.breachledger.reporting.EarlierAlert;
import org.breachledger.reporting.EarlierAlert.DecidedMeasure;
import org.breachledger.reporting.EarlierAlert.Outcome;
import org.breachledger.reporting.EarlierAlerts;
import org.breachledger.reporting.HalfVerdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of earlier alerts, read once for all papers of a run; no person's name is read. */
final class PaperAlerts {

  private static final String ALERTS =
      """
      select a.alert_id, coalesce(a.school_id, 0) as school_id, a.breach_type, a.anchor,
        a.previous, a.current, a.left_out, a.state, c.outcome_previous, c.outcome_current,
        c.outcome_left_out, c.outcome_anchor
      from alert a
      left join alert_step c on c.alert_id = a.alert_id and c.step = 'closed'
      where a.anchor < :end and (c.outcome_anchor is null or c.outcome_anchor >= :end)
      order by a.anchor desc, coalesce(a.school_id, 0), a.breach_type
      """;

  private static final String MEASURES =
      """
      select alert_id, measure, owner_role, due from alert_step where step = 'decided'
      order by alert_id, place
      """;

  private final PaperWords words;
  private final LocalDate end;
  private final List<ComparedType> compared;
  private final List<Known> alerts;
  private final Map<Long, List<DecidedMeasure>> measures = new HashMap<>();

  /**
   * Reads the alerts raised before a day that were not closed before it.
   *
   * @param end the first day after the half a paper is about
   * @param compared what the paper itself compares: later than what closed an alert about that half
   */
  PaperAlerts(JdbcClient jdbc, LocalDate end, List<ComparedType> compared, PaperWords words) {
    this.words = words;
    this.end = end;
    this.compared = compared;
    jdbc.sql(MEASURES)
        .query(
            row -> {
              measures
                  .computeIfAbsent(row.getLong("alert_id"), alert -> new ArrayList<>())
                  .add(measure(row));
            });
    this.alerts = jdbc.sql(ALERTS).param("end", end).query(this::known).list();
  }

  private record Known(int schoolId, boolean some, EarlierAlert alert) {
    private String everywhere() {
      return some ? "all schools that submitted every month" : "all schools";
    }
  }

  /**
   * Those of one school; for school 0 all.
   *
   * @param name the name of a school by its number
   */
  EarlierAlerts of(int schoolId, IntFunction<String> name) {
    return new EarlierAlerts(
        alerts.stream()
            .filter(known -> schoolId == 0 || known.schoolId() == schoolId)
            .map(known -> named(known, name))
            .toList());
  }

  private static EarlierAlert named(Known known, IntFunction<String> name) {
    EarlierAlert alert = known.alert();
    return new EarlierAlert(
        known.schoolId() == 0 ? known.everywhere() : name.apply(known.schoolId()),
        alert.type(),
        alert.anchor(),
        alert.previous(),
        alert.current(),
        alert.state(),
        alert.measures(),
        alert.outcome());
  }

  private Known known(ResultSet row, int number) throws SQLException {
    LocalDate found = row.getObject("outcome_anchor", LocalDate.class);
    return new Known(
        row.getInt("school_id"),
        row.getInt("left_out") > 0,
        new EarlierAlert(
            "",
            words.type(row.getString("breach_type")),
            row.getObject("anchor", LocalDate.class),
            row.getInt("previous"),
            row.getInt("current"),
            row.getString("state"),
            measures.getOrDefault(row.getLong("alert_id"), List.of()),
            found == null ? Optional.empty() : Optional.of(outcome(row, found))));
  }

  /** Where more logs came in after the alert was closed, the paper's own numbers stand. */
  private Outcome outcome(ResultSet row, LocalDate found) throws SQLException {
    int school = row.getInt("school_id");
    String type = row.getString("breach_type");
    Outcome closing =
        new Outcome(
            row.getInt("outcome_previous"),
            row.getInt("outcome_current"),
            row.getInt("outcome_left_out"),
            found);
    if (!found.equals(end)) {
      return closing;
    }
    return compared.stream()
        .filter(one -> one.whole() && one.schoolId() == school && one.breachType().equals(type))
        .filter(one -> !one.verdict().equals(HalfVerdict.INSUFFICIENT_DATA.name()))
        .map(ComparedType::compared)
        .map(now -> new Outcome(now.previous(), now.current(), now.leftOut(), end))
        .findFirst()
        .orElse(closing);
  }

  private DecidedMeasure measure(ResultSet row) throws SQLException {
    String role = row.getString("owner_role");
    return new DecidedMeasure(
        row.getString("measure"),
        role == null ? ByWhom.PERSON : words.role(role),
        row.getObject("due", LocalDate.class));
  }
}
