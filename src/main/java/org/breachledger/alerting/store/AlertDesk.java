package org.breachledger.alerting.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Alert;
import org.breachledger.alerting.AlertNews;
import org.breachledger.alerting.Finding;
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
  private final AlertLetters letters;
  private final AlertNews news;

  /** A desk that keeps alerts and messages together. */
  public AlertDesk(
      TransactionTemplate transactions, AlertStore alerts, Outbox outbox, AddressBook addresses) {
    this(transactions, alerts, outbox, addresses, AlertNews.NONE);
  }

  /** The same, which also tells the analyst's own tools. */
  public AlertDesk(
      TransactionTemplate transactions,
      AlertStore alerts,
      Outbox outbox,
      AddressBook addresses,
      AlertNews news) {
    this.transactions = transactions;
    this.alerts = alerts;
    this.outbox = outbox;
    this.letters = new AlertLetters(addresses);
    this.news = news;
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
    raised.ifPresent(alert -> tell(alert, told, packs));
    return raised;
  }

  private void tell(Alert alert, List<Route> told, PackWriter packs) {
    byte[] pdf = packs.write(alert);
    Pack pack = alerts.pack(alert).orElseGet(() -> new Pack(KeptPacks.fileName(alert), pdf));
    letters
        .write(alert, told, AlertLetters.RAISED, Optional.of(pack), alert.raisedAt())
        .forEach(outbox::put);
    news.of(alert, AlertLetters.RAISED, alert.raisedAt()).ifPresent(outbox::put);
  }
}
