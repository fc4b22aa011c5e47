package org.breachledger.reporting.batch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.breachledger.record.AuditDetails;

/**
 * What the audit trail says of papers published together: how many, and one hash over the SHA-256
 * of each in lower-case hex, in their order, a line feed behind each.
 */
final class PublishedHashes {

  private final StringBuilder lines = new StringBuilder();
  private int papers;

  void add(byte[] pdf) {
    lines.append(sha256(pdf)).append('\n');
    papers++;
  }

  AuditDetails details() {
    return AuditDetails.none()
        .and("papers", papers)
        .and("sha256", sha256(lines.toString().getBytes(StandardCharsets.US_ASCII)));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
