package org.breachledger.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Entries as programs wrote them before records came to the chain, hashed here once more. */
public final class EarlierEntries {

  private EarlierEntries() {}

  /** The same entry in form 1, with the hash it had then. */
  public static AuditEntry sealed(AuditEntry entry) {
    return new AuditEntry(
        1,
        entry.trust(),
        entry.seq(),
        entry.at(),
        entry.who(),
        entry.action(),
        entry.subject(),
        entry.details(),
        0,
        "",
        entry.previousHash(),
        hash(entry));
  }

  private static String hash(AuditEntry entry) {
    StringBuilder text = new StringBuilder();
    for (Object value :
        List.of(
            entry.trust(),
            entry.seq(),
            entry.at(),
            entry.who(),
            entry.action(),
            entry.subject(),
            entry.details(),
            entry.previousHash())) {
      String said = value.toString();
      text.append(said.getBytes(StandardCharsets.UTF_8).length)
          .append(':')
          .append(said)
          .append('\n');
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
