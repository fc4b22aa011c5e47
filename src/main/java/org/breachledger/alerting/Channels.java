package org.breachledger.alerting;

import java.util.Optional;

/**
 * The ways messages leave an installation: each message by its own.
 *
 * @param mail the way of mails
 * @param webhook the way of events; empty where no tool of the analyst's is to hear
 */
public record Channels(Channel mail, Optional<Channel> webhook) implements Channel {

  @Override
  public String doneState() {
    return mail.doneState();
  }

  @Override
  public String doneState(OutboxMessage message) {
    return mails(message)
        ? mail.doneState()
        : webhook.map(Channel::doneState).orElseGet(mail::doneState);
  }

  @Override
  public void deliver(OutboxMessage message) throws Undelivered {
    if (mails(message)) {
      mail.deliver(message);
    } else if (webhook.isPresent()) {
      webhook.get().deliver(message);
    } else {
      throw new Undelivered(
          "No webhook is set any more; set breachledger.webhook.url and try again.");
    }
  }

  private static boolean mails(OutboxMessage message) {
    return message.purpose().channel().equals(OutboxMessage.Purpose.MAIL);
  }
}
