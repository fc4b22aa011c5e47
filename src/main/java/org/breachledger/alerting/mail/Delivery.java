package org.breachledger.alerting.mail;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Channel;
import org.breachledger.alerting.Channel.Undelivered;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.alerting.store.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Empties the outbox: each waiting message leaves in a transaction of its own, so that one failure
 * holds up no other, and a crash between sending and noting it repeats that one message only.
 */
public final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /** So many messages in a row without any answer, and the rest waits for the next delivery. */
  private static final int PATIENCE = 3;

  private final TransactionTemplate transactions;
  private final Outbox outbox;
  private final Channel channel;
  private final AddressBook addresses;
  private final Clock clock;

  /**
   * A delivery through one channel. What is to leave must be committed before: every message is a
   * transaction of its own, whatever the caller's.
   */
  public Delivery(
      TransactionTemplate transactions,
      Outbox outbox,
      Channel channel,
      AddressBook addresses,
      Clock clock) {
    this.transactions =
        new TransactionTemplate(
            Objects.requireNonNull(transactions.getTransactionManager()),
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    this.outbox = outbox;
    this.channel = channel;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * What one emptying did.
   *
   * @param left messages that were sent or written
   * @param failed messages that wait for the next attempt, or are given up
   */
  public record Outcome(int left, int failed) {}

  /**
   * Lets every message leave whose time has come. Where the other side gives no answer to several
   * in a row, the rest is left for the next delivery: each would wait as long in vain.
   */
  public Outcome run() {
    int left = 0;
    int failed = 0;
    int unanswered = 0;
    Optional<Fate> one = deliverOne();
    while (one.isPresent()) {
      left += one.get() == Fate.LEFT ? 1 : 0;
      failed += one.get() == Fate.LEFT ? 0 : 1;
      unanswered = one.get() == Fate.UNANSWERED ? unanswered + 1 : 0;
      one = unanswered < PATIENCE ? deliverOne() : Optional.empty();
    }
    return new Outcome(left, failed);
  }

  private enum Fate {
    LEFT,
    FAILED,
    UNANSWERED
  }

  /** Empty where none was due. */
  private Optional<Fate> deliverOne() {
    Optional<Fate> fate =
        transactions.execute(status -> outbox.takeNext(clock.instant()).map(this::attempt));
    return fate == null ? Optional.empty() : fate;
  }

  private Fate attempt(OutboxMessage stored) {
    OutboxMessage message = addressed(stored);
    try {
      channel.deliver(message);
      outbox.done(message, channel.doneState(message), clock.instant());
      return Fate.LEFT;
    } catch (Undelivered e) {
      LOG.warn("{} did not leave: {}", message, e.getMessage());
      outbox.failed(message, String.valueOf(e.getMessage()), clock.instant());
      return e.away() ? Fate.UNANSWERED : Fate.FAILED;
    }
  }

  /** An address set since the message was composed takes the place of the reserved one. */
  private OutboxMessage addressed(OutboxMessage message) {
    List<String> now = addresses.of(message.role());
    return AddressBook.placeholder(message.address()) && message.place() <= now.size()
        ? message.to(now.get(message.place() - 1))
        : message;
  }
}
