package org.breachledger.pipeline.imports;

import java.time.Clock;
import org.breachledger.casework.SignalRules;
import org.breachledger.casework.store.LogWatch;
import org.breachledger.casework.store.Signals;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.testing.TestDatabase;

/** Takes access logs in as the program is wired, on a test's database. */
final class AccessLogs {

  private AccessLogs() {}

  static StoredAccessLog of(TestDatabase database, Clock clock) {
    return new StoredAccessLog(
        new LogWatch(SignalRules.read(EditedPolicy.shipped()), database.dataSource()),
        new Signals(database.jdbc()),
        new IncidentRegister(database.dataSource()),
        new ImportRecords(database.jdbc()),
        new JdbcAuditTrail(database.jdbc(), database.transactionManager(), clock),
        database.transactions(),
        clock);
  }
}
