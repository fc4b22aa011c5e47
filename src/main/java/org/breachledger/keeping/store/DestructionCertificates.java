package org.breachledger.keeping.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breachledger.keeping.store.ConfirmedLists.Confirmed;
import org.breachledger.keeping.store.RetentionDesk.By;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The certificates of what was destroyed, kept for years. Call within a transaction. */
public final class DestructionCertificates {

  private final JdbcClient jdbc;

  /** The certificates of the trust at work. */
  public DestructionCertificates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is known of the program's backups.
   *
   * @param last when it made the last one, since the restore where there was one; null where it
   *     made none
   * @param restoredAt when the record was last restored; null where it never was
   * @param restoredBackup when the tables of the backup it was restored from were read
   */
  public record Backups(
      @Nullable Instant last, @Nullable Instant restoredAt, @Nullable Instant restoredBackup) {

    /** Of a record that nobody ever made a backup of. */
    public static final Backups NONE = new Backups(null, null, null);
  }

  /**
   * A certificate as it is put on record.
   *
   * @param originals files of the archive that go
   * @param backupsKeptDays null where the installation does not say
   * @param sha256 of the paper
   */
  public record Made(
      int number,
      int originals,
      @Nullable Integer backupsKeptDays,
      Backups backups,
      String sha256,
      byte[] paper) {}

  /**
   * A certificate on record, without its paper.
   *
   * @param list the identity of the list
   */
  public record Entry(int number, String list, String byRole, Instant at, int incidents) {}

  void add(Confirmed list, Made made, By by) {
    jdbc.sql(
            """
            insert into destruction_certificate (number, list_id, by_role, destroyed_at, incidents,
              originals, backups_kept_days, last_backup_at, restored_backup_at, sha256, paper)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(made.number(), list.id(), by.role(), Timestamp.from(by.at()))
        .params(list.items().size(), made.originals())
        .param(made.backupsKeptDays())
        .param(stamp(made.backups().last()))
        .param(stamp(made.backups().restoredBackup()))
        .params(made.sha256(), made.paper())
        .update();
  }

  private static @Nullable Timestamp stamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  /** All, the newest first. */
  public List<Entry> list() {
    return jdbc.sql(
            """
            select c.number, l.identity, c.by_role, c.destroyed_at, c.incidents
            from destruction_certificate c join retention_list l using (trust_id, list_id)
            order by c.number desc
            """)
        .query((row, number) -> entry(row))
        .list();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getInt("number"),
        row.getString("identity"),
        row.getString("by_role"),
        row.getTimestamp("destroyed_at").toInstant(),
        row.getInt("incidents"));
  }

  /** The paper of a certificate; empty where there is none of that number. */
  public Optional<byte[]> paper(int number) {
    return jdbc.sql("select paper from destruction_certificate where number = ?")
        .param(number)
        .query(byte[].class)
        .optional();
  }
}
