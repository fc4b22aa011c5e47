package org.breachledger.casework.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.CaseFile;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.Closing;
import org.breachledger.casework.Closure;
import org.breachledger.casework.Decision;
import org.breachledger.incident.CaseState;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a person closes a case and opens it again. A case is closed once its policy's closing
 * checks are met, or even so, with the reason on record. Nothing is overwritten. Call each within a
 * transaction; afterwards the incident is to be assessed again.
 */
public final class ClosingDesk {

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final CaseRules rules;
  private final RecordedCase recorded;

  /** A desk over the register of the trust at work. */
  public ClosingDesk(
      JdbcClient jdbc, IncidentRegister register, AuditTrail audit, CaseRules rules) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.rules = rules;
    this.recorded = new RecordedCase(jdbc, register, rules);
  }

  /**
   * Closes a case.
   *
   * @param closure made by {@link Closure#closed}; its reason says why in spite of missing pieces
   * @return the checks that are not met; empty where all are
   * @throws CaseRefused where a person closed it already, a piece is missing and no reason given,
   *     Level 0 has no lesson, or the moment cannot be
   */
  public List<Closing.Checked> close(
      long incidentId, Decision closure, String account, AsOf asOf, Instant at) {
    DecisionCheck.happened(closure.when(), asOf);
    recorded.hold(incidentId);
    CaseFile file = file(incidentId);
    refuseClosed(file, closure);
    Closing closing = rules.closing(file, closure, asOf);
    refuseWithoutLesson(file, closure);
    if (closure.why().isEmpty()) {
      refuseIncomplete(file, closing);
    }
    keep(incidentId, closure, closing.missing(), account, at);
    audit.append(
        account,
        "close-case",
        "incident " + incidentId,
        AuditDetails.none()
            .and("finding", closure.outcome())
            .and("when", closure.when().written())
            .and("missing", closing.missing().size())
            .and("evenSo", closure.why().isPresent()));
    return closing.missing();
  }

  /**
   * Opens a case again, whoever closed it.
   *
   * @param reopening made by {@link Closure#reopened}
   * @throws CaseRefused where it is not closed, or was closed after that moment
   */
  public void reopen(long incidentId, Decision reopening, String account, AsOf asOf, Instant at) {
    DecisionCheck.happened(reopening.when(), asOf);
    recorded.hold(incidentId);
    CaseFile file = file(incidentId);
    Optional<Moment> closed = CaseState.closed(file.facts());
    if (closed.isEmpty()) {
      throw CaseRefused.now(file.reference() + " is open.");
    }
    if (surelyBefore(reopening.when(), closed.get())) {
      throw CaseRefused.now(
          file.reference() + " was closed after that; name a later moment with --on.");
    }
    keep(incidentId, reopening, List.of(), account, at);
    audit.append(
        account,
        "reopen-case",
        "incident " + incidentId,
        AuditDetails.none().and("when", reopening.when().written()));
  }

  private CaseFile file(long incidentId) {
    return new CaseRecords(jdbc, rules.profile()).find(incidentId).orElseThrow().file();
  }

  /** What only its sheet says to be closed may still be closed by a person, with a finding. */
  private static void refuseClosed(CaseFile file, Decision closure) {
    if (Closure.newest(file.decisions())
        .filter(decision -> !decision.outcome().equals(Closure.REOPENED))
        .isPresent()) {
      throw CaseRefused.now(
          file.reference() + " was closed already. To close it anew, open it again first.");
    }
    Optional<Moment> reopened = file.facts().findMoment(Field.REOPENED);
    if (reopened.isPresent() && surelyBefore(closure.when(), reopened.get())) {
      throw CaseRefused.now(
          file.reference() + " was opened again after that; name a later moment with --on.");
    }
  }

  /** No reason stands in for the lesson [004 6.7.2.1]. */
  private static void refuseWithoutLesson(CaseFile file, Decision closure) {
    boolean lesson =
        closure.lesson().isPresent()
            || file.facts().find(Field.CLOSURE_LESSON).isPresent()
            || file.facts().find(Field.LESSONS).isPresent();
    if (Closure.foundZero(closure) && !lesson) {
      throw CaseRefused.now(
          file.reference()
              + " is not closed: a near miss or false report is closed with its lesson; write it"
              + " with --lesson.");
    }
  }

  private static void refuseIncomplete(CaseFile file, Closing closing) {
    List<Closing.Checked> missing = closing.missing();
    if (!missing.isEmpty()) {
      throw CaseRefused.now(
          file.reference()
              + " is not closed, "
              + missing.size()
              + (missing.size() == 1 ? " piece is missing: " : " pieces are missing: ")
              + missing.stream()
                  .map(check -> check.missing() + " [" + check.source() + "]")
                  .collect(Collectors.joining("; "))
              + ". Record what is missing, or close it with --even-so and the reason.");
    }
  }

  private static boolean surelyBefore(Moment one, Moment other) {
    return one.span()
        .flatMap(span -> other.span().map(next -> !span.latest().isAfter(next.earliest())))
        .filter(before -> before && !one.equals(other))
        .isPresent();
  }

  private void keep(
      long incidentId,
      Decision decision,
      List<Closing.Checked> missing,
      String account,
      Instant at) {
    long id = new KeptDecisions(jdbc).add(incidentId, decision, account, at);
    jdbc.sql("insert into case_closure (decision_id, lesson, missing) values (?, ?, ?)")
        .param(id)
        .param(decision.lesson().orElse(null))
        .param(missing.stream().map(Closing.Checked::check).collect(Collectors.joining(";")))
        .update();
    recorded.remember(incidentId);
    recorded.countAgain(incidentId);
  }
}
