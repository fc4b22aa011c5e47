package org.breachledger.pipeline.types;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.normalise.LearnedVersion;
import org.breachledger.normalise.TypeRules;
import org.breachledger.normalise.store.LearnedVersions;
import org.breachledger.normalise.store.TypeChange;
import org.breachledger.normalise.store.TypeChanges;
import org.breachledger.normalise.store.TypeConfirmations;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.WorkLock;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where a person looks at what a learned version would change, and switches it on or off. Switching
 * is never beside an import or a job and is on record; the incidents it concerns are typed again.
 */
public final class LearnedDesk {

  private final JdbcClient jdbc;
  private final IncidentRegister register;
  private final TypeRules rules;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final Assessment assessment;
  private final Clock clock;

  /** The learned types of the trust at work. */
  public LearnedDesk(
      JdbcClient jdbc,
      IncidentRegister register,
      TypeRules rules,
      AuditTrail audit,
      TransactionTemplate transactions,
      Assessment assessment,
      Clock clock) {
    this.jdbc = jdbc;
    this.register = register;
    this.rules = rules;
    this.audit = audit;
    this.transactions = transactions;
    this.assessment = assessment;
    this.clock = clock;
  }

  /** All versions, the newest first, and how many incidents are confirmed now. */
  public record Overview(List<LearnedVersions.Entry> versions, int confirmed) {}

  /** What there is. */
  public Overview overview() {
    return inTransaction(
        () ->
            new Overview(
                new LearnedVersions(jdbc).list(), new TypeConfirmations(jdbc).list().size()));
  }

  /**
   * What switching a version on would change.
   *
   * @return the entry of the version and what people would see change; empty where there is no such
   *     version, or its content was taken away
   */
  public Optional<Preview> preview(int version) {
    return inTransaction(
        () -> {
          LearnedVersions versions = new LearnedVersions(jdbc);
          return versions
              .load(version)
              .map(
                  candidate ->
                      new Preview(
                          versions.find(version).orElseThrow(),
                          new TypeChanges(jdbc, rules)
                              .list(candidate).stream().filter(TypeChange::isVisible).toList()));
        });
  }

  /** A version, and what switching it on would change for people. */
  public record Preview(LearnedVersions.Entry entry, List<TypeChange> changes) {}

  /**
   * Switches a version on, or all off, and types the incidents again that this concerns.
   *
   * @param version null for none
   * @return how many incidents were typed again; empty where it is so already, there is no such
   *     version, or its content was taken away
   */
  public Optional<Integer> switchTo(@Nullable Integer version, String by, AsOf asOf)
      throws SQLException, JobExecutionException {
    Optional<Integer> typed = inTransaction(() -> switched(version, by));
    if (typed.isPresent()) {
      assessment.run(asOf);
    }
    return typed;
  }

  private Optional<Integer> switched(@Nullable Integer version, String by) {
    WorkLock.hold(jdbc);
    register.waitForTurn();
    LearnedVersions versions = new LearnedVersions(jdbc);
    Integer on = versions.switchedOn().map(LearnedVersion::version).orElse(null);
    LearnedVersion candidate = version == null ? null : versions.load(version).orElse(null);
    if (Objects.equals(on, version) || version != null && candidate == null) {
      return Optional.empty();
    }
    List<Long> concerned =
        new TypeChanges(jdbc, rules).list(candidate).stream().map(TypeChange::incidentId).toList();
    versions.switchTo(version, by, clock.instant());
    versions.markStale(concerned);
    audit.append(
        by,
        version == null ? "switch-off" : "switch-on",
        "learned types " + (version == null ? on : version),
        AuditDetails.none().and("incidents", concerned.size()));
    return Optional.of(concerned.size());
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
