package org.breachledger.incident.store;

import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes what a stage decided for many incidents with one statement: a column for each of the
 * stage's, and what is to be done again afterwards.
 */
public final class StageUpdate {

  private static final String SQL =
      """
      update incident i set %s, %s
      from unnest(?::bigint[], ?::bigint[], %s) as v(incident_id, import_id, %s)
      where i.trust_id = current_trust() and i.incident_id = v.incident_id
        and i.import_id = v.import_id
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

  /** Writes within the running transaction; an incident whose facts changed since is left alone. */
  public void write(List<StageValues> rows) {
    jdbc.update(
        connection -> {
          var statement = connection.prepareStatement(sql);
          statement.setArray(1, numbers(connection, rows, true));
          statement.setArray(2, numbers(connection, rows, false));
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

  private static java.sql.Array numbers(
      Connection connection, List<StageValues> rows, boolean incident)
      throws java.sql.SQLException {
    return connection.createArrayOf(
        "bigint",
        IntStream.range(0, rows.size())
            .mapToObj(i -> rows.get(i).incident())
            .map(row -> incident ? row.id() : row.importId())
            .toArray());
  }
}
