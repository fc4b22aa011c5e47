package org.breachledger.record.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import org.breachledger.record.AuditEntry;
import org.breachledger.record.AuditHead;
import org.breachledger.record.RecordStretch;
import org.breachledger.record.RecordTree;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the chain of the trust at work as of one moment, though others append meanwhile, in memory
 * that does not grow with it. Within a transaction.
 */
final class StoredChain {

  /** A stretch may be 50 kB. */
  static final int STRETCHES_AT_ONCE = 300;

  private static final int ENTRIES_AT_ONCE = 1000;

  private static final String ALL =
      """
      select e.form, e.trust_id, e.seq, e.at, e.who, e.action, e.subject, e.details, e.records, e.root,
             e.previous_hash, e.hash,
             coalesce(h.seq, 0) as head_seq, coalesce(h.hash, repeat('0', 64)) as head_hash, %s
      from (select * from audit_entry where trust_id = current_trust() and seq >= ?) e
      full join (select * from audit_head where trust_id = current_trust()) h on h.trust_id = e.trust_id
      %s
      """;

  private static final String WITHOUT = ALL.formatted("null as part", "order by e.seq");

  private static final String WITH =
      ALL.formatted(
          "r.part, r.incidents, r.beside, r.contents",
          "left join audit_record r on r.trust_id = e.trust_id and r.seq = e.seq"
              + " order by e.seq, r.stretch_id");

  private final JdbcClient jdbc;

  StoredChain(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One row an entry, more where its records come in several stretches. */
  private static final class Walk implements RowCallbackHandler {

    private final BiConsumer<AuditEntry, RecordTree> reader;
    private AuditHead head = AuditHead.START;
    private @Nullable AuditEntry at;
    private RecordTree records = new RecordTree();

    Walk(BiConsumer<AuditEntry, RecordTree> reader) {
      this.reader = reader;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
      head = new AuditHead(row.getLong("head_seq"), row.getString("head_hash"));
      if (row.getObject("seq") == null) {
        return;
      }
      if (at == null || at.seq() != row.getLong("seq")) {
        handOn();
        at = JdbcAuditTrail.entry(row);
        records = new RecordTree();
      }
      if (row.getString("part") != null) {
        stretch(row).each(records::add);
      }
    }

    void handOn() {
      if (at != null) {
        reader.accept(at, records);
      }
    }
  }

  /**
   * Hands on every entry from one on, oldest first.
   *
   * @param withRecords else the trees are empty
   * @return where the chain ends
   */
  AuditHead walk(long from, boolean withRecords, BiConsumer<AuditEntry, RecordTree> reader) {
    Walk walk = new Walk(reader);
    jdbc.sql(withRecords ? WITH : WITHOUT)
        .withFetchSize(withRecords ? STRETCHES_AT_ONCE : ENTRIES_AT_ONCE)
        .param(from)
        .query(walk);
    walk.handOn();
    return walk.head;
  }

  /** A stretch out of a row with its columns. */
  static RecordStretch stretch(ResultSet row) throws SQLException {
    return new RecordStretch(
        row.getString("part"),
        (Long[]) row.getArray("incidents").getArray(),
        (Long[]) row.getArray("beside").getArray(),
        row.getBytes("contents"));
  }
}
