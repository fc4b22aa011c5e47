package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.breachledger.access.OwnerOnly;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the original of an import back. It may name people, reporters too: that it was asked for is
 * on record before a byte of it is written.
 */
public final class GivenBack {

  private final Archive archive;
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;

  /** Gives back what the trust at work sent. */
  public GivenBack(
      Archive archive, JdbcClient jdbc, AuditTrail audit, TransactionTemplate transactions) {
    this.archive = archive;
    this.jdbc = jdbc;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * Writes an original to a file that is not there yet and that only its owner reads.
   *
   * @param by who asks for it
   * @throws ArchiveRefused where there is no such import, or its original is gone or damaged
   */
  public void write(long importId, Path out, String by) throws IOException {
    String sha256 =
        Objects.requireNonNull(transactions.execute(status -> hash(importId)))
            .orElseThrow(
                () ->
                    new ArchiveRefused(
                        "There is no original of import "
                            + importId
                            + ": no import has that number, or its original was destroyed;"
                            + " \"export imports\" lists the imports there are."));
    try (InputStream original = open(importId, sha256)) {
      transactions.executeWithoutResult(
          status ->
              audit.append(
                  by,
                  "give-original",
                  "import " + importId,
                  AuditDetails.none().and("sha256", sha256)));
      write(original, out);
    }
  }

  private InputStream open(long importId, String sha256) throws IOException {
    if (!archive.holds(sha256)) {
      throw new ArchiveRefused(
          "The original of import "
              + importId
              + " is missing: bring archive/"
              + sha256.substring(0, 2)
              + "/"
              + sha256
              + " back from a backup.");
    }
    return archive.open(sha256);
  }

  private static void write(InputStream original, Path out) throws IOException {
    OwnerOnly.create(out);
    boolean whole = false;
    try (var file = Files.newOutputStream(out)) {
      original.transferTo(file);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(out);
      }
    }
  }

  private Optional<String> hash(long importId) {
    return jdbc.sql(
            "select sha256 from import_file where import_id = ? and original_gone_at is null")
        .param(importId)
        .query(String.class)
        .optional();
  }
}
