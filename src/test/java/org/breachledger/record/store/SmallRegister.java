package org.breachledger.record.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.RecordProof;
import org.breachledger.testing.TestDatabase;

/**
 * Incidents stored, changed, decided about and taken out again, each step with its entry: entry 1
 * founds, 2 imports A1 to A9, 3 changes A2, 4 closes A3, 5 takes A4 out.
 */
final class SmallRegister implements AutoCloseable {

  static final String IMPORT =
      """
      insert into incident (school_id, reference, counted_as, facts, import_id, sheet, row, first_import_id)
      select 1, 'A' || n, 'incident', jsonb_build_object('description', 'Letter ' || n, 'individuals', '3'),
        1, 0, n, 1
      from generate_series(%d, %d) n
      """;

  static final String CHANGE_A2 =
      """
      with was as (
        insert into incident_history (incident_id, facts, gaps, import_id, sheet, row, replaced_by_import,
          replaced_at)
        select incident_id, facts, gaps, import_id, sheet, row, 1, '2026-07-01T02:00:00Z'
        from incident where reference = 'A2')
      update incident set facts = facts || '{"individuals": "4"}' where reference = 'A2'
      """;

  final TestDatabase database = TestDatabase.fresh();
  final JdbcAuditTrail trail =
      new JdbcAuditTrail(
          database.jdbc(),
          database.transactionManager(),
          Clock.fixed(Instant.parse("2026-07-01T02:00:00Z"), ZoneOffset.UTC));

  SmallRegister() {
    step(
        "found",
        "insert into school (name, name_key) values ('Ash Lane', 'ash lane'), ('Beech', 'beech')",
        """
        insert into import_file (file_name, sha256, byte_count, status, as_of, started_at, policy)
        values ('log.csv', 'x', 1, 'imported', '2026-07-01T02:00:00Z', '2026-07-01T02:00:00Z', 'x')
        """);
    step("import", IMPORT.formatted(1, 9));
    step("import", CHANGE_A2);
    step(
        "close-case",
        "update incident set recorded_facts = '{\"closed\": \"2026-07-01\"}' where reference = 'A3'");
    step("undo", "delete from incident where reference = 'A4'");
  }

  /** Does something in one transaction with its entry. */
  void step(String action, String... statements) {
    database.inTransaction(
        () -> {
          List.of(statements).forEach(sql -> database.jdbc().sql(sql).update());
          return trail.append("dpo", action, "import 1", AuditDetails.none());
        });
  }

  /** As one could who owns the machine: the triggers switched off for the moment. */
  void tamper(String statement) {
    database.administrator().sql("set session_replication_role = replica; " + statement).update();
  }

  /** All that checking everything finds. */
  List<String> findings() {
    List<String> findings = new java.util.ArrayList<>();
    var chain = trail.verify();
    if (!chain.whole()) {
      findings.add(chain.sentence());
    }
    findings.addAll(trail.verifyRecords().sentences());
    return findings;
  }

  /** What verifying one incident alone finds. */
  RecordProof alone(String reference) {
    List<RecordProof> proofs = trail.verifyRecord(reference);
    if (proofs.size() != 1) {
      throw new IllegalStateException(proofs.size() + " incidents " + reference);
    }
    return proofs.get(0);
  }

  @Override
  public void close() {
    database.close();
  }
}
