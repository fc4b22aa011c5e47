package org.breachledger.record.store;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breachledger.record.AuditAnchor;
import org.breachledger.record.AuditChain;
import org.breachledger.record.AuditEntry;
import org.breachledger.record.AuditHead;
import org.breachledger.record.RecordPath;
import org.breachledger.record.RecordProof;
import org.breachledger.record.RecordProof.Outcome;
import org.breachledger.record.RecordStretch;
import org.breachledger.record.RecordTree;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Verifies one incident alone: its leaf, the way to the root of its entry, the entry, and the chain
 * from there to its head. Reads no other incident. Within a transaction.
 */
final class StoredProof {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZoneId.of("Europe/London"));

  /** The newest record of what an incident says; that it is gone counts as one. */
  private static final String NEWEST =
      """
      select stretch_id, seq, part, nth, i.incident_id is not null as stands, i.reference,
        i.facts::text as said, l.salt,
        (select max(seq) from audit_leaves(array[:which]::bigint[]) where part = 'removed') as removed
      from audit_leaves(array[:which]::bigint[]) l
      left join incident i on i.trust_id = current_trust() and i.incident_id = l.incident
      where part in ('facts', 'gone')
      order by seq desc nulls first, stretch_id desc, nth desc limit 1
      """;

  private static final String RECORDS =
      """
      select stretch_id, part, incidents, beside, contents from audit_record
      where trust_id = current_trust() and seq = ? order by stretch_id
      """;

  private final JdbcClient jdbc;
  private final RegisterCheck register;

  StoredProof(JdbcClient jdbc, RegisterCheck register) {
    this.jdbc = jdbc;
    this.register = register;
  }

  private record Newest(
      long stretchId,
      @Nullable Long seq,
      String part,
      int nth,
      boolean stands,
      @Nullable String reference,
      @Nullable String said,
      byte[] salt,
      @Nullable Long removed) {}

  /**
   * The leaf's hash, where it stands among those of its entry, and whether its content is the one.
   */
  private record Leaf(RecordPath path, byte[] hash, boolean same) {}

  /** Verifies one. */
  RecordProof of(long incident) {
    List<String> findings = register.of(incident);
    if (!findings.isEmpty()) {
      return new RecordProof(Outcome.TOUCHED, String.join(" ", findings));
    }
    Newest newest =
        jdbc.sql(NEWEST).param("which", incident).query(Newest.class).optional().orElse(null);
    if (newest == null) {
      return new RecordProof(Outcome.UNKNOWN, "There is no record of incident " + incident + ".");
    }
    String name = RegisterCheck.named(incident, newest.reference());
    Long seq = newest.seq();
    if (seq == null) {
      return new RecordProof(
          Outcome.WHOLE,
          name
              + " has stood there since before records came to the chain; the next entry holds it.");
    }
    return proved(name, newest, seq);
  }

  private RecordProof proved(String name, Newest newest, long seq) {
    Leaf leaf = leaf(newest, seq);
    AuditEntry[] entry = new AuditEntry[1];
    AuditChain chain = new AuditChain();
    AuditHead end =
        new StoredChain(jdbc)
            .walk(
                seq,
                false,
                (one, none) -> {
                  if (entry[0] == null) {
                    entry[0] = one;
                  }
                  chain.follow(one);
                });
    AuditEntry its = entry[0];
    if (its == null || its.seq() != seq) {
      return new RecordProof(Outcome.TOUCHED, name + ": entry " + seq + ", its own, is missing.");
    }
    if (its.records() != leaf.path().leaves()
        || !its.root().equals(leaf.path().root(leaf.hash()))) {
      return new RecordProof(
          Outcome.TOUCHED, name + ": entry " + seq + " does not hold the records kept as its own.");
    }
    var check = chain.endsAt(end);
    if (!check.whole()) {
      return new RecordProof(Outcome.TOUCHED, name + ": " + check.sentence());
    }
    return found(name, newest, its, leaf, end);
  }

  private static RecordProof found(
      String name, Newest newest, AuditEntry its, Leaf leaf, AuditHead end) {
    String where =
        "record %d of %d in entry %d of %s; the chain from there ends with %s"
            .formatted(
                leaf.path().place() + 1,
                leaf.path().leaves(),
                its.seq(),
                DAY.format(its.at()),
                AuditAnchor.printed(end));
    boolean removed = newest.removed() != null;
    if (newest.part().equals("gone")) {
      return new RecordProof(
          Outcome.REMOVED, name + " was taken out of the register: " + where + ".");
    }
    if (!newest.stands()) {
      return new RecordProof(
          Outcome.REMOVED,
          name + ": content removed, was recorded in entry " + its.seq() + ": " + where + ".");
    }
    String earlier = removed ? " Content of it was removed in entry " + newest.removed() + "." : "";
    return leaf.same()
        ? new RecordProof(
            removed ? Outcome.REMOVED : Outcome.WHOLE,
            name + " is as it was recorded: " + where + "." + earlier)
        : new RecordProof(
            Outcome.TOUCHED, name + " was changed after it was recorded: " + where + ".");
  }

  private Leaf leaf(Newest newest, long seq) {
    List<byte[]> hashes = new ArrayList<>();
    RecordTree tree = new RecordTree();
    int[] place = {-1};
    boolean[] same = {false};
    jdbc.sql(RECORDS)
        .withFetchSize(StoredChain.STRETCHES_AT_ONCE)
        .param(seq)
        .query(
            row -> {
              RecordStretch stretch = StoredChain.stretch(row);
              if (row.getLong("stretch_id") == newest.stretchId()) {
                place[0] = hashes.size() + newest.nth() - 1;
                same[0] =
                    stretch.sealed(
                        newest.nth() - 1,
                        newest.salt(),
                        Optional.ofNullable(newest.said()).orElse(""));
              }
              stretch.each(leaf -> hashes.add(tree.add(leaf)));
            });
    return new Leaf(RecordPath.of(hashes, place[0]), hashes.get(place[0]), same[0]);
  }
}
