package org.breachledger.alerting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.breachledger.alerting.AlertDecision;
import org.breachledger.alerting.Measure;
import org.breachledger.casework.ByWhom;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the alerts: only ever added to. Every method must run inside a transaction. */
public final class AlertSteps {

  private final JdbcClient jdbc;

  /** The steps in this database. */
  public AlertSteps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One step of an alert's life.
   *
   * @param step acknowledged, forwarded, decided, escalated or closed
   * @param place which decision, from 1; of an escalation after how many days; else 0
   * @param decision of a decision
   * @param outcome of a closed one: the verdict of the comparison that closed it
   * @param by who took it: a sign-in name, who was named, or the program
   */
  public record Step(
      String step,
      int place,
      Optional<AlertDecision> decision,
      Optional<Outcome> outcome,
      String by,
      Instant at) {}

  /**
   * What the next comparison found.
   *
   * @param previous what its verdict compares of the half before
   * @param current what its verdict compares of that half
   * @param leftOut how many schools it left out
   * @param anchor the first day after the half that was compared
   */
  public record Outcome(String verdict, int previous, int current, int leftOut, LocalDate anchor) {}

  /** The steps of an alert, the first first. */
  public List<Step> list(long alertId) {
    return jdbc.sql("select * from alert_step where alert_id = ? order by step_id")
        .param(alertId)
        .query(AlertSteps::step)
        .list();
  }

  /** How many decisions there are about an alert. */
  int decisions(long alertId) {
    return jdbc.sql("select count(*) from alert_step where alert_id = ? and step = 'decided'")
        .param(alertId)
        .query(Integer.class)
        .single();
  }

  /** Adds a step; false where there is one of its kind and place. */
  boolean add(long alertId, Step step, Optional<Long> manifest) {
    Optional<AlertDecision> decision = step.decision();
    Optional<Outcome> outcome = step.outcome();
    return jdbc.sql(
                """
                insert into alert_step (alert_id, step, place, measure, owner_role, owner_name,
                    due, why, outcome, outcome_previous, outcome_current, outcome_left_out,
                    outcome_anchor, manifest_id, recorded_by, recorded_at)
                values (:alert, :step, :place, :measure, :role, :name, :due, :why, :outcome,
                    :previous, :current, :left, :anchor, :manifest, :by, :at)
                on conflict do nothing
                """)
            .param("alert", alertId)
            .param("step", step.step())
            .param("place", step.place())
            .param("measure", decision.map(one -> one.measure().code()).orElse(null), Types.VARCHAR)
            .param("role", decision.flatMap(one -> one.owner().role()).orElse(null), Types.VARCHAR)
            .param("name", decision.flatMap(one -> one.owner().name()).orElse(null), Types.VARCHAR)
            .param("due", decision.map(AlertDecision::due).orElse(null), Types.DATE)
            .param("why", decision.flatMap(AlertDecision::why).orElse(null), Types.VARCHAR)
            .param("outcome", outcome.map(Outcome::verdict).orElse(null), Types.VARCHAR)
            .param("previous", outcome.map(Outcome::previous).orElse(null), Types.INTEGER)
            .param("current", outcome.map(Outcome::current).orElse(null), Types.INTEGER)
            .param("left", outcome.map(Outcome::leftOut).orElse(null), Types.INTEGER)
            .param("anchor", outcome.map(Outcome::anchor).orElse(null), Types.DATE)
            .param("manifest", manifest.orElse(null), Types.BIGINT)
            .param("by", step.by())
            .param("at", Timestamp.from(step.at()))
            .update()
        == 1;
  }

  private static Step step(ResultSet row, int number) throws SQLException {
    return new Step(
        row.getString("step"),
        row.getInt("place"),
        row.getString("measure") == null ? Optional.empty() : Optional.of(decision(row)),
        row.getString("outcome") == null ? Optional.empty() : Optional.of(outcome(row)),
        row.getString("recorded_by"),
        row.getTimestamp("recorded_at").toInstant());
  }

  private static AlertDecision decision(ResultSet row) throws SQLException {
    return new AlertDecision(
        Measure.find(row.getString("measure")).orElseThrow(),
        new ByWhom(
            Optional.ofNullable(row.getString("owner_role")),
            Optional.ofNullable(row.getString("owner_name"))),
        row.getObject("due", LocalDate.class),
        Optional.ofNullable(row.getString("why")));
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    return new Outcome(
        row.getString("outcome"),
        row.getInt("outcome_previous"),
        row.getInt("outcome_current"),
        row.getInt("outcome_left_out"),
        row.getObject("outcome_anchor", LocalDate.class));
  }
}
