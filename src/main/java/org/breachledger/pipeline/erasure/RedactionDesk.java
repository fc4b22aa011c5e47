package org.breachledger.pipeline.erasure;

import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.keeping.store.Destruction;
import org.breachledger.keeping.store.ImportRedaction;
import org.breachledger.keeping.store.Redaction;
import org.breachledger.keeping.store.RetentionDesk.By;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.WorkLock;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Redacts what a person is named in: record and learned types in one transaction, never beside an
 * import or a job, and the files right after.
 */
public final class RedactionDesk {

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final IncidentRegister register;
  private final Redaction redaction;
  private final ImportRedaction imports;
  private final Destruction selves;
  private final Relearning relearning;
  private final Aftermath aftermath;

  /** A desk over the record of the trust at work. */
  public RedactionDesk(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      IncidentRegister register,
      AuditTrail audit,
      Relearning relearning,
      FileSweep sweep,
      Assessment assessment,
      PolicyProfile profile) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.register = register;
    this.redaction = new Redaction(jdbc, register, audit);
    this.imports = new ImportRedaction(jdbc, audit);
    this.selves = new Destruction(jdbc, audit, profile);
    this.relearning = relearning;
    this.aftermath = new Aftermath(sweep, assessment);
  }

  /**
   * What was redacted.
   *
   * @param originals files of the archive of which only the hash stays
   */
  public record Done(
      int incidents, int originals, Relearning.Outcome learned, Outstanding outstanding) {}

  /** The incidents of which a version goes, and how many are told of. */
  private record Meant(List<Long> touched, int incidents) {}

  /** Of those that stay on the register an undone version goes, and what was learned from it. */
  private static Meant of(ImportRedaction.Meant meant) {
    return new Meant(meant.touched(), meant.former().size());
  }

  private record Stored(int incidents, int originals, Relearning.Outcome learned) {}

  /**
   * Redacts some incidents.
   *
   * @param why stays in the record, apart from everything papers are made of
   */
  public Done redact(List<Long> incidents, String why, AsOf asOf, By by) {
    return afterwards(
        Objects.requireNonNull(
            transactions.execute(
                status ->
                    stored(
                        () -> new Meant(incidents, incidents.size()),
                        by,
                        () -> redaction.redact(incidents, why, by)))),
        asOf);
  }

  /**
   * Redacts an import on which nothing of the register rests.
   *
   * @param why stays in the record, apart from everything papers are made of
   * @throws org.breachledger.keeping.store.KeepingRefused as {@link #meant} does
   */
  public Done redactImport(long importId, String why, AsOf asOf, By by) {
    return afterwards(
        Objects.requireNonNull(
            transactions.execute(
                status ->
                    stored(
                        () -> of(imports.meant(importId)),
                        by,
                        () -> imports.redact(importId, why, by)))),
        asOf);
  }

  /** What a redaction of an import would be about. */
  public ImportRedaction.Meant meant(long importId) {
    return Objects.requireNonNull(transactions.execute(status -> imports.meant(importId)));
  }

  /** How many originals of the archive speak of some incidents, and would go with their words. */
  public int originals(List<Long> incidents) {
    return Objects.requireNonNull(transactions.execute(status -> redaction.originals(incidents)));
  }

  private Stored stored(Supplier<Meant> asked, By by, IntSupplier redacting) {
    WorkLock.hold(jdbc);
    register.waitForTurn();
    Meant meant = asked.get();
    int[] originals = {0};
    Relearning.Outcome learned =
        relearning.around(
            selves.selves(meant.touched()),
            by.account(),
            by.at(),
            () -> originals[0] = redacting.getAsInt());
    return new Stored(meant.incidents(), originals[0], learned);
  }

  private Done afterwards(Stored stored, AsOf asOf) {
    return new Done(
        stored.incidents(),
        stored.originals(),
        stored.learned(),
        aftermath.judged(asOf, aftermath.swept()));
  }
}
