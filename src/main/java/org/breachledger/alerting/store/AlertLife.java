package org.breachledger.alerting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Alert;
import org.breachledger.alerting.AlertDecision;
import org.breachledger.alerting.AlertNews;
import org.breachledger.alerting.AlertRefused;
import org.breachledger.alerting.AlertState;
import org.breachledger.alerting.Route;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.store.AlertSteps.Outcome;
import org.breachledger.alerting.store.AlertSteps.Step;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.breachledger.recurrence.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes alerts through their life: acknowledged, forwarded to the board, decided, and closed by
 * what the next comparison finds; those nobody reads escalate. Each step is on record and in the
 * audit trail. Every method must run inside a transaction.
 */
public final class AlertLife {

  private static final String COMPARED =
      """
      select a.alert_id, r.verdict, coalesce(r.compared_previous, r.previous) as previous,
        coalesce(r.compared_current, r.current) as current,
        coalesce(r.left_out, 0) as left_out, r.window_end
      from alert a
      join recurrence_result r on r.school_id = coalesce(a.school_id, 0)
        and r.breach_type = a.breach_type and r.sub_type = ''
      where r.manifest_id = ? and a.state <> 'closed' and a.anchor <= r.window_middle
      order by a.alert_id
      """;

  private static final String PROGRAM = "breachledger";

  private final JdbcClient jdbc;
  private final AlertStore alerts;
  private final AlertSteps steps;
  private final Outbox outbox;
  private final AlertLetters letters;
  private final KeptPacks packs;
  private final AlertNews news;
  private final AuditTrail audit;

  /** The life of the alerts in this database. */
  public AlertLife(JdbcClient jdbc, AddressBook addresses, AlertNews news, AuditTrail audit) {
    this.jdbc = jdbc;
    this.alerts = new AlertStore(jdbc);
    this.steps = new AlertSteps(jdbc);
    this.outbox = new Outbox(jdbc);
    this.letters = new AlertLetters(addresses);
    this.packs = new KeptPacks(jdbc);
    this.news = news;
    this.audit = audit;
  }

  /**
   * Records that somebody read the alert.
   *
   * @param by a sign-in name, or who was named
   * @throws AlertRefused where there is no such alert, or it is that far already
   */
  public Alert acknowledge(long alertId, String by, Instant at) {
    Alert alert = held(alertId, AlertState.ACKNOWLEDGED);
    return take(alert, AlertState.ACKNOWLEDGED, step(AlertState.ACKNOWLEDGED, 0, by, at));
  }

  /**
   * Records that the alert goes to the board, and tells the roles the routes name, with its pack.
   *
   * @throws AlertRefused where there is no such alert, or it is that far already
   */
  public Alert forward(long alertId, Routes routes, String by, Instant at) {
    Alert alert = held(alertId, AlertState.FORWARDED);
    letters
        .write(alert, routes.of(Routes.FORWARDED), "forwarded", packs.find(alert), at)
        .forEach(outbox::put);
    return take(alert, AlertState.FORWARDED, step(AlertState.FORWARDED, 0, by, at));
  }

  /**
   * Records what was decided; one alert may need several measures.
   *
   * @throws AlertRefused where there is no such alert, or it is closed
   */
  public Alert decide(long alertId, AlertDecision decision, String by, Instant at) {
    Alert alert = alerts.hold(alertId).orElseThrow(() -> AlertRefused.unknown(alertId));
    if (!alert.state().before(AlertState.CLOSED)) {
      throw further(alert);
    }
    int place = steps.decisions(alertId) + 1;
    return take(
        alert,
        AlertState.DECIDED,
        new Step(
            AlertState.DECIDED.code(), place, Optional.of(decision), Optional.empty(), by, at));
  }

