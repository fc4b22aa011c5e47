package org.breachledger.keeping.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breachledger.keeping.LegalHold;
import org.breachledger.keeping.Retention;
import org.breachledger.keeping.RetentionPeriod;
import org.breachledger.keeping.RetentionSetting;
import org.breachledger.keeping.RetentionSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The settings and holds of the trust at work. Call within a transaction. */
public final class RetentionRecords {

  private static final String STANDING =
      """
      select h.* from legal_hold h
      where not exists (select from legal_hold_lifted l where l.hold_id = h.hold_id)
      order by h.hold_id
      """;

  private final JdbcClient jdbc;

  /** Reads the records of the trust at work. */
  public RetentionRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Retention as it stands now: a later as-of or an earlier one changes nothing about that. */
  public Retention retention() {
    return retention(holds());
  }

  /** The same under other holds. */
  Retention retention(List<LegalHold> holds) {
    return new Retention(new RetentionSettings(settings()), holds);
  }

  /** Every setting there ever was, in the order in which they were set. */
  public List<RetentionSetting> settings() {
    return jdbc.sql("select * from retention_setting order by setting_id")
        .query((row, number) -> setting(row))
        .list();
  }

  /** The holds that stand, the oldest first. */
  public List<LegalHold> holds() {
    return jdbc.sql(STANDING).query((row, number) -> hold(row)).list();
  }

  private static RetentionSetting setting(ResultSet row) throws SQLException {
    return new RetentionSetting(
        row.getInt("school_id"),
        new RetentionPeriod(
            row.getInt("length"),
            RetentionPeriod.Unit.valueOf(row.getString("unit").toUpperCase(Locale.ROOT))),
        row.getString("by_role"),
        row.getTimestamp("set_at").toInstant());
  }

  private static LegalHold hold(ResultSet row) throws SQLException {
    return new LegalHold(
        row.getLong("hold_id"),
        row.getInt("school_id"),
        Optional.ofNullable(row.getObject("incident_id", Long.class)),
        row.getString("by_role"),
        row.getTimestamp("placed_at").toInstant());
  }
}
