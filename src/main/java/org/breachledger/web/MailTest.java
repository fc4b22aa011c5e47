package org.breachledger.web;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.breachledger.access.Account;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.AlertMessage;
import org.breachledger.alerting.Channel;
import org.breachledger.alerting.Channel.Undelivered;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.alerting.mail.MailSettings;
import org.breachledger.alerting.mail.SmtpPost;

/** Sends one mail to whoever asks, so that they see whether mails leave. It says nothing else. */
final class MailTest {

  private final MailSettings mail;
  private final AddressBook addresses;
  private final Clock clock;

  MailTest(MailSettings mail, AddressBook addresses, Clock clock) {
    this.mail = mail;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** Whether the mail left, and what to say of it. */
  record Outcome(boolean sent, String sentence) {}

  /** Sends it to the account's own address. */
  Outcome send(Account account) {
    if (mail.server().isEmpty()) {
      return new Outcome(
          false,
          "No mail server is set: messages are written as files into the folder outbox of the home."
              + " Set breachledger.smtp.host and start the program again.");
    }
    if (account.email() == null) {
      return new Outcome(
          false, "Your account has no mail address. Enter it under People, then try again.");
    }
    Channel post = new SmtpPost(mail.server().orElseThrow(), addresses.sender());
    try {
      post.deliver(message(account.email()));
      return new Outcome(
          true,
          "The mail server "
              + mail.server().orElseThrow()
              + " took the test mail for your own address. Look whether it arrives.");
    } catch (Undelivered e) {
      return new Outcome(false, "The test mail did not leave. " + e.getMessage());
    }
  }

  private OutboxMessage message(String address) {
    return new OutboxMessage(
        "test." + UUID.randomUUID() + "@" + addresses.domain(),
        OutboxMessage.NO_ALERT,
        "operator",
        1,
        address,
        new AlertMessage(
            "Test mail of Breachledger",
            """
            This mail was sent from the operation page of Breachledger.
            That it arrived shows that the mail server takes its messages.
            """),
        "test",
        Optional.empty(),
        clock.instant(),
        0);
  }
}