  /**
   * Tells of alerts nobody has acknowledged for as long as a route says: once for each number of
   * days.
   *
   * @param asOf the moment it is looked at from
   * @return how often an alert escalated
   */
  public int escalate(Routes routes, Instant asOf, Instant at) {
    SortedMap<Integer, List<Route>> byDays =
        routes.of(Routes.UNREAD).stream()
            .collect(Collectors.groupingBy(Route::days, TreeMap::new, Collectors.toList()));
    int escalated = 0;
    for (Alert alert : alerts.list()) {
      for (Map.Entry<Integer, List<Route>> told : byDays.entrySet()) {
        boolean due = !alert.raisedAt().plus(Duration.ofDays(told.getKey())).isAfter(asOf);
        if (alert.state() == AlertState.RAISED && due) {
          escalated += escalate(alert, told.getKey(), told.getValue(), at) ? 1 : 0;
        }
      }
    }
    return escalated;
  }

  private boolean escalate(Alert alert, int days, List<Route> told, Instant at) {
    Step step = new Step("escalated", days, Optional.empty(), Optional.empty(), PROGRAM, at);
    if (!steps.add(alert.alertId(), step, Optional.empty())) {
      return false;
    }
    String occasion = "escalated-" + days;
    letters.write(alert, told, occasion, packs.find(alert), at).forEach(outbox::put);
    news.of(alert, occasion, at).ifPresent(outbox::put);
    noted(alert, step);
    return true;
  }

  /**
   * Closes the alerts whose next half has been compared, by what was found; one that cannot be told
   * for want of data stays open.
   *
   * @param manifest the run that compared
   * @return how many were closed
   */
  public int settle(long manifest, Instant at) {
    List<Found> compared = jdbc.sql(COMPARED).param(manifest).query(AlertLife::found).list();
    int closed = 0;
    for (Found found : compared) {
      if (!found.outcome().verdict().equals(Verdict.INSUFFICIENT_DATA.name())) {
        close(found, manifest, at);
        closed++;
      }
    }
    return closed;
  }

  private void close(Found found, long manifest, Instant at) {
    Alert alert = alerts.hold(found.alertId()).orElseThrow();
    Step step =
        new Step(
            AlertState.CLOSED.code(),
            0,
            Optional.empty(),
            Optional.of(found.outcome()),
            PROGRAM,
            at);
    steps.add(alert.alertId(), step, Optional.of(manifest));
    moved(alert, AlertState.CLOSED, step);
  }

  private record Found(long alertId, Outcome outcome) {}

  private static Found found(ResultSet row, int number) throws SQLException {
    return new Found(
        row.getLong("alert_id"),
        new Outcome(
            row.getString("verdict"),
            row.getInt("previous"),
            row.getInt("current"),
            row.getInt("left_out"),
            row.getObject("window_end", LocalDate.class)));
  }

  private Alert held(long alertId, AlertState to) {
    Alert alert = alerts.hold(alertId).orElseThrow(() -> AlertRefused.unknown(alertId));
    if (!alert.state().before(to)) {
      throw further(alert);
    }
    return alert;
  }

  private static AlertRefused further(Alert alert) {
    return AlertRefused.now(
        "alert " + alert.alertId() + " is " + alert.state().code() + " already");
  }

  private static Step step(AlertState to, int place, String by, Instant at) {
    return new Step(to.code(), place, Optional.empty(), Optional.empty(), by, at);
  }

  private Alert take(Alert alert, AlertState to, Step step) {
    steps.add(alert.alertId(), step, Optional.empty());
    return moved(alert, to, step);
  }

  private Alert moved(Alert alert, AlertState to, Step step) {
    alerts.move(alert.alertId(), to, step.by(), step.at());
    Alert now = new Alert(alert.alertId(), alert.finding(), to, alert.raisedAt());
    String occasion = step.place() == 0 ? step.step() : step.step() + "-" + step.place();
    news.of(now, occasion, step.at()).ifPresent(outbox::put);
    noted(now, step);
    return now;
  }

  private void noted(Alert alert, Step step) {
    AuditDetails details = AuditDetails.none().and("place", step.place());
    if (step.decision().isPresent()) {
      details = details.and("measure", step.decision().get().measure().code());
    }
    if (step.outcome().isPresent()) {
      details = details.and("outcome", step.outcome().get().verdict());
    }
    audit.append(step.by(), step.step(), "alert " + alert.alertId(), details);
  }
}
