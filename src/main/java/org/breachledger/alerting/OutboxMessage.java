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
 * @param purpose why it was written and how it leaves
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
    int failed,
    Purpose purpose) {

  /** Stands for a message that tells of no alert. */
  public static final long NO_ALERT = 0;

  /** Stands for a message that tells of no paper. */
  public static final long NO_PAPER = 0;

  /**
   * Why a message was written and how it leaves.
   *
   * @param channel {@link #MAIL} or {@link #WEBHOOK}
   * @param occasion of an alert's life: one message a recipient for each
   * @param paperId the paper it brings; {@link OutboxMessage#NO_PAPER} where it brings none
   */
  public record Purpose(String channel, String occasion, long paperId) {

    /** The channel of mail. */
    public static final String MAIL = "mail";

    /** The channel to the analyst's own tools. */
    public static final String WEBHOOK = "webhook";

    /** A mail about an alert on an occasion of its life. */
    public static Purpose mail(String occasion) {
      return new Purpose(MAIL, occasion, NO_PAPER);
    }

    /** A mail that brings a paper. */
    public static Purpose paper(long paperId) {
      return new Purpose(MAIL, "paper", paperId);
    }

    /** An event for the analyst's own tools. */
    public static Purpose webhook(String occasion) {
      return new Purpose(WEBHOOK, occasion, NO_PAPER);
    }
  }

  /** A mail that tells of an alert when it is raised, or of no alert. */
  public OutboxMessage(
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
    this(
        messageId,
        alertId,
        role,
        place,
        address,
        message,
        fileName,
        pack,
        createdAt,
        failed,
        Purpose.mail("raised"));
  }

  /** The same message to another address of the same role. */
  public OutboxMessage to(String other) {
    return new OutboxMessage(
        messageId, alertId, role, place, other, message, fileName, pack, createdAt, failed,
        purpose);
  }

  /** Names the message, not the recipient and not the content. */
  @Override
  public String toString() {
    String about =
        purpose.paperId() == NO_PAPER ? "alert " + alertId : "paper " + purpose.paperId();
    return "OutboxMessage[" + about + ", " + role + " " + place + "]";
  }
}
