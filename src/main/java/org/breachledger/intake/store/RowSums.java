package org.breachledger.intake.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what became of the rows of an import, sheet by sheet. */
final class RowSums {

  private static final String SQL =
      """
      select sheet, count(*) as read,
        count(*) filter (where outcome = 'imported') as imported,
        count(*) filter (where outcome = 'imported-with-gaps') as gaps,
        count(*) filter (where outcome = 'updated') as updated,
        count(*) filter (where outcome = 'unchanged') as unchanged,
        count(*) filter (where outcome = 'returned') as returned,
        count(*) filter (where outcome = 'skipped') as skipped
      from import_row where import_id = ? group by sheet order by sheet
      """;

  private RowSums() {}

  /** The sums of an import by sheet position. */
  static Map<Integer, RowSum> of(JdbcClient jdbc, long importId) {
    Map<Integer, RowSum> sums = new LinkedHashMap<>();
    jdbc.sql(SQL)
        .param(importId)
        .query(
            row -> {
              sums.put(
                  row.getInt("sheet"),
                  new RowSum(
                      row.getInt("read"),
                      row.getInt("imported"),
                      row.getInt("gaps"),
                      row.getInt("updated"),
                      row.getInt("unchanged"),
                      row.getInt("returned"),
                      row.getInt("skipped")));
            });
    return sums;
  }
}
