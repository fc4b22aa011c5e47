package org.breachledger.keeping.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files that are to go since a destruction or redaction. Call within a transaction. */
public final class FilesToRemove {

  private final JdbcClient jdbc;

  /** The files of the trust at work. */
  public FilesToRemove(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A file that is to go.
   *
   * @param file below the home, with slashes
   * @param sha256 of an original; empty for a file the program wrote
   */
  public record Waiting(long id, String file, Optional<String> sha256) {}

  /** Those that are there still, for all the record knows. */
  public List<Waiting> list() {
    return jdbc.sql(
            "select file_id, file, sha256 from file_to_remove where removed_at is null"
                + " order by file_id")
        .query(
            (row, number) ->
                new Waiting(
                    row.getLong("file_id"),
                    row.getString("file"),
                    Optional.ofNullable(row.getString("sha256"))))
        .list();
  }

  /** Whether an import of this trust still has that original. */
  public boolean needs(String sha256) {
    return jdbc.sql(
            "select exists (select from import_file where sha256 = ? and original_gone_at is null)")
        .param(sha256)
        .query(Boolean.class)
        .single();
  }

  /** Notes that a file is gone. */
  public void gone(Waiting file, Instant at) {
    jdbc.sql("update file_to_remove set removed_at = ? where file_id = ?")
        .params(Timestamp.from(at), file.id())
        .update();
  }
}
