package org.breachledger.reporting.batch;

import org.breachledger.incident.Sha256;
import org.breachledger.record.AuditDetails;

/**
 * What the audit trail says of papers published together: how many, and one hash over the SHA-256
 * of each in lower-case hex, in their order, a line feed behind each.
 */
final class PublishedHashes {

  private final StringBuilder lines = new StringBuilder();
  private int papers;

  void add(byte[] pdf) {
    lines.append(Sha256.of(pdf)).append('\n');
    papers++;
  }

  AuditDetails details() {
    return AuditDetails.none().and("papers", papers).and("sha256", Sha256.of(lines.toString()));
  }
}
