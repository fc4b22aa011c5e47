package org.breachledger.reporting.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.calendar.London;
import org.breachledger.incident.RowRef;
import org.breachledger.reporting.RowsReturned;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rows of which imports the working list is about. Call within a transaction. */
final class WorkingRows {

  private static final int AT_ONCE = 1000;

  /**
   * Rows that went back, and those of later imports under the name our own workbook of returned
   * rows bears: the one trace that says a row was sent again.
   */
  private static final String RETURNED =
      """
      select f.import_id, f.as_of, f.rows_returned, coalesce((
          select sum(g.rows_read - g.rows_skipped) from import_file g
          where g.status = 'imported' and g.import_id > f.import_id
            and g.file_name ~* ('returns-import-' || f.import_id || '([^0-9]|$)')), 0) as again
      from import_file f
      where f.status = 'imported' and f.rows_returned > 0
      order by f.import_id
      """;

  private final JdbcClient jdbc;

  WorkingRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where each of some incidents was read last. */
  Map<Long, RowRef> of(Set<Long> incidents) {
    Map<Long, RowRef> rows = new HashMap<>();
    List<Long> all = new ArrayList<>(incidents);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      jdbc.sql(
              "select incident_id, import_id, sheet, row from incident where incident_id in (:ids)")
          .param("ids", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
          .query(
              row -> {
                rows.put(
                    row.getLong("incident_id"),
                    new RowRef(row.getLong("import_id"), row.getInt("sheet"), row.getInt("row")));
              });
    }
    return rows;
  }

  /** The imports of which rows went back and have not all come again. */
  List<RowsReturned> returned() {
    return jdbc
        .sql(RETURNED)
        .query(
            (row, number) ->
                new RowsReturned(
                    row.getLong("import_id"),
                    London.dayOf(row.getTimestamp("as_of").toInstant()),
                    row.getInt("rows_returned"),
                    row.getInt("again")))
        .list()
        .stream()
        .filter(rows -> rows.waiting() > 0)
        .toList();
  }
}
