package org.breachledger.alerting.store;

import java.util.Optional;
import org.breachledger.alerting.Alert;
import org.breachledger.alerting.Pack;
import org.breachledger.reporting.store.PaperShelf;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the pack of an alert: among the published papers, else as it travelled with a message. Call
 * within a transaction.
 */
final class KeptPacks {

  /** A school's number in a file's name stays what it was when two names became one school. */
  private static final String PUBLISHED =
      """
      select p.file, p.content from alert a
      join report_paper p on p.report = 'alert-pack' and p.anchor = a.anchor
        and p.school_id = coalesce(a.school_id, 0)
        and p.file ~ ('/' || ? || '-(all-schools|school-[0-9]+)[.]pdf$')
      where a.alert_id = ?
      order by p.file ~ ('-school-' || coalesce(a.merged_school_id, a.school_id, 0) || '[.]pdf$')
        desc, p.paper_id
      limit 1
      """;

  private static final String TRAVELLED =
      """
      select attachment from outbox_message
      where alert_id = ? and attachment is not null order by created_at limit 1
      """;

  private final JdbcClient jdbc;

  KeptPacks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The pack; empty where neither is there. */
  Optional<Pack> find(Alert alert) {
    return jdbc.sql(PUBLISHED)
        .params(PaperShelf.packName(alert.finding().type().title()), alert.alertId())
        .query(
            (row, number) ->
                new Pack(
                    fileName(alert), row.getBytes(2), PaperShelf.FOLDER + "/" + row.getString(1)))
        .optional()
        .or(() -> travelled(alert));
  }

  private Optional<Pack> travelled(Alert alert) {
    return jdbc.sql(TRAVELLED)
        .param(alert.alertId())
        .query((row, number) -> new Pack(fileName(alert), row.getBytes(1)))
        .optional();
  }

  /** What the pack of an alert is called where it leaves. */
  static String fileName(Alert alert) {
    return alert.finding().fileName() + ".pdf";
  }
}
