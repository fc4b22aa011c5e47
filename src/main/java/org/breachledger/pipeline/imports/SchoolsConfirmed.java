package org.breachledger.pipeline.imports;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.breachledger.intake.SchoolList.Entry;
import org.breachledger.intake.store.ConfirmedSchools;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.SchoolMerge;
import org.breachledger.pipeline.jobs.WorkLock;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Confirms the DPO's list of schools at every start: in one transaction, beside no import and no
 * job where incidents move, with an entry in the audit trail for each name that turned out to be
 * another school's, and for each account that came with it. What moved is typed, scored and timed
 * by the next assessment.
 */
public final class SchoolsConfirmed {

  private static final String WHO = "schools.csv";

  private final JdbcClient jdbc;
  private final IncidentRegister register;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;
  private final Clock clock;

  /** Confirms schools of the trust at work. */
  public SchoolsConfirmed(
      JdbcClient jdbc,
      IncidentRegister register,
      AuditTrail audit,
      TransactionTemplate transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.register = register;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Confirms the schools of a list and says what was merged. */
  public List<SchoolMerge.Merged> confirm(List<Entry> list) {
    return Objects.requireNonNull(transactions.execute(status -> inTransaction(list)));
  }

  private List<SchoolMerge.Merged> inTransaction(List<Entry> list) {
    ConfirmedSchools schools = new ConfirmedSchools(jdbc, list);
    if (schools.changeIncidents()) {
      WorkLock.hold(jdbc);
      register.waitForTurn();
    }
    List<SchoolMerge.Merged> merged = schools.confirm(clock.instant());
    for (SchoolMerge.Merged each : merged) {
      audit.append(WHO, "merge", "school " + each.from(), details(each));
      for (SchoolMerge.MovedAccount account : each.accounts()) {
        audit.append(
            WHO,
            "change-role",
            "account " + account.id(),
            AuditDetails.none().and("role", account.role()).and("school", each.into()));
      }
    }
    return merged;
  }

  private static AuditDetails details(SchoolMerge.Merged each) {
    AuditDetails details =
        AuditDetails.none()
            .and("into", each.into())
            .and("moved", each.moved())
            .and("same", each.same());
    SchoolMerge.Retention retention = each.retention();
    return retention == null
        ? details
        : details.and("length", retention.length()).and("unit", retention.unit());
  }
}
