package org.breachledger.record.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.breachledger.record.AuditCheck;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditEntry;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.IllegalTransactionStateException;

/**
 * The trail in the real database: added to by the application, touched only by its administrator.
 */
class JdbcAuditTrailIT {

  private static final Instant NOW = Instant.parse("2026-07-01T02:00:00.123456789Z");

  private TestDatabase database;
  private JdbcAuditTrail trail;

  @BeforeEach
  void threeEntries() {
    database = TestDatabase.fresh();
    trail =
        new JdbcAuditTrail(
            database.jdbc(), database.transactionManager(), Clock.fixed(NOW, ZoneOffset.UTC));
    append(3);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void entriesComeBackAsTheyWereWritten() {
    List<AuditEntry> entries = new ArrayList<>();
    trail.each(entries::add);
    assertThat(entries).extracting(AuditEntry::seq).containsExactly(1L, 2L, 3L);
    assertThat(entries.get(0).at()).isEqualTo(Instant.parse("2026-07-01T02:00:00.123456Z"));
    assertThat(entries.get(2).details()).isEqualTo("{\"rows\":3}");
    assertThat(trail.verify())
        .isEqualTo(new AuditCheck(3, null, "The audit chain is whole: 3 entries."));
  }

  @Test
  void anEntryIsKeptOnlyWithWhatItRecords() {
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              trail.append("dpo", "imported", "import 4", AuditDetails.none());
              status.setRollbackOnly();
            });
    assertThat(trail.verify().entries()).isEqualTo(3);
    assertThatThrownBy(() -> trail.append("dpo", "imported", "import 4", AuditDetails.none()))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void eachTrustHasItsOwnChain() {
    int other = database.found("Another trust");
    database.trust().within(other, () -> append(2));
    assertThat(trail.verify().entries()).isEqualTo(3);
    assertThat(database.trust().within(other, trail::verify).entries()).isEqualTo(2);
    append(1);
    assertThat(trail.verify().whole()).isTrue();
  }

  @Test
  void writersAtTheSameTimeWaitForEachOther() {
    List<CompletableFuture<AuditEntry>> writers =
        IntStream.range(0, 4)
            .mapToObj(n -> CompletableFuture.supplyAsync(() -> append(10)))
            .toList();
    writers.forEach(CompletableFuture::join);
    assertThat(trail.verify())
        .isEqualTo(new AuditCheck(43, null, "The audit chain is whole: 43 entries."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set who = 'x'",
        "delete from audit_entry",
        "truncate audit_entry",
        "update audit_head set seq = 1",
        "delete from audit_head",
        "truncate audit_head",
        "insert into audit_head (seq, hash) values (9, 'x')",
        "alter table audit_entry disable trigger all",
      })
  void theApplicationMayNotTouchTheTrail(String statement) {
    assertThatThrownBy(() -> database.inTransaction(() -> database.jdbc().sql(statement).update()))
        .rootCause()
        .message()
        .containsAnyOf("permission denied", "must be owner");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set who = 'x'",
        "delete from audit_entry",
        "truncate audit_entry",
        "update audit_head set seq = 1",
        "delete from audit_head",
        "truncate audit_head",
      })
  void theTriggersRefuseEvenTheAdministrator(String statement) {
    assertThatThrownBy(() -> database.administrator().sql(statement).update())
        .rootCause()
        .hasMessageContaining("append-only");
  }

  @Test
  void anEntryOutOfTurnIsRefused() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () ->
                        database
                            .jdbc()
                            .sql(
                                """
                                insert into audit_entry
                                  (seq, at, who, action, subject, details, previous_hash, hash)
                                values (7, now(), 'x', 'x', 'x', '{}',
                                        repeat('0', 64), repeat('0', 64))
                                """)
                            .update()))
        .rootCause()
        .hasMessageContaining("audit entry 7 does not follow entry 3");
  }

  @Test
  void anEntryChangedPastTheTriggersIsNamed() {
    tamper("update audit_entry set details = '{\"rows\":99}' where seq = 2");
    assertThat(trail.verify().sentence())
        .isEqualTo("The audit chain is broken: entry 2 was changed after it was written.");
  }

  @Test
  void aMovedDateIsNamed() {
    tamper("update audit_entry set at = at - interval '1 microsecond' where seq = 3");
    assertThat(trail.verify().firstTouched()).isEqualTo(3);
  }

  @Test
  void aRemovedEntryIsNamed() {
    tamper("delete from audit_entry where seq = 2");
    assertThat(trail.verify().sentence())
        .isEqualTo("The audit chain is broken: entry 2 is missing.");
  }

  @Test
  void anEmptiedTrailIsNoticed() {
    tamper("delete from audit_entry");
    assertThat(trail.verify().sentence())
        .isEqualTo("The audit chain is broken: entry 1 is missing, the chain was cut short.");
  }

  private AuditEntry append(int entries) {
    return IntStream.rangeClosed(1, entries)
        .mapToObj(
            n ->
                database.inTransaction(
                    () ->
                        trail.append(
                            "dpo", "imported", "import " + n, AuditDetails.none().and("rows", n))))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  /** As one could who owns the machine: the triggers switched off for the moment. */
  private void tamper(String statement) {
    database.administrator().sql("set session_replication_role = replica; " + statement).update();
  }
}
