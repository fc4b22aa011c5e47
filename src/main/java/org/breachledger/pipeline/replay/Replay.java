package org.breachledger.pipeline.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.jobs.JudgedTotals;
import org.breachledger.policy.store.KeptTables;
import org.breachledger.recurrence.Comparison;
import org.breachledger.reporting.store.KeptComparison;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replays an old run: the record as it stood when the run began, typed, scored, timed and compared
 * again under the profile and the tables then in force and as of its moment, beside what the run
 * kept [002].
 *
 * <p>Changes nothing.
 */
public final class Replay {

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /** Reads within one transaction. */
  public Replay(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * Replays a run into {@code incidents.csv}, {@code deadlines.csv} and {@code recurrence.csv} of a
   * folder.
   *
   * @param id the run's number; null for the newest with a comparison
   * @throws NotToBeReplayed where there is no such run or it kept no comparison
   */
  public ReplayOutcome run(@Nullable Long id, Path folder) throws NotToBeReplayed {
    ComparedRun run =
        read(() -> id == null ? ComparedRun.newest(jdbc) : ComparedRun.find(jdbc, id))
            .orElseThrow(() -> unknown(id));
    Integer rulesId = run.rulesId();
    if (rulesId == null) {
      throw new NotToBeReplayed(
          "run " + run.id() + " is older than the keeping of tables and cannot be replayed");
    }
    KeptTables.InForce kept = read(() -> new KeptTables(jdbc).find(rulesId)).orElseThrow();
    PastRules rules = PastRules.of(kept);
    return read(() -> Optional.of(replay(run, rules, folder))).orElseThrow();
  }

  private NotToBeReplayed unknown(@Nullable Long id) {
    List<Long> known = read(() -> Optional.of(ComparedRun.numbers(jdbc))).orElseThrow();
    return new NotToBeReplayed(
        "there is no finished run "
            + (id == null ? "" : id + " ")
            + "with a comparison; "
            + (known.isEmpty()
                ? "none was made yet: run half-yearly"
                : "the newest are "
                    + String.join(", ", known.stream().map(String::valueOf).toList())));
  }

  private <T> Optional<T> read(java.util.function.Supplier<Optional<T>> work) {
    Optional<T> found = transactions.execute(status -> work.get());
    return found == null ? Optional.empty() : found;
  }

  private ReplayOutcome replay(ComparedRun run, PastRules rules, Path folder) {
    PastRegister past = new PastRegister(jdbc, rules.cases(), run.began());
    PastVerdicts verdicts = new PastVerdicts(past, rules, new AsOf(run.asOf()));
    PastCounts counts = new PastCounts(run.windows());
    verdicts.count(counts);
    ReplayedIncidents incidents = new ReplayedIncidents();
    incidents.write(verdicts, folder);
    ReplayedComparison comparison = comparison(run, rules, counts);
    comparison.write(folder);
    return new ReplayOutcome(
        run.id(),
        run.job() + " " + run.windows().end() + ", edition " + run.edition(),
        rules.policy().title() + " " + rules.policy().version(),
        comparison.rows().size(),
        comparison.differences(),
        judged(run, incidents),
        past.missing());
  }

  private ReplayedComparison comparison(ComparedRun run, PastRules rules, PastCounts counts) {
    return ReplayedComparison.of(
        new Comparison(run.windows(), rules.typeCodes(), rules.evidence(), rules.calendars())
            .compare(
                new PastSchools(jdbc, run.began()).known(run.windows(), counts.schools()),
                counts.list()),
        KeptComparison.of(jdbc, run.id()));
  }

  private ReplayOutcome.Judged judged(ComparedRun run, ReplayedIncidents incidents) {
    Map<JudgedTotals.Judged, Integer> kept = new JudgedTotals(jdbc).of(run.id());
    return new ReplayOutcome.Judged(
        incidents.incidents(),
        incidents.duties(),
        !kept.isEmpty(),
        kept.isEmpty() ? List.of() : TotalsApart.of(kept, incidents));
  }
}
