package org.breachledger.incident.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes what a stage decided for many incidents with one statement: a column for each of the
 * stage's, and what is to be done again afterwards.
 */
public final class StageUpdate {

  private static final String SQL =
      """
      update incident i set %s, %s
      from unnest(?::bigint[], ?::xid[], %s) as v(incident_id, version, %s)
      where i.trust_id = current_trust() and i.incident_id = v.incident_id
        and i.xmin = v.version
      """;

  private final JdbcTemplate jdbc;
  private final StageColumns columns;
  private final String sql;

  /**
   * An update of some columns.
   *
   * @param marks assignments that are the same for every incident; a constant of the stage
   */
  public StageUpdate(JdbcTemplate jdbc, StageColumns columns, String marks) {
    this.jdbc = jdbc;
    this.columns = columns;
    this.sql =
        SQL.formatted(
            columns.each(column -> column.name() + " = v." + column.name() + "::" + column.type()),
            marks,
            columns.each(column -> "?::text[]"),
            columns.each(StageColumns.Column::name));
  }

  /**
   * Writes within the running transaction. An incident whose row changed since it was read, by an
   * import or a person's word, is left alone: it stays marked as to be done again.
   */
  public void write(List<StageValues> rows) {
    jdbc.update(
        connection -> {
          var statement = connection.prepareStatement(sql);
          statement.setArray(1, array(connection, "bigint", rows, StoredIncident::id));
          statement.setArray(2, array(connection, "xid", rows, StoredIncident::version));
          for (int i = 0; i < columns.columns().size(); i++) {
            int column = i;
            statement.setArray(
                i + 3,
                connection.createArrayOf(
                    "text", rows.stream().map(row -> row.values().get(column)).toArray()));
          }
          return statement;
        });
  }

  private static Array array(
      Connection connection,
      String type,
      List<StageValues> rows,
      ToLongFunction<StoredIncident> number)
      throws SQLException {
    return connection.createArrayOf(
        type,
        rows.stream().map(row -> String.valueOf(number.applyAsLong(row.incident()))).toArray());
  }
}
