package org.breachledger.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/**
 * One thing done to the record, sealed with the hash of the entry before it: neither can be changed
 * without breaking the chain.
 *
 * @param trust the trust whose chain it is
 * @param seq its number, from 1 without gaps
 * @param at when, to the microsecond, by the machine's clock and never by a run's as-of
 * @param who the account or program that did it; never a reporter
 * @param action what was done, one word: {@code imported}, {@code published}, {@code undone}
 * @param subject what it was done to: {@code import 12}, {@code incident 7}
 * @param details the JSON of {@link AuditDetails}
 * @param previousHash hash of the entry before; 64 zeros in the first
 * @param hash SHA-256 in lower-case hex, over the other values in this order, each written as its
 *     length in UTF-8 bytes, a colon, the text and a line feed; {@code at} as ISO 8601 in UTC
 */
public record AuditEntry(
    int trust,
    long seq,
    Instant at,
    String who,
    String action,
    String subject,
    String details,
    String previousHash,
    String hash) {

  /** The entry that follows {@code head} in a trust's chain, sealed. */
  public static AuditEntry following(
      AuditHead head,
      int trust,
      Instant at,
      String who,
      String action,
      String subject,
      AuditDetails details) {
    for (String word : List.of(who, action, subject)) {
      if (word.isBlank() || word.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "An audit entry names who, what and to which: one line each, none empty");
      }
    }
    AuditEntry unsealed =
        new AuditEntry(
            trust,
            head.seq() + 1,
            at.truncatedTo(ChronoUnit.MICROS),
            who,
            action,
            subject,
            details.json(),
            head.hash(),
            "");
    return unsealed.sealed();
  }

  /** Whether the hash is that of the other values. */
  public boolean intact() {
    return hash.equals(digest());
  }

  /** The end of the chain once this entry is in it. */
  public AuditHead head() {
    return new AuditHead(seq, hash);
  }

  private AuditEntry sealed() {
    return new AuditEntry(trust, seq, at, who, action, subject, details, previousHash, digest());
  }

  private String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (Object value : List.of(trust, seq, at, who, action, subject, details, previousHash)) {
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        sha256.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
        sha256.update(text);
        sha256.update((byte) '\n');
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
