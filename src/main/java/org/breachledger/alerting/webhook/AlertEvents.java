package org.breachledger.alerting.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Alert;
import org.breachledger.alerting.AlertMessage;
import org.breachledger.alerting.AlertNews;
import org.breachledger.alerting.Finding;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.alerting.OutboxMessage.Purpose;
import org.breachledger.calendar.London;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what happens to alerts as events: codes, counts, days and the school's name. Who took a
 * step, who owns a measure and why is not told.
 */
public final class AlertEvents implements AlertNews {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TO = "webhook";

  private final AddressBook addresses;

  /** Events that name the installation's pages, where it has any. */
  public AlertEvents(AddressBook addresses) {
    this.addresses = addresses;
  }

  @Override
  public Optional<OutboxMessage> of(Alert alert, String occasion, Instant at) {
    String id =
        "event-%d-%s.%s@%s"
            .formatted(alert.alertId(), occasion, UUID.randomUUID(), addresses.domain());
    String event = "alert." + occasion.replaceAll("-\\d+$", "");
    return Optional.of(
        new OutboxMessage(
            id,
            alert.alertId(),
            TO,
            1,
            TO,
            new AlertMessage(event, body(id, event, alert, at)),
            alert.finding().fileName() + "-event-" + occasion,
            Optional.empty(),
            at,
            0,
            Purpose.webhook(occasion)));
  }

  private String body(String id, String event, Alert alert, Instant at) {
    Finding finding = alert.finding();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", id);
    document.put("event", event);
    document.put("at", London.written(at));
    document.put("alert", alert.alertId());
    document.put("state", alert.state().code());
    document.put("school", finding.place().all() ? "*" : finding.place().words());
    document.put("breachType", finding.type().code());
    document.put("verdict", finding.verdict());
    document.put("previous", finding.previous());
    document.put("current", finding.current());
    document.put("from", finding.from().toString());
    document.put("middle", finding.middle().toString());
    document.put("anchor", finding.anchor().toString());
    if (!addresses.pages().isEmpty()) {
      document.put("page", addresses.pages() + "/alerts/" + alert.alertId());
    }
    return JSON.writeValueAsString(document);
  }
}
