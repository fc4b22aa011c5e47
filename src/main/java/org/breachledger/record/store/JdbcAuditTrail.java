package org.breachledger.record.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.breachledger.record.AuditAnchor;
import org.breachledger.record.AuditChain;
import org.breachledger.record.AuditCheck;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditEntry;
import org.breachledger.record.AuditHead;
import org.breachledger.record.AuditTrail;
import org.breachledger.record.RecordCheck;
import org.breachledger.record.RecordProof;
import org.breachledger.record.RecordTree;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The audit trail in the tables {@code audit_entry}, {@code audit_head} and {@code audit_record},
 * which the application may add to but neither change nor empty.
 *
 * <p>The database itself notes what a transaction stores of incidents; the next entry of that
 * transaction is sealed over it.
 */
public class JdbcAuditTrail implements AuditTrail {

  /** Half of the advisory lock's key; the trust is the other half. */
  private static final int LOCK = 0x41554449;

  private static final String INSERT =
      """
      insert into audit_entry
        (form, trust_id, seq, at, who, action, subject, details, records, root, previous_hash, hash)
      values (:form, :trust, :seq, :at, :who, :action, :subject, :details, :records, :root, :previous,
        :hash)
      """;

  /** What stands there since before records came to the chain belongs to the next entry too. */
  private static final String STORED =
      """
      select part, incidents, beside, contents from audit_record
      where trust_id = current_trust() and seq is null and written_in in ('0', pg_current_xact_id())
      order by stretch_id
      """;

  private static final String PRINTED =
      """
      select distinct on (audit_head) audit_head, 'paper ' || paper_id as paper from report_paper
      where audit_head is not null order by audit_head, paper_id
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
          if (!keepsRecords()) {
            AuditEntry before =
                AuditEntry.following(head(), trust, clock.instant(), who, action, subject, details)
                    .asBeforeRecords();
            insertBeforeRecords(before);
            return before;
          }
          AuditEntry entry =
              AuditEntry.following(
                  head(), trust, clock.instant(), who, action, subject, details, stored());
          insert(entry);
          return entry;
        });
  }

  /** A backup is made of an older layout, too, before the upgrade. */
  private boolean keepsRecords() {
    return jdbc.sql("select to_regclass('audit_record') is not null").query(Boolean.class).single();
  }

  private void insertBeforeRecords(AuditEntry entry) {
    jdbc.sql(
            "insert into audit_entry (trust_id, seq, at, who, action, subject, details,"
                + " previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            entry.trust(),
            entry.seq(),
            java.sql.Timestamp.from(entry.at()),
            entry.who(),
            entry.action(),
            entry.subject(),
            entry.details(),
            entry.previousHash(),
            entry.hash())
        .update();
  }

  @Override
  public AuditCheck verify(List<AuditAnchor> printed) {
    return within(
        () -> {
          List<AuditAnchor> anchors = new ArrayList<>(printed);
          jdbc.sql(PRINTED)
              .query(
                  row -> {
                    anchors.add(
                        AuditAnchor.parse(row.getString("audit_head"), row.getString("paper")));
                  });
          AuditChain chain = new AuditChain(anchors);
          return chain.endsAt(new StoredChain(jdbc).walk(1, true, chain::take));
        });
  }

  @Override
  public RecordCheck verifyRecords() {
    return within(() -> new RegisterCheck(jdbc).all());
  }

  @Override
  public List<RecordProof> verifyRecord(String reference) {
    return within(
        () -> {
          RegisterCheck register = new RegisterCheck(jdbc);
          return register.find(reference).stream()
              .map(incident -> new StoredProof(jdbc, register).of(incident))
              .toList();
        });
  }

  @Override
  public long forgetSalts(Collection<Long> incidents) {
    String numbers =
        incidents.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    return Objects.requireNonNull(
        running.execute(
            status ->
                jdbc.sql("select forget_salts(?::bigint[])")
                    .param(numbers)
                    .query(Long.class)
                    .single()));
  }

  @Override
  public void each(Consumer<AuditEntry> reader) {
    any.executeWithoutResult(
        status -> new StoredChain(jdbc).walk(1, false, (entry, records) -> reader.accept(entry)));
  }

  private <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(any.execute(status -> work.get()));
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

  private RecordTree stored() {
    RecordTree tree = new RecordTree();
    jdbc.sql(STORED)
        .withFetchSize(StoredChain.STRETCHES_AT_ONCE)
        .query(
            row -> {
              StoredChain.stretch(row).each(tree::add);
            });
    return tree;
  }

  private void insert(AuditEntry entry) {
    jdbc.sql(INSERT)
        .param("form", entry.form())
        .param("trust", entry.trust())
        .param("seq", entry.seq())
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("who", entry.who())
        .param("action", entry.action())
        .param("subject", entry.subject())
        .param("details", entry.details())
        .param("records", entry.records())
        .param("root", entry.root())
        .param("previous", entry.previousHash())
        .param("hash", entry.hash())
        .update();
  }

  /** An entry out of a row with its columns. */
  static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getInt("form"),
        row.getInt("trust_id"),
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("who"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("details"),
        row.getLong("records"),
        row.getString("root"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
