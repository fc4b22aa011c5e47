package org.breachledger.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.breachledger.alerting.Alert;
import org.breachledger.alerting.Finding;
import org.breachledger.alerting.Pack;
import org.breachledger.alerting.Route;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.store.AlertSteps;
import org.breachledger.alerting.store.AlertStore;
import org.breachledger.alerting.store.OutboxList;
import org.breachledger.policy.PolicyProfile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The alerts, and what became of their messages. */
final class AlertQueries {

  private final AlertStore alerts;
  private final AlertSteps steps;
  private final PolicyProfile policy;
  private final Routes routes;
  private final JdbcClient jdbc;
  private final Reading reading;

  AlertQueries(JdbcClient jdbc, Reading reading, Routes routes, PolicyProfile policy) {
    this.policy = policy;
    this.steps = new AlertSteps(jdbc);
    this.routes = routes;
    this.alerts = new AlertStore(jdbc);
    this.jdbc = jdbc;
    this.reading = reading;
  }

  /**
   * One alert.
   *
   * @param verdict in a few words
   * @param says the verdict as a sentence
   */
  record Row(
      long id,
      String type,
      String where,
      String verdict,
      String says,
      int previous,
      int current,
      String from,
      String middle,
      String lastDay,
      String evidence,
      int references,
      String state,
      String raised) {}

  /** A message of an alert, by its recipient's role. */
  record Message(
      String role, String state, int attempts, String nextAttempt, String done, String error) {}

  /**
   * A step of an alert's life.
   *
   * @param words what was done; of a decision measure, owner and day; of a closing what was found
   */
  record Step(String step, String words, String at) {}

  /** A message that has not left. */
  record Stuck(
      String role, String subject, String state, int attempts, String nextAttempt, String error) {}

  /** What became of an alert, the first step first; a person who owns a measure is not named. */
  List<Step> steps(long alertId) {
    return reading.read(() -> steps.list(alertId).stream().map(this::step).toList());
  }

  /** The titles of those who may own a measure. */
  List<String> owners() {
    return policy.titles().values().stream().distinct().toList();
  }

  /** The messages that wait after a failure or were given up. */
  List<Stuck> stuck() {
    return reading.read(
        () ->
            new OutboxList(jdbc)
                .waiting().stream()
                    .filter(line -> line.attempts() > 0 || line.state().equals("dead"))
                    .map(AlertQueries::stuck)
                    .toList());
  }

  private static Stuck stuck(OutboxList.Line line) {
    return new Stuck(
        line.role(),
        line.subject(),
        line.state(),
        line.attempts(),
        line.nextAttempt().map(Shown::moment).orElse(""),
        line.error());
  }

  private Step step(AlertSteps.Step step) {
    String words =
        step.decision()
            .map(
                decision ->
                    "%s, %s, due %s"
                        .formatted(
                            decision.measure().code(),
                            decision.owner().words(policy),
                            Shown.day(decision.due())))
            .or(
                () ->
                    step.outcome()
                        .map(
                            found ->
                                "%s: %d before, %d in the half to %s"
                                    .formatted(
                                        found.verdict(),
                                        found.previous(),
                                        found.current(),
                                        Shown.day(found.anchor().minusDays(1)))))
            .orElse(step.step().equals("escalated") ? "unread for " + step.place() + " days" : "");
    return new Step(step.step(), words, Shown.moment(step.at()));
  }

  /** All alerts, the newest half year first. */
  List<Row> list() {
    return reading.read(() -> alerts.list().stream().map(this::row).toList());
  }

  /** The alert of that number; empty where the trust has none. */
  Optional<Row> find(long id) {
    return reading.read(() -> alerts.find(id).map(this::row));
  }

  /** The messages of an alert, without their addresses. */
  List<Message> messages(long alertId) {
    return reading.read(
        () ->
            jdbc.sql(
                    """
                    select recipient_role, state, attempts, next_attempt_at, done_at,
                        coalesce(last_error, '') as error
                      from outbox_message where alert_id = ?
                     order by created_at, recipient_role, recipient_place
                    """)
                .param(alertId)
                .query(
                    (row, number) ->
                        new Message(
                            row.getString("recipient_role"),
                            row.getString("state"),
                            row.getInt("attempts"),
                            Shown.moment(row.getTimestamp("next_attempt_at")),
                            Shown.moment(row.getTimestamp("done_at")),
                            row.getString("error")))
                .list());
  }

  /** How many messages wait after a failure or were given up. */
  int stuckMessages() {
    return reading.read(
        () ->
            jdbc.sql(
                    """
                    select count(*) from outbox_message
                     where (state = 'dead' or attempts > 0) and %s
                    """
                        .formatted(OutboxList.SENDABLE))
                .query(Integer.class)
                .single());
  }

  /** The pack of an alert; empty where the trust has no such alert or its pack is not kept. */
  Optional<Pack> pack(long alertId) {
    return reading.read(() -> alerts.find(alertId).flatMap(alerts::pack));
  }

  /** The words of the verdict's first route; its code where the routes have changed since. */
  private String words(String verdict, Function<Route, String> part) {
    return routes.of(verdict).stream().findFirst().map(part).orElse(verdict);
  }

  private Row row(Alert alert) {
    Finding finding = alert.finding();
    return new Row(
        alert.alertId(),
        finding.type().title(),
        finding.where(),
        words(finding.verdict(), Route::subject),
        words(finding.verdict(), Route::says),
        finding.previous(),
        finding.current(),
        Shown.day(finding.from()),
        Shown.day(finding.middle()),
        Shown.day(finding.anchor().minusDays(1)),
        finding.evidence(),
        finding.references(),
        alert.state().code(),
        Shown.moment(alert.raisedAt()));
  }
}
