package org.breachledger.pipeline.jobs;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.store.KeptTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the tables in force with every run, and lets the record be judged anew where they changed
 * since it was judged: a table edited today must not leave yesterday's verdicts under its name.
 */
public final class RulesInForce {

  /**
   * For each stage the folders of its tables, the column that asks for its work again, and which
   * edition of the program's own rules it judges by: raise it with every change of these that can
   * change a verdict, for what is settled is not judged again otherwise.
   */
  private enum Stage {
    TYPE("stale_type", 4, List.of("normalise")),
    SCORE("stale_score", 4, List.of("policies", "severity")),
    DUTIES("stale_duties", 3, List.of("policies", "deadline", "calendars"));

    private final String column;
    private final int edition;
    private final List<String> folders;

    Stage(String column, int edition, List<String> folders) {
      this.column = column;
      this.edition = edition;
      this.folders = folders;
    }

    /** What changed for one stage changes what the later ones see; they ask for it themselves. */
    String update() {
      String open = this == DUTIES ? ", open_duties = true" : "";
      return "update incident set " + column + " = true" + open + " where not " + column;
    }
  }

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final PolicySource tables;
  private final PolicyProfile policy;
  private final Clock clock;

  /**
   * The tables of a program at work.
   *
   * @param tables those its verdicts are made by, whatever lies on the disk by now
   */
  public RulesInForce(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      PolicySource tables,
      PolicyProfile policy,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.tables = tables;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Keeps them, asks for new judgements where they changed, and gives the set's number. For a job
   * at work, which no other job judges beside.
   */
  public int note() {
    Integer rules =
        transactions.execute(
            status -> {
              if (!areApplied("")) {
                apply();
              }
              return new KeptTables(jdbc).keep(tables, policy.name(), clock.instant());
            });
    if (rules == null) {
      throw new IllegalStateException("the tables in force were not kept");
    }
    return rules;
  }

  /**
   * Asks for new judgements where they changed and no job is at work: one of another program would
   * go on by its own tables and pass its verdicts off as made by these.
   */
  public void noteBetweenJobs() {
    transactions.executeWithoutResult(
        status -> {
          if (!areApplied("") && WorkLock.tryToHold(jdbc)) {
            apply();
          }
        });
  }

  /**
   * Whether they are the ones the record is judged by; if so, they stay it until the running
   * transaction ends.
   */
  public boolean hold() {
    return areApplied(" for share");
  }

  private boolean areApplied(String lock) {
    Map<String, String> applied = applied(lock);
    return Stream.of(Stage.values())
        .allMatch(stage -> hash(stage).equals(applied.get(stage.name())));
  }

  private String hash(Stage stage) {
    String hash = KeptTables.hashOf(tables, policy.name(), stage.folders);
    return stage.edition == 1 ? hash : hash + " " + stage.edition;
  }

  private Map<String, String> applied(String lock) {
    Map<String, String> applied = new HashMap<>();
    jdbc.sql("select stage, sha256 from rules_applied order by stage" + lock)
        .query(
            row -> {
              applied.put(row.getString("stage"), row.getString("sha256"));
            });
    return applied;
  }

  /**
   * Waits for the imports that hold the rules before it touches an incident one of them may want.
   */
  private void apply() {
    Map<String, String> applied = applied(" for update");
    for (Stage stage : Stage.values()) {
      apply(stage, applied);
    }
  }

  private void apply(Stage stage, Map<String, String> applied) {
    String now = hash(stage);
    if (now.equals(applied.get(stage.name()))) {
      return;
    }
    jdbc.sql(stage.update()).update();
    jdbc.sql(
            "insert into rules_applied (stage, sha256) values (?, ?)"
                + " on conflict (trust_id, stage) do update set sha256 = excluded.sha256")
        .params(stage.name(), now)
        .update();
  }
}
