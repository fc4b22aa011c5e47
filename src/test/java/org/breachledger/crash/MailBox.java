package org.breachledger.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mail server the programs send to, and what reached it. */
final class MailBox implements AutoCloseable {

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  MailBox() {
    server.start();
  }

  /** The environment of a program that sends here. */
  Map<String, String> settings() {
    return Map.of(
        "BREACHLEDGER_SMTP_HOST", "127.0.0.1",
        "BREACHLEDGER_SMTP_PORT", Integer.toString(server.getSmtp().getPort()),
        "BREACHLEDGER_SMTP_STARTTLS", "false",
        "BREACHLEDGER_MAIL_FROM", "record@example.org",
        "BREACHLEDGER_ANALYST_ADDRESS", "analyst@example.org",
        "BREACHLEDGER_DPO_ADDRESS", "dpo@example.org");
  }

  /** Forgets what came so far. */
  void empty() throws Exception {
    server.purgeEmailFromAllMailboxes();
  }

  /**
   * Every message on record as sent came, under its own id, and nothing else did.
   *
   * @param again how many at most came a second time, with the id they had the first time
   */
  void eachOnce(JdbcClient administrator, int again) throws MessagingException {
    List<String> came = new ArrayList<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      came.add(mail.getMessageID().replaceAll("[<>]", ""));
    }
    List<String> sent =
        administrator
            .sql("select message_id from outbox_message where state = 'sent'")
            .query(String.class)
            .list();
    assertThat(new HashSet<>(came)).containsExactlyInAnyOrderElementsOf(sent);
    assertThat(came.size() - sent.size()).as("mails that came twice").isLessThanOrEqualTo(again);
  }

  @Override
  public void close() {
    server.stop();
  }
}
