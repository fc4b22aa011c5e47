package org.breachledger.pipeline.erasure;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.breachledger.normalise.LearningSettings;
import org.breachledger.normalise.TypeRules;
import org.breachledger.normalise.batch.LearningRun;
import org.breachledger.normalise.store.LearnedVersions;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes what was learned from some incidents away, and learns anew from the others: an erased
 * incident must not go on teaching. Call within a transaction.
 */
public final class Relearning {

  private final LearnedVersions versions;
  private final LearningRun run;

  /** Learns in the record of the trust at work. */
  public Relearning(JdbcClient jdbc, TypeRules rules, LearningSettings settings, AuditTrail audit) {
    this.versions = new LearnedVersions(jdbc);
    this.run = new LearningRun(jdbc, rules, settings, audit);
  }

  /**
   * What became of the learned versions.
   *
   * @param forgotten those that lost their content
   * @param learnedAnew whether a new one was made; a person decides whether it is switched on
   */
  public record Outcome(List<Integer> forgotten, boolean learnedAnew) {

    /** Copies the list. */
    public Outcome {
      forgotten = List.copyOf(forgotten);
    }
  }

  /**
   * Does the work in between.
   *
   * @param erasing takes the incidents, or their words, away
   */
  Outcome around(Collection<Long> incidents, String by, Instant at, Runnable erasing) {
    List<Integer> forgotten = versions.forget(incidents, by, at);
    erasing.run();
    return new Outcome(forgotten, !forgotten.isEmpty() && run.run(at));
  }
}
