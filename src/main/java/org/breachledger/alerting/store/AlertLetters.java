package org.breachledger.alerting.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Alert;
import org.breachledger.alerting.AlertMessage;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.alerting.OutboxMessage.Purpose;
import org.breachledger.alerting.Pack;
import org.breachledger.alerting.Route;

/** Writes the messages of an alert on an occasion of its life: one for each recipient. */
final class AlertLetters {

  /** The occasion of its beginning. */
  static final String RAISED = "raised";

  private final AddressBook addresses;

  AlertLetters(AddressBook addresses) {
    this.addresses = addresses;
  }

  /**
   * The messages along some routes.
   *
   * @param pack as far as it is kept; it travels where the route says so
   * @param at the date the messages carry
   */
  List<OutboxMessage> write(
      Alert alert, List<Route> routes, String occasion, Optional<Pack> pack, Instant at) {
    List<OutboxMessage> messages = new ArrayList<>();
    for (Route route : routes) {
      List<String> recipients = addresses.of(route.role());
      for (int place = 1; place <= recipients.size(); place++) {
        Optional<Pack> travels = route.packAttached() ? pack : Optional.empty();
        messages.add(
            new OutboxMessage(
                messageId(alert, route, occasion, place),
                alert.alertId(),
                route.role(),
                place,
                recipients.get(place - 1),
                AlertMessage.compose(alert, route, pack, addresses.pages()),
                fileName(alert, occasion, messages.size() + 1),
                travels,
                at,
                0,
                Purpose.mail(occasion)));
      }
    }
    return messages;
  }

  private static String fileName(Alert alert, String occasion, int number) {
    return alert.finding().fileName()
        + (occasion.equals(RAISED) ? "" : "-" + occasion)
        + (number == 1 ? "" : "-" + number);
  }

  /** Kept with the message, so it stays the same; the random part tells installations apart. */
  private String messageId(Alert alert, Route route, String occasion, int place) {
    return "alert-%d%s.%s-%d.%s@%s"
        .formatted(
            alert.alertId(),
            occasion.equals(RAISED) ? "" : "-" + occasion,
            route.role(),
            place,
            UUID.randomUUID(),
            addresses.domain());
  }
}
