package org.breachledger.pipeline.imports;

import java.time.Clock;
import org.breachledger.casework.SignalRules;
import org.breachledger.casework.store.LogWatch;
import org.breachledger.casework.store.Signals;
import org.breachledger.intake.Reading;
import org.breachledger.intake.store.ImportRecords;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.testing.TestDatabase;

/** An importer into a test's database, which leaves all judging for later. */
final class Importers {

  private Importers() {}

  static FileImporter of(TestDatabase database, Archive archive, Clock clock) {
    IncidentRegister register = new IncidentRegister(database.dataSource());
    ImportRecords records = new ImportRecords(database.jdbc());
    JdbcAuditTrail audit =
        new JdbcAuditTrail(database.jdbc(), database.transactionManager(), clock);
    StoredAccessLog accesses =
        new StoredAccessLog(
            new LogWatch(SignalRules.read(EditedPolicy.shipped()), database.dataSource()),
            new Signals(database.jdbc()),
            register,
            records,
            audit,
            database.transactions(),
            clock);
    return new FileImporter(
        Reading.reader(),
        register,
        records,
        new ReturnedRows(),
        accesses,
        archive,
        audit,
        database.transactions(),
        VerdictsAtOnce.LATER,
        "category-levels 1",
        clock);
  }
}
