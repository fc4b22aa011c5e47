package org.breachledger.bench;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditEntry;
import org.breachledger.record.AuditHead;
import org.breachledger.record.RecordStretch;
import org.breachledger.record.RecordTree;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * How long {@code verify-audit} takes over a long trail, start of the program included, beside one
 * statement that reads the same entries and hashes each; in turn. Every tenth entry holds ten
 * records.
 */
public final class AuditBench {

  private static final int INCIDENTS = 10_000;
  private static final int RECORDS = 10;
  private static final int AT_ONCE = 10_000;
  private static final long FIRST_INCIDENT = 1_000_000_000L;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private static final String REFERENCE =
      """
      select count(sha256(convert_to(concat_ws(e'\\n', trust_id, seq, at, who, action, subject, details,
        records, root, previous_hash), 'UTF8')))
      from audit_entry
      """;

  private AuditBench() {}

  /**
   * Measures.
   *
   * @param arguments how many entries, and how often
   */
  public static void main(String... arguments) throws Exception {
    int entries = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    List<Double> read = new ArrayList<>();
    List<Double> verified = new ArrayList<>();
    try (FilledRecord record = new FilledRecord(INCIDENTS, 400, INCIDENTS, false)) {
      fill(record, entries);
      read(record);
      for (int round = 0; round < rounds; round++) {
        read.add(read(record));
        long begun = System.nanoTime();
        record.run("verify-audit");
        verified.add((System.nanoTime() - begun) / 1e9);
      }
    }
    BenchPage.keep(
        "Verifying the audit trail",
        "`verify-audit` with 512 MB, start of the program included: chain, roots and every incident,"
            + " beside one sequential statement that hashes each entry; in turn, medians of "
            + rounds
            + ".",
        List.of(
            "| entries | records on them | read and hashed, s | verify-audit, s |",
            "|---|---|---|---|",
            String.format(
                Locale.UK,
                "| %,d | %,d | %.1f | %.1f |",
                entries,
                entries + INCIDENTS,
                median(read),
                median(verified))));
  }

  private static double read(FilledRecord record) throws SQLException {
    try (Connection connection = record.connection();
        Statement sql = connection.createStatement()) {
      sql.execute("set max_parallel_workers_per_gather = 0");
      long begun = System.nanoTime();
      try (ResultSet row = sql.executeQuery(REFERENCE)) {
        row.next();
      }
      return (System.nanoTime() - begun) / 1e9;
    }
  }

  private static void fill(FilledRecord record, int upTo)
      throws SQLException, IOException, NoSuchAlgorithmException {
    try (Connection connection = record.connection();
        Statement sql = connection.createStatement()) {
      sql.execute("set session_replication_role = replica");
      AuditHead head;
      try (ResultSet row = sql.executeQuery("select seq, hash from audit_head")) {
        row.next();
        head = new AuditHead(row.getLong(1), row.getString(2));
      }
      CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
      while (head.seq() < upTo) {
        head = fill(copies, head, (int) Math.min(AT_ONCE, upTo - head.seq()));
      }
      sql.execute("update audit_head set seq = " + head.seq() + ", hash = '" + head.hash() + "'");
      sql.execute("vacuum analyze audit_entry");
      sql.execute("vacuum analyze audit_record");
    }
  }

  private static AuditHead fill(CopyManager copies, AuditHead from, int entries)
      throws SQLException, IOException, NoSuchAlgorithmException {
    StringBuilder lines = new StringBuilder();
    StringBuilder records = new StringBuilder();
    AuditHead head = from;
    for (int i = 0; i < entries; i++) {
      long seq = head.seq() + 1;
      RecordTree tree = new RecordTree();
      if (seq % RECORDS == 0) {
        records.append(stretch(seq, tree));
      }
      AuditEntry entry =
          AuditEntry.following(
              head,
              1,
              BEGIN.plusSeconds(seq),
              "dpo",
              "decide",
              "incident " + seq,
              AuditDetails.none().and("when", "2026-01-05").and("outcome", "told"),
              tree);
      lines.append(line(entry));
      head = entry.head();
    }
    copies.copyIn(
        "copy audit_entry (form, trust_id, seq, at, who, action, subject, details, records, root,"
            + " previous_hash, hash) from stdin",
        new java.io.StringReader(lines.toString()));
    copies.copyIn(
        "copy audit_record (trust_id, seq, part, records, incidents, beside, salts, contents) from"
            + " stdin",
        new java.io.StringReader(records.toString()));
    return head;
  }

  private static String line(AuditEntry entry) {
    return String.join(
            "\t",
            Integer.toString(entry.form()),
            Integer.toString(entry.trust()),
            Long.toString(entry.seq()),
            entry.at().toString(),
            entry.who(),
            entry.action(),
            entry.subject(),
            entry.details(),
            Long.toString(entry.records()),
            entry.root(),
            entry.previousHash(),
            entry.hash())
        + "\n";
  }

  /** Incidents taken out: their records have no content that would have to stand somewhere. */
  private static String stretch(long seq, RecordTree tree) throws NoSuchAlgorithmException {
    Random random = new Random(seq);
    byte[] salts = new byte[RECORDS * RecordStretch.SALT];
    random.nextBytes(salts);
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    StringBuilder contents = new StringBuilder();
    for (int i = 0; i < RECORDS; i++) {
      int at = i * RecordStretch.SALT;
      contents.append(
          HexFormat.of()
              .formatHex(sha256.digest(Arrays.copyOfRange(salts, at, at + RecordStretch.SALT))));
    }
    Long[] incidents =
        LongStream.range(0, RECORDS)
            .mapToObj(i -> FIRST_INCIDENT + seq * RECORDS + i)
            .toArray(Long[]::new);
    Long[] beside = new Long[RECORDS];
    Arrays.fill(beside, 0L);
    new RecordStretch("gone", incidents, beside, HexFormat.of().parseHex(contents.toString()))
        .each(tree::add);
    return String.join(
            "\t",
            "1",
            Long.toString(seq),
            "gone",
            Integer.toString(RECORDS),
            array(incidents),
            array(beside),
            "\\\\x" + HexFormat.of().formatHex(salts),
            "\\\\x" + contents)
        + "\n";
  }

  private static String array(Long[] numbers) {
    return Arrays.toString(numbers).replace('[', '{').replace(']', '}').replace(" ", "");
  }

  private static double median(List<Double> taken) {
    return taken.stream().sorted().toList().get(taken.size() / 2);
  }
}
