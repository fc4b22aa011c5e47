package org.breachledger.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.breachledger.incident.Sha256;

/**
 * One thing done to the record, sealed with the hash of the entry before it: neither can be changed
 * without breaking the chain.
 *
 * <p>Form 1 is what was written before records came to the chain, and is never written any more. A
 * form-2 entry is hashed over its form's own name first, where form 1 has the number of the trust,
 * and over its records: taking them off an entry shows like any other change.
 *
 * @param form 1 without records, 2 with them
 * @param trust the trust whose chain it is
 * @param seq its number, from 1 without gaps
 * @param at when, to the microsecond, by the machine's clock and never by a run's as-of
 * @param who the account or program that did it; never a reporter
 * @param action what was done, one word: {@code imported}, {@code published}, {@code undone}
 * @param subject what it was done to: {@code import 12}, {@code incident 7}
 * @param details the JSON of {@link AuditDetails}
 * @param records how many versions of incidents its transaction stored
 * @param root of the {@link RecordTree} over them; empty where there are none
 * @param previousHash hash of the entry before; 64 zeros in the first
 * @param hash SHA-256 in lower-case hex, over the other values in this order (form 2: its name in
 *     the place of the form; form 1: neither form, records nor root), each written as its length in
 *     UTF-8 bytes, a colon, the text and a line feed; {@code at} as ISO 8601 in UTC
 */
public record AuditEntry(
    int form,
    int trust,
    long seq,
    Instant at,
    String who,
    String action,
    String subject,
    String details,
    long records,
    String root,
    String previousHash,
    String hash) {

  /** The form of entries with records. */
  public static final int WITH_RECORDS = 2;

  /** What stands first in a form-2 entry's hash: no number of a trust looks like it. */
  private static final String FORM_2 = "breachledger audit entry, form 2";

  /** The entry without records that follows {@code head} in a trust's chain, sealed. */
  public static AuditEntry following(
      AuditHead head,
      int trust,
      Instant at,
      String who,
      String action,
      String subject,
      AuditDetails details) {
    return following(head, trust, at, who, action, subject, details, new RecordTree());
  }

  /** The entry that follows {@code head} in a trust's chain, sealed over its records. */
  public static AuditEntry following(
      AuditHead head,
      int trust,
      Instant at,
      String who,
      String action,
      String subject,
      AuditDetails details,
      RecordTree records) {
    for (String word : List.of(who, action, subject)) {
      if (word.isBlank() || word.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "An audit entry names who, what and to which: one line each, none empty");
      }
    }
    AuditEntry unsealed =
        new AuditEntry(
            WITH_RECORDS,
            trust,
            head.seq() + 1,
            at.truncatedTo(ChronoUnit.MICROS),
            who,
            action,
            subject,
            details.json(),
            records.size(),
            records.root(),
            head.hash(),
            "");
    return unsealed.sealed();
  }

  /** The same as a layout without records keeps it, sealed in the form of then. */
  public AuditEntry asBeforeRecords() {
    return new AuditEntry(1, trust, seq, at, who, action, subject, details, 0, "", previousHash, "")
        .sealed();
  }

  /** Whether the hash is that of the other values. */
  public boolean intact() {
    return hash.equals(digest());
  }

  /** Whether these are the records it was sealed over. */
  public boolean holds(RecordTree tree) {
    return records == tree.size() && root.equals(tree.root());
  }

  /** The end of the chain once this entry is in it. */
  public AuditHead head() {
    return new AuditHead(seq, hash);
  }

  private AuditEntry sealed() {
    return new AuditEntry(
        form, trust, seq, at, who, action, subject, details, records, root, previousHash, digest());
  }

  private String digest() {
    MessageDigest sha256 = Sha256.fresh();
    for (Object value : form == WITH_RECORDS ? sealed2() : sealed1()) {
      byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
      sha256.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
      sha256.update(text);
      sha256.update((byte) '\n');
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** An entry of form 1 that claims records is none. */
  private List<Object> sealed1() {
    return form == 1 && records == 0 && root.isEmpty()
        ? List.of(trust, seq, at, who, action, subject, details, previousHash)
        : List.of(form, records, root);
  }

  private List<Object> sealed2() {
    return List.of(
        FORM_2, trust, seq, at, who, action, subject, details, records, root, previousHash);
  }
}
