package org.breachledger.alerting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.DeadlineMessage;
import org.breachledger.alerting.DeadlineWarning;
import org.breachledger.alerting.DeadlineWarning.Stage;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.alerting.Place;
import org.breachledger.alerting.Route;
import org.breachledger.alerting.Routes;
import org.breachledger.incident.Printable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Turns the warnings a watch noted into one message per recipient, in the caller's transaction: of
 * each duty only what is still true, and what was noted is told once. A duty noted as overdue whose
 * verdict still has to be given waits for it.
 */
public final class WarningDesk {

  private static final String TO_TELL =
      """
      select distinct on (w.incident_id, w.duty) w.duty, w.stage, w.due_at,
        i.incident_id, i.reference, s.school_id, s.name, s.confirmed
      from deadline_warning w
      join incident i on i.trust_id = w.trust_id and i.incident_id = w.incident_id
      join school s on s.trust_id = i.trust_id and s.school_id = i.school_id
      where w.to_tell
        and exists (select from jsonb_to_recordset(i.duties) d (duty text, verdict text)
          where d.duty = w.duty
            and d.verdict = case w.stage when 'after' then 'OVERDUE' else 'RUNNING' end)
      order by w.incident_id, w.duty, w.stage <> 'after', w.stage <> 'at'
      """;

  private static final String TOLD =
      """
      update deadline_warning w set to_tell = false
      where w.to_tell and not (w.stage = 'after' and exists (
        select from incident i, jsonb_to_recordset(i.duties) d (duty text, verdict text)
        where i.trust_id = w.trust_id and i.incident_id = w.incident_id
          and d.duty = w.duty and d.verdict = 'RUNNING'))
      """;

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final AddressBook addresses;

  /** A desk over this database and outbox. */
  public WarningDesk(JdbcClient jdbc, Outbox outbox, AddressBook addresses) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.addresses = addresses;
  }

  /**
   * Puts the messages of a run into the outbox.
   *
   * @param run names the run, and its files
   * @param at when they are composed: the date they carry
   * @param titles the title of a duty by its code
   * @return how many messages; none where there is nothing new or no route
   */
  public int tell(Routes routes, String run, Instant at, UnaryOperator<String> titles) {
    List<DeadlineWarning> warnings =
        jdbc.sql(TO_TELL).query((row, number) -> warning(row, titles)).list();
    jdbc.sql(TOLD).update();
    List<OutboxMessage> messages =
        warnings.isEmpty() ? List.of() : messages(warnings, routes, run, at);
    messages.forEach(outbox::put);
    return messages.size();
  }

  private List<OutboxMessage> messages(
      List<DeadlineWarning> warnings, Routes routes, String run, Instant at) {
    List<OutboxMessage> messages = new ArrayList<>();
    for (Route route : routes.of(Routes.DEADLINE)) {
      List<String> recipients = addresses.of(route.role());
      for (int place = 1; place <= recipients.size(); place++) {
        messages.add(
            new OutboxMessage(
                "%s.%s-%d.%s@%s"
                    .formatted(run, route.role(), place, UUID.randomUUID(), addresses.domain()),
                OutboxMessage.NO_ALERT,
                route.role(),
                place,
                recipients.get(place - 1),
                DeadlineMessage.compose(warnings, route, addresses.pages()),
                run + (messages.isEmpty() ? "" : "-" + (messages.size() + 1)),
                Optional.empty(),
                at,
                0));
      }
    }
    return messages;
  }

  private static DeadlineWarning warning(ResultSet row, UnaryOperator<String> titles)
      throws SQLException {
    int school = row.getInt("school_id");
    Timestamp due = row.getTimestamp("due_at");
    return new DeadlineWarning(
        Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
        row.getBoolean("confirmed")
            ? Place.school(school, row.getString("name"))
            : Place.unconfirmed(school),
        Printable.reference(row.getString("reference"), row.getLong("incident_id")),
        titles.apply(row.getString("duty")),
        due == null ? Optional.empty() : Optional.of(due.toInstant()));
  }
}
