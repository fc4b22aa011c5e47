package org.breachledger.pipeline.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.breachledger.alerting.Alert;
import org.breachledger.alerting.AlertDecision;
import org.breachledger.alerting.AlertState;
import org.breachledger.alerting.Measure;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.store.AlertLife;
import org.breachledger.alerting.store.AlertSteps;
import org.breachledger.alerting.store.AlertSteps.Step;
import org.breachledger.alerting.store.AlertStore;
import org.breachledger.calendar.London;
import org.breachledger.casework.ByWhom;
import org.breachledger.policy.PolicyProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Lists the alerts, and takes one through its life: acknowledged, forwarded to the board, decided.
 * The next comparison closes it. Who owns a measure by name and why stays in the record.
 */
@Command(name = "alerts", description = "list alerts, acknowledge, forward and decide on them")
final class AlertsCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Option(names = "--all", description = "the closed ones too")
  private boolean all;

  @Override
  public Integer call() throws Exception {
    return list(all);
  }

  @Command(name = "list", description = "list the alerts that are not closed")
  int list(@Option(names = "--all", description = "the closed ones too") boolean closed)
      throws Exception {
    try (AlertSession session = new AlertSession(door, "alerts")) {
      List<Map<String, @Nullable Object>> rows =
          session.inTransaction(
              () -> {
                JdbcClient jdbc = session.get(JdbcClient.class);
                AlertSteps steps = new AlertSteps(jdbc);
                return new AlertStore(jdbc)
                    .list().stream()
                        .filter(alert -> closed || all || alert.state() != AlertState.CLOSED)
                        .map(
                            alert ->
                                row(
                                    alert,
                                    steps.list(alert.alertId()),
                                    session.get(PolicyProfile.class)))
                        .toList();
              });
      String count = rows.size() + (rows.size() == 1 ? " alert" : " alerts");
      return session.answer(
          "alerts",
          rows,
          List.of(closed || all ? count : count + " not closed"),
          rows.stream().map(AlertsCommand::line).toList(),
          ExitCode.DONE);
    }
  }

  @Command(name = "acknowledge", description = "record that somebody read an alert")
  int acknowledge(
      @Parameters(paramLabel = "ID") long id,
      @Option(names = "--by", required = true, paramLabel = "WHO", description = "who read it")
          String by)
      throws Exception {
    try (AlertSession session = new AlertSession(door, "alerts acknowledge")) {
      return session.done(
          () -> {
            session
                .get(AlertLife.class)
                .acknowledge(id, CaseSession.oneLine("--by", by), session.now());
            return "Alert " + id + " is acknowledged.";
          });
    }
  }

  @Command(name = "forward", description = "send an alert with its pack to the board")
  int forward(
      @Parameters(paramLabel = "ID") long id,
      @Option(names = "--by", required = true, paramLabel = "WHO", description = "who forwards it")
          String by)
      throws Exception {
    try (AlertSession session = new AlertSession(door, "alerts forward")) {
      int code =
          session.done(
              () -> {
                session
                    .get(AlertLife.class)
                    .forward(
                        id,
                        session.get(Routes.class),
                        CaseSession.oneLine("--by", by),
                        session.now());
                return "Alert " + id + " is forwarded; \"messages\" shows what has not left yet.";
              });
      if (code == ExitCode.DONE) {
        session.deliver();
      }
      return code;
    }
  }

  @Command(name = "decide", description = "record what was decided about an alert")
  int decide(
      @Parameters(paramLabel = "ID") long id,
      @Option(
              names = "--measure",
              required = true,
              paramLabel = "MEASURE",
              description = "training, policy or control")
          String measure,
      @Option(
              names = "--owner",
              required = true,
              paramLabel = "WHO",
              description = "a role of the policy or a name")
          String owner,
      @Option(
              names = "--due",
              required = true,
              paramLabel = "D",
              description = "the last day, inclusive")
          LocalDate due,
      @Option(names = "--by", required = true, paramLabel = "WHO", description = "who recorded it")
          String by,
      @Option(names = "--why", paramLabel = "TEXT", description = "stays in the record")
          @Nullable String why)
      throws Exception {
    Measure known =
        Measure.find(measure)
            .orElseThrow(
                () ->
                    new WrongUsage(
                        "there is no measure \""
                            + measure
                            + "\"; choose one of "
                            + String.join(", ", Measure.codes())));
    String named = CaseSession.oneLine("--owner", owner);
    try (AlertSession session = new AlertSession(door, "alerts decide")) {
      return session.done(
          () -> {
            AlertDecision decision =
                new AlertDecision(
                    known,
                    ByWhom.parse(named, session.get(PolicyProfile.class)),
                    due,
                    Optional.ofNullable(why).map(String::strip).filter(text -> !text.isEmpty()));
            session
                .get(AlertLife.class)
                .decide(id, decision, CaseSession.oneLine("--by", by), session.now());
            return "Alert " + id + ": " + known.code() + " is decided, due " + due + ".";
          });
    }
  }

  private static Map<String, @Nullable Object> row(
      Alert alert, List<Step> steps, PolicyProfile policy) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("alert_id", alert.alertId());
    row.put("school", alert.finding().place().all() ? "*" : alert.finding().place().words());
    row.put("breach_type", alert.finding().type().code());
    row.put("anchor", alert.finding().anchor().toString());
    row.put("verdict", alert.finding().verdict());
    row.put("previous", alert.finding().previous());
    row.put("current", alert.finding().current());
    row.put("state", alert.state().code());
    row.put("raised_at", London.written(alert.raisedAt()));
    row.put("steps", steps.stream().map(step -> step(step, policy)).toList());
    return row;
  }

  private static Map<String, @Nullable Object> step(Step step, PolicyProfile policy) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    named.put("step", step.step());
    named.put("at", London.written(step.at()));
    step.decision()
        .ifPresent(
            decision -> {
              named.put("measure", decision.measure().code());
              named.put("owner", decision.owner().words(policy));
              named.put("due", decision.due().toString());
            });
    step.outcome()
        .ifPresent(
            outcome -> {
              named.put("outcome", outcome.verdict());
              named.put("previous", outcome.previous());
              named.put("current", outcome.current());
              named.put("anchor", outcome.anchor().toString());
            });
    return named;
  }

  private static String line(Map<String, @Nullable Object> alert) {
    List<String> said = new ArrayList<>();
    said.add(alert.get("alert_id") + "  " + alert.get("state"));
    said.add(String.valueOf(alert.get("breach_type")));
    said.add("*".equals(alert.get("school")) ? "all schools" : "" + alert.get("school"));
    said.add(alert.get("verdict") + " " + alert.get("previous") + " to " + alert.get("current"));
    said.add("before " + alert.get("anchor"));
    return String.join("  ", said);
  }
}
