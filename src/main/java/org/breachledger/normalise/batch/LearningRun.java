package org.breachledger.normalise.batch;

import java.time.Instant;
import java.util.Optional;
import org.breachledger.normalise.LearnedVersion;
import org.breachledger.normalise.LearningSettings;
import org.breachledger.normalise.TypeLearning;
import org.breachledger.normalise.TypeLearning.Learned;
import org.breachledger.normalise.TypeRules;
import org.breachledger.normalise.store.LearnedVersions;
import org.breachledger.normalise.store.TypeChange;
import org.breachledger.normalise.store.TypeChanges;
import org.breachledger.normalise.store.TypeConfirmations;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a new version of the learned types where the confirmed incidents teach something new. */
public final class LearningRun {

  private final JdbcClient jdbc;
  private final TypeRules rules;
  private final LearningSettings settings;
  private final AuditTrail audit;

  /** Learns by these rules and settings; call within a transaction. */
  public LearningRun(
      JdbcClient jdbc, TypeRules rules, LearningSettings settings, AuditTrail audit) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.settings = settings;
    this.audit = audit;
  }

  /** Whether there is a new version. */
  public boolean run(Instant at) {
    Optional<Learned> learned =
        new TypeLearning(rules, settings)
            .learn(
                new TypeConfirmations(jdbc)
                    .list().stream().map(TypeConfirmations.Standing::type).toList());
    LearnedVersions versions = new LearnedVersions(jdbc);
    if (learned.isEmpty() || versions.isNewest(learned.get().types())) {
      return false;
    }
    keep(versions, learned.get(), at);
    return true;
  }

  private void keep(LearnedVersions versions, Learned learned, Instant at) {
    int version = versions.next();
    long wouldChange =
        new TypeChanges(jdbc, rules)
            .list(new LearnedVersion(version, learned.types())).stream()
                .filter(TypeChange::typeMoves)
                .count();
    versions.add(version, learned, (int) wouldChange, at);
    audit.append(
        "jobs",
        "learn-types",
        "learned types " + version,
        AuditDetails.none()
            .and("examples", learned.types().size())
            .and("answered", learned.trial().answered())
            .and("right", learned.trial().right())
            .and("wouldChange", wouldChange));
  }
}
