package org.breachledger.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.breachledger.alerting.Channel.Undelivered;
import org.breachledger.alerting.OutboxMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpPostIT {

  private static final String CANARY = "Zyxwvut Qponml";

  private final OutboxMessage message = Letters.to("analyst@example.org", "Rowan Primary School");

  @Test
  void theMailArrivesOnceAtItsOneRecipientWithThePack() throws Exception {
    GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    greenMail.start();
    try {
      new SmtpPost(server(greenMail, "", ""), Letters.SENDER).deliver(message);

      MimeMessage[] received = greenMail.getReceivedMessages();
      assertThat(received).hasSize(1);
      assertThat(received[0].getMessageID())
          .isEqualTo("<alert-15.ict-security-analyst-1.0@example.org>");
      assertThat(received[0].getAllRecipients())
          .extracting(Object::toString)
          .containsExactly("analyst@example.org");
      Multipart parts = (Multipart) received[0].getContent();
      assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(Letters.PDF);
    } finally {
      greenMail.stop();
    }
  }

  @Test
  void signsInWhereTheServerAsksForIt() throws Exception {
    GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    greenMail.start();
    try {
      greenMail.setUser("analyst@example.org", "log", "right");
      new SmtpPost(server(greenMail, "log", "right"), Letters.SENDER).deliver(message);
      assertThat(greenMail.getReceivedMessages()).hasSize(1);

      assertThatThrownBy(
              () ->
                  new SmtpPost(server(greenMail, "log", "wrong"), Letters.SENDER).deliver(message))
          .isInstanceOf(Undelivered.class)
          .hasMessageContaining("refused the user name or the password; check both")
          .hasMessageNotContaining("wrong");
      assertThat(greenMail.getReceivedMessages()).hasSize(1);
    } finally {
      greenMail.stop();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RCPT | 550 no such user | refused the recipient's address (answer 550)",
        "RCPT | 451 come again | asked to try again later (answer 451 to the recipient's address)",
        "MAIL | 553 not you | refused the sender's address (answer 553)",
        ". | 554 no such content | refused the message (answer 554)",
        ". | 452 disk full | asked to try again later (answer 452 to the message)",
        "DATA | drop | broke off",
        ". | drop | broke off",
        ". | silence | broke off",
        "EHLO | silence | broke off",
      })
  void aServerThatIsNotWellIsDescribedInPlainWords(String command, String answer, String words)
      throws Exception {
    try (ScriptedServer server = new ScriptedServer(Map.of(command, answer + " " + CANARY))) {
      SmtpPost post = new SmtpPost(server.address(), Letters.SENDER, 500);

      assertThatThrownBy(() -> post.deliver(message))
          .isInstanceOf(Undelivered.class)
          .hasMessageContaining(words)
          .hasMessageContaining(server.address().toString())
          .hasMessageNotContaining(CANARY)
          .hasMessageNotContaining("analyst@example.org");
    }
  }

  @Test
  void aServerThatCannotEncryptIsToldNothing() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Map.of())) {
      SmtpServer demanding =
          new SmtpServer("127.0.0.1", server.address().port(), "log", "secret", true);

      assertThatThrownBy(() -> new SmtpPost(demanding, Letters.SENDER, 500).deliver(message))
          .isInstanceOf(Undelivered.class)
          .hasMessageContaining("could not be encrypted");
    }
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws Exception {
    ScriptedServer gone = new ScriptedServer(Map.of());
    gone.close();

    assertThatThrownBy(() -> new SmtpPost(gone.address(), Letters.SENDER).deliver(message))
        .isInstanceOf(Undelivered.class)
        .hasMessageContaining("could not be reached; check the host, the port and the network");
  }

  @Test
  void aReservedAddressIsNeverSentTo() throws Exception {
    try (ScriptedServer server = new ScriptedServer(Map.of())) {
      OutboxMessage unaddressed = message.to("ict-security-analyst@trust.invalid");

      assertThatThrownBy(() -> new SmtpPost(server.address(), Letters.SENDER).deliver(unaddressed))
          .isInstanceOf(Undelivered.class)
          .hasMessageContaining("No address is set for the role ict-security-analyst");
      assertThat(server.connections()).isZero();
    }
  }

  private static SmtpServer server(GreenMail greenMail, String user, String password) {
    return new SmtpServer("127.0.0.1", greenMail.getSmtp().getPort(), user, password, false);
  }
}
