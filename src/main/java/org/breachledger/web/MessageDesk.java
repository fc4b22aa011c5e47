package org.breachledger.web;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.breachledger.alerting.mail.Delivery;
import org.breachledger.alerting.store.Outbox;
import org.breachledger.alerting.store.OutboxList;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the messages that have not left once more, behind the pages: a mail server may be slow. */
final class MessageDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MessageDesk.class);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Reading reading;
  private final Delivery delivery;
  private final AuditTrail audit;
  private final CurrentTrust trust;
  private final Clock clock;
  private final AtomicBoolean sending = new AtomicBoolean();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "messages-again");
            thread.setDaemon(true);
            return thread;
          });

  MessageDesk(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Reading reading,
      Delivery delivery,
      AuditTrail audit,
      CurrentTrust trust,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.reading = reading;
    this.delivery = delivery;
    this.audit = audit;
    this.trust = trust;
    this.clock = clock;
  }

  /** How many have not left and can be sent again. */
  int waiting() {
    return reading.read(() -> new OutboxList(jdbc).sendable());
  }

  /** What is said of those that can't; empty where there is none. */
  String destroyed() {
    return reading.read(() -> new OutboxList(jdbc).destroyed().orElse(""));
  }

  /** Whether they are being sent now. */
  boolean sending() {
    return sending.get();
  }

  /**
   * Begins to send all of them; false where that is being done.
   *
   * @param by the sign-in name of whoever asks for it, which is on record
   */
  boolean retry(String by) {
    if (!sending.compareAndSet(false, true)) {
      return false;
    }
    boolean begun = false;
    try {
      transactions.executeWithoutResult(status -> retryAll(by));
      int here = trust.get();
      background.execute(() -> trust.within(here, this::send));
      begun = true;
    } finally {
      if (!begun) {
        sending.set(false);
      }
    }
    return true;
  }

  private void retryAll(String by) {
    int messages = new Outbox(jdbc).retryAll(clock.instant());
    audit.append(by, "retry-messages", "messages", AuditDetails.none().and("messages", messages));
  }

  private boolean send() {
    try {
      return delivery.run().failed() == 0;
    } catch (RuntimeException e) {
      // The message may name an address.
      LOG.error("messages could not be sent again: {}", e.getClass().getSimpleName());
      return false;
    } finally {
      sending.set(false);
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
