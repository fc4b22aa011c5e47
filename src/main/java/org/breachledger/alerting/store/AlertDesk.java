package org.breachledger.alerting.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Alert;
import org.breachledger.alerting.AlertMessage;
import org.breachledger.alerting.Finding;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.alerting.Pack;
import org.breachledger.alerting.PackWriter;
import org.breachledger.alerting.Route;
import org.breachledger.alerting.Routes;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Raises alerts: a finding becomes an alert and one message per recipient, all or nothing. The same
 * school, type and anchor again changes nothing, so that a repeated run never sends twice.
 */
public final class AlertDesk {

  private final TransactionTemplate transactions;
  private final AlertStore alerts;
  private final Outbox outbox;
  private final AddressBook addresses;

  /** A desk that keeps alerts and messages together. */
  public AlertDesk(
      TransactionTemplate transactions, AlertStore alerts, Outbox outbox, AddressBook addresses) {
    this.transactions = transactions;
    this.alerts = alerts;
    this.outbox = outbox;
    this.addresses = addresses;
  }

  /**
   * Raises one finding in a transaction, the caller's where there is one.
   *
   * @param at when it is raised, by the clock; the date its messages carry
   * @param packs asked for the pack only where the alert is new
   * @return the new alert; empty where its verdict has no route or it was raised before
   */
  public Optional<Alert> raise(Finding finding, Routes routes, Instant at, PackWriter packs) {
    List<Route> told = routes.of(finding.verdict());
    if (told.isEmpty()) {
      return Optional.empty();
    }
    Optional<Alert> raised = transactions.execute(status -> raiseNew(finding, told, at, packs));
    return raised == null ? Optional.empty() : raised;
  }

  private Optional<Alert> raiseNew(
      Finding finding, List<Route> told, Instant at, PackWriter packs) {
    Optional<Alert> raised = alerts.insert(finding, at);
    raised.ifPresent(alert -> messages(alert, told, packs).forEach(outbox::put));
    return raised;
  }

  private List<OutboxMessage> messages(Alert alert, List<Route> told, PackWriter packs) {
    Pack pack = new Pack(alert.finding().fileName() + ".pdf", packs.write(alert));
    List<OutboxMessage> messages = new ArrayList<>();
    for (Route route : told) {
      List<String> recipients = addresses.of(route.role());
      for (int place = 1; place <= recipients.size(); place++) {
        String file =
            alert.finding().fileName() + (messages.isEmpty() ? "" : "-" + (messages.size() + 1));
        messages.add(
            new OutboxMessage(
                messageId(alert, route, place),
                alert.alertId(),
                route.role(),
                place,
                recipients.get(place - 1),
                AlertMessage.compose(alert, route, addresses.pages()),
                file,
                route.packAttached() ? Optional.of(pack) : Optional.empty(),
                alert.raisedAt(),
                0));
      }
    }
    return messages;
  }

  /** Kept with the message, so it stays the same; the random part tells installations apart. */
  private String messageId(Alert alert, Route route, int place) {
    return "alert-%d.%s-%d.%s@%s"
        .formatted(alert.alertId(), route.role(), place, UUID.randomUUID(), addresses.domain());
  }
}
