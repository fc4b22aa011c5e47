package org.breachledger.pipeline.imports;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.London;
import org.breachledger.casework.store.Signals;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.Undo;
import org.breachledger.pipeline.imports.UndoOutcome.Status;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.WorkLock;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Undoes an import: whole or not at all, never beside another import or a job, with an entry in the
 * audit trail; then types, scores, repeats and deadlines are brought up to date.
 *
 * <p>An import undone before, or refused when it came, is no failure: there is nothing to do.
 */
public final class UndoImport {

  private final JdbcClient jdbc;
  private final IncidentRegister register;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final Assessment assessment;
  private final Clock clock;

  /** Undoes imports of the trust at work. */
  public UndoImport(
      JdbcClient jdbc,
      IncidentRegister register,
      AuditTrail audit,
      TransactionTemplate transactions,
      Assessment assessment,
      Clock clock) {
    this.jdbc = jdbc;
    this.register = register;
    this.audit = audit;
    this.transactions = transactions;
    this.assessment = assessment;
    this.clock = clock;
  }

  /**
   * Undoes an import.
   *
   * @param withLater whether later imports that changed the same incidents are undone too, the
   *     newest first; otherwise they stand in the way
   * @param by a sign-in name, or the program's door; never a reporter
   * @param asOf from when deadlines are looked at afterwards
   */
  public UndoOutcome take(long importId, boolean withLater, String by, AsOf asOf)
      throws SQLException, JobExecutionException {
    UndoOutcome outcome =
        Objects.requireNonNull(
            transactions.execute(status -> inTransaction(importId, withLater, by)));
    if (outcome.status() == Status.UNDONE) {
      assessment.run(asOf);
    }
    return outcome;
  }

  private UndoOutcome inTransaction(long importId, boolean withLater, String by) {
    WorkLock.hold(jdbc);
    register.waitForTurn();
    Undo undo = new Undo(jdbc);
    Undo.Target target = undo.find(importId).orElse(null);
    if (target == null) {
      return new UndoOutcome(Status.UNKNOWN, List.of("there is no import " + importId));
    }
    return switch (target.status()) {
      case "imported" -> undo(undo, importId, withLater, by);
      case "undone" ->
          new UndoOutcome(Status.ALREADY_UNDONE, List.of(alreadyUndone(importId, target)));
      default ->
          new UndoOutcome(
              Status.NOTHING_TO_UNDO,
              List.of(
                  "Import "
                      + importId
                      + " was refused when it came, so nothing of it is in the register."));
    };
  }

  private static String alreadyUndone(long importId, Undo.Target target) {
    String when = target.undoneAt() == null ? "" : " on " + London.dayOf(target.undoneAt());
    return "Import " + importId + " was undone" + when + " already; nothing changed.";
  }

  private UndoOutcome undo(Undo undo, long importId, boolean withLater, String by) {
    TreeSet<Long> imports = new TreeSet<>(Comparator.reverseOrder());
    imports.add(importId);
    for (Map<Long, List<String>> later = undo.laterChanges(imports);
        !later.isEmpty();
        later = undo.laterChanges(imports)) {
      if (!withLater) {
        return new UndoOutcome(Status.REFUSED, UndoSentences.inTheWay(importId, later));
      }
      imports.addAll(later.keySet());
    }
    List<String> recorded = undo.recordedSince(imports);
    if (!recorded.isEmpty()) {
      return new UndoOutcome(Status.REFUSED, UndoSentences.recordedSince(importId, recorded));
    }
    List<String> held = undo.held(imports);
    if (!held.isEmpty()) {
      return new UndoOutcome(Status.REFUSED, UndoSentences.held(importId, held));
    }
    long signals = new Signals(jdbc).held(imports);
    if (signals > 0) {
      return new UndoOutcome(Status.REFUSED, UndoSentences.heldSignals(importId, signals));
    }
    List<String> confirmed = undo.confirmedSince(imports);
    if (!confirmed.isEmpty()) {
      return new UndoOutcome(Status.REFUSED, UndoSentences.confirmed(importId, confirmed));
    }
    for (long each : imports) {
      if (!undo.remembered(each)) {
        return new UndoOutcome(Status.REFUSED, List.of(UndoSentences.notRemembered(each)));
      }
    }
    List<Undo.Undone> done = undo.takeBack(imports, by, clock.instant());
    return new UndoOutcome(Status.UNDONE, undone(done, importId, by));
  }

  private List<String> undone(List<Undo.Undone> imports, long askedFor, String by) {
    List<String> sentences = new ArrayList<>();
    for (Undo.Undone each : imports) {
      int signals = new Signals(jdbc).takeBack(each.importId());
      audit.append(
          by,
          "undo",
          "import " + each.importId(),
          AuditDetails.none()
              .and("removed", each.removed())
              .and("restored", each.restored())
              .and("kept", each.kept())
              .and("months", each.months())
              .and("signals", signals)
              .and("askedFor", askedFor));
      sentences.addAll(UndoSentences.undone(each));
    }
    return sentences;
  }
}
