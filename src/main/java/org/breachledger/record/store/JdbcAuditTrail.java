package org.breachledger.record.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.breachledger.record.AuditChain;
import org.breachledger.record.AuditCheck;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditEntry;
import org.breachledger.record.AuditHead;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The audit trail in the tables {@code audit_entry} and {@code audit_head}, which the application
 * may add to but neither change nor empty.
 */
public class JdbcAuditTrail implements AuditTrail {

  /** Half of the advisory lock's key; the trust is the other half. */
  private static final int LOCK = 0x41554449;

  private static final int ROWS_AT_ONCE = 1000;

  /** Entries and the end of the chain as of one moment, though others append meanwhile. */
  private static final String ALL =
      """
      select e.trust_id, e.seq, e.at, e.who, e.action, e.subject, e.details, e.previous_hash, e.hash,
             coalesce(h.seq, 0) as head_seq, coalesce(h.hash, repeat('0', 64)) as head_hash
      from audit_entry e full join audit_head h on h.trust_id = e.trust_id
      order by e.seq
      """;

  private static final String INSERT =
      """
      insert into audit_entry
        (trust_id, seq, at, who, action, subject, details, previous_hash, hash)
      values (:trust, :seq, :at, :who, :action, :subject, :details, :previous, :hash)
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate running;
  private final TransactionTemplate any;
  private final Clock clock;

  /**
   * An audit trail.
   *
   * @param clock the machine's clock, never one fixed by an as-of
   */
  public JdbcAuditTrail(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    any = new TransactionTemplate(transactions);
    running = new TransactionTemplate(transactions);
    running.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
  }

  @Override
  public AuditEntry append(String who, String action, String subject, AuditDetails details) {
    return running.execute(
        status -> {
          int trust = trustAtWork();
          // The lock in a statement of its own: the next one then sees the last entry committed.
          jdbc.sql("select pg_advisory_xact_lock(?, ?)").params(LOCK, trust).query().singleRow();
          AuditEntry entry =
              AuditEntry.following(head(), trust, clock.instant(), who, action, subject, details);
          insert(entry);
          return entry;
        });
  }

  @Override
  public AuditCheck verify() {
    AuditChain chain = new AuditChain();
    AuditHead[] end = {AuditHead.START};
    walk(
        row -> {
          end[0] = new AuditHead(row.getLong("head_seq"), row.getString("head_hash"));
          if (row.getObject("seq") != null) {
            chain.take(entry(row));
          }
        });
    return chain.endsAt(end[0]);
  }

  @Override
  public void each(Consumer<AuditEntry> reader) {
    walk(
        row -> {
          if (row.getObject("seq") != null) {
            reader.accept(entry(row));
          }
        });
  }

  private void walk(RowCallbackHandler row) {
    any.executeWithoutResult(status -> jdbc.sql(ALL).withFetchSize(ROWS_AT_ONCE).query(row));
  }

  private int trustAtWork() {
    return jdbc.sql("select current_trust()")
        .query(Integer.class)
        .optional()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "An audit entry belongs to a trust, but none is set for this transaction"));
  }

  private AuditHead head() {
    return jdbc.sql("select seq, hash from audit_head where trust_id = current_trust()")
        .query((row, number) -> new AuditHead(row.getLong("seq"), row.getString("hash")))
        .optional()
        .orElse(AuditHead.START);
  }

  private void insert(AuditEntry entry) {
    jdbc.sql(INSERT)
        .param("trust", entry.trust())
        .param("seq", entry.seq())
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("who", entry.who())
        .param("action", entry.action())
        .param("subject", entry.subject())
        .param("details", entry.details())
        .param("previous", entry.previousHash())
        .param("hash", entry.hash())
        .update();
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getInt("trust_id"),
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("who"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("details"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
