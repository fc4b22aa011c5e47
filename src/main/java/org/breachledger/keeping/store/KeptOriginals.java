package org.breachledger.keeping.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The originals that lie in the archive still, with what each is evidence of: where that is
 * nothing, no period of retention takes it. Call within a transaction.
 */
public final class KeptOriginals {

  /** Any import of the same bytes counts. */
  private static final String KEPT =
      """
      with incidents as (
        select f.sha256, count(distinct r.incident_id) as number
        from import_file f
        join import_row r on r.trust_id = f.trust_id and r.import_id = f.import_id
        join incident i on i.trust_id = r.trust_id and i.incident_id = r.incident_id
        where f.original_gone_at is null group by 1),
      found as (
        select import_id, signal_id from signal where state <> 'dismissed'
        union
        select promotion_import_id, signal_id from signal where state <> 'dismissed'
        union
        select s.import_id, s.signal_id from signal_seen s
        join signal g on g.trust_id = s.trust_id and g.signal_id = s.signal_id
        where g.state <> 'dismissed'),
      signals as (
        select f.sha256, count(distinct s.signal_id) as number
        from import_file f join found s on s.import_id = f.import_id
        where f.original_gone_at is null group by 1)
      select f.import_id, f.sha256, f.status, f.started_at, coalesce(i.number, 0) as incidents,
        coalesce(s.number, 0) as signals,
        exists (select from legal_hold h where not exists (
          select from legal_hold_lifted l where l.hold_id = h.hold_id))
        and cardinality(held_with(imports_of_the_same_bytes(array[f.import_id]))) > 0 as held
      from import_file f
      left join incidents i on i.sha256 = f.sha256
      left join signals s on s.sha256 = f.sha256
      where f.original_gone_at is null
      order by f.import_id
      """;

  private final JdbcClient jdbc;

  /** The originals of the trust at work. */
  public KeptOriginals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An import whose original is kept.
   *
   * @param status imported, refused, undone, or started where it is at work or was killed
   * @param at when it came
   * @param incidents on the register of which its rows speak
   * @param signals of access logs, open or promoted, that were found in it
   * @param held whether a legal hold stands on a school or an incident it spoke of
   */
  public record Original(
      long importId,
      String sha256,
      String status,
      Instant at,
      int incidents,
      int signals,
      boolean held) {

    /** Whether the period of retention of what it is evidence of ends its time, too. */
    public boolean evidence() {
      return incidents > 0 || signals > 0;
    }
  }

  /** All of them, in the order of the imports. */
  public List<Original> list() {
    return jdbc.sql(KEPT).query((row, number) -> original(row)).list();
  }

  private static Original original(ResultSet row) throws SQLException {
    return new Original(
        row.getLong("import_id"),
        row.getString("sha256"),
        row.getString("status"),
        row.getTimestamp("started_at").toInstant(),
        row.getInt("incidents"),
        row.getInt("signals"),
        row.getBoolean("held"));
  }
}
