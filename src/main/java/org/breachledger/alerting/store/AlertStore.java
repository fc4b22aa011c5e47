package org.breachledger.alerting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.breachledger.alerting.Alert;
import org.breachledger.alerting.AlertState;
import org.breachledger.alerting.Finding;
import org.breachledger.alerting.Pack;
import org.breachledger.alerting.Place;
import org.breachledger.incident.BreachType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The alerts of the trust the transaction carries. Every method must run inside a transaction:
 * outside one the database shows nothing.
 */
public final class AlertStore {

  private static final String ALERTS =
      """
      select a.*, s.name as school_name, s.confirmed
        from alert a left join school s on s.trust_id = a.trust_id and s.school_id = a.school_id
      """;

  private final JdbcClient jdbc;

  /** Alerts in this database. */
  public AlertStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps a finding as a new alert; empty where one exists for its school, type and anchor, which
   * stays as it is.
   */
  public Optional<Alert> insert(Finding finding, Instant raisedAt) {
    return jdbc.sql(
            """
            insert into alert (school_id, breach_type, type_title, window_start, window_middle,
                anchor, verdict, previous, current, left_out, evidence, incidents, raised_at,
                changed_at, changed_by)
            values (:school, :type, :title, :from, :middle, :anchor, :verdict, :previous,
                :current, :left, :evidence, :references, :at, :at, 'breachledger')
            on conflict do nothing returning alert_id
            """)
        .param("school", finding.place().all() ? null : finding.place().schoolId())
        .param("type", finding.type().code())
        .param("title", finding.type().title())
        .param("from", finding.from())
        .param("middle", finding.middle())
        .param("anchor", finding.anchor())
        .param("verdict", finding.verdict())
        .param("previous", finding.previous())
        .param("current", finding.current())
        .param("left", finding.leftOut())
        .param("evidence", finding.evidence())
        .param("references", finding.references())
        .param("at", Timestamp.from(raisedAt))
        .query(Long.class)
        .optional()
        .map(number -> new Alert(number, finding, AlertState.RAISED, raisedAt));
  }

  /** The alert of that number; empty where the trust has none. */
  public Optional<Alert> find(long alertId) {
    return jdbc.sql(ALERTS + " where a.alert_id = ?").param(alertId).query(this::alert).optional();
  }

  /** The same, held until the transaction ends, so that two people do not take one step twice. */
  public Optional<Alert> hold(long alertId) {
    return jdbc.sql(ALERTS + " where a.alert_id = ? for update of a")
        .param(alertId)
        .query(this::alert)
        .optional();
  }

  /** All alerts, the newest anchor first, all schools before single ones. */
  public List<Alert> list() {
    return jdbc.sql(ALERTS + " order by a.anchor desc, a.school_id nulls first, a.breach_type")
        .query(this::alert)
        .list();
  }

  /**
   * Takes an alert a step further; false where it is that far already or there is none.
   *
   * @param by the sign-in name of who took the step
   */
  public boolean move(long alertId, AlertState to, String by, Instant at) {
    return find(alertId).filter(alert -> alert.state().before(to)).isPresent()
        && jdbc.sql(
                    """
                    update alert set state = :to, changed_at = :at, changed_by = :by
                     where alert_id = :alert
                    """)
                .param("to", to.code())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("alert", alertId)
                .update()
            == 1;
  }

  /** The pack of an alert, as far as it is kept. */
  public Optional<Pack> pack(Alert alert) {
    return new KeptPacks(jdbc).find(alert);
  }

  private Alert alert(ResultSet row, int number) throws SQLException {
    return new Alert(
        row.getLong("alert_id"),
        finding(row),
        AlertState.parse(row.getString("state")),
        row.getTimestamp("raised_at").toInstant());
  }

  private static Finding finding(ResultSet row) throws SQLException {
    return new Finding(
        place(row),
        new BreachType(row.getString("breach_type"), row.getString("type_title")),
        row.getString("verdict"),
        row.getInt("previous"),
        row.getInt("current"),
        row.getInt("left_out"),
        row.getObject("window_start", LocalDate.class),
        row.getObject("window_middle", LocalDate.class),
        row.getObject("anchor", LocalDate.class),
        row.getString("evidence"),
        row.getInt("incidents"));
  }

  private static Place place(ResultSet row) throws SQLException {
    int school = row.getInt("school_id");
    if (row.wasNull()) {
      return Place.ALL_SCHOOLS;
    }
    return row.getBoolean("confirmed")
        ? Place.school(school, row.getString("school_name"))
        : Place.unconfirmed(school);
  }
}
