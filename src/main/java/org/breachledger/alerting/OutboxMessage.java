package org.breachledger.alerting;

import java.time.Instant;
import java.util.Optional;

/**
 * One message to one recipient, whole: everything a channel needs, and the same at every attempt.
 *
 * @param messageId stable, without angle brackets
 * @param alertId the alert it tells of; {@link #NO_ALERT} where it tells of none
 * @param fileName of the message as a file, without ending; names no person
 * @param createdAt when it was composed: the date it carries
 * @param failed how many attempts have failed so far
 */
public record OutboxMessage(
    String messageId,
    long alertId,
    String role,
    int place,
    String address,
    AlertMessage message,
    String fileName,
    Optional<Pack> pack,
    Instant createdAt,
    int failed) {

  /** Stands for a message that tells of no alert. */
  public static final long NO_ALERT = 0;

  /** The same message to another address of the same role. */
  public OutboxMessage to(String other) {
    return new OutboxMessage(
        messageId, alertId, role, place, other, message, fileName, pack, createdAt, failed);
  }

  /** Names the message, not the recipient and not the content. */
  @Override
  public String toString() {
    return "OutboxMessage[alert " + alertId + ", " + role + " " + place + "]";
  }
}
