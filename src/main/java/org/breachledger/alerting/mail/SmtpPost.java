package org.breachledger.alerting.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.Channel;
import org.breachledger.alerting.OutboxMessage;

/** Sends each message to its one recipient through the installation's mail server. */
public final class SmtpPost implements Channel {

  private static final int CONNECT_MILLIS = 20_000;
  private static final int ANSWER_MILLIS = 60_000;

  private final SmtpServer server;
  private final String sender;
  private final Session session;

  /**
   * Sends through a server.
   *
   * @param sender the address messages come from
   */
  public SmtpPost(SmtpServer server, String sender) {
    this(server, sender, ANSWER_MILLIS);
  }

  SmtpPost(SmtpServer server, String sender, int answerMillis) {
    this.server = server;
    this.sender = sender;
    this.session = Session.getInstance(properties(server, sender, answerMillis));
  }

  @Override
  public String doneState() {
    return "sent";
  }

  @Override
  public void deliver(OutboxMessage message) throws Undelivered {
    if (AddressBook.placeholder(message.address())) {
      throw new Undelivered(
          "No address is set for the role " + message.role() + "; set it and try again.");
    }
    try (Transport transport = session.getTransport()) {
      connect(transport);
      Letter letter = Letter.of(session, sender, message);
      transport.sendMessage(letter, letter.getAllRecipients());
    } catch (AuthenticationFailedException e) {
      throw new Undelivered(
          "The mail server " + server + " refused the user name or the password; check both.");
    } catch (MessagingException e) {
      throw new Undelivered(SmtpFailure.inPlainWords(server, e), SmtpFailure.away(e));
    }
  }

  private void connect(Transport transport) throws MessagingException {
    if (server.username().isEmpty()) {
      transport.connect();
    } else {
      transport.connect(server.username(), server.password());
    }
  }

  private static Properties properties(SmtpServer server, String sender, int answerMillis) {
    boolean implicit = server.port() == SmtpServer.IMPLICIT_TLS;
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", server.host());
    properties.put("mail.smtp.port", Integer.toString(server.port()));
    properties.put("mail.smtp.auth", Boolean.toString(!server.username().isEmpty()));
    properties.put("mail.smtp.from", sender);
    properties.put("mail.smtp.ssl.enable", Boolean.toString(implicit));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.starttls.enable", Boolean.toString(server.startTls() && !implicit));
    properties.put("mail.smtp.starttls.required", Boolean.toString(server.startTls() && !implicit));
    properties.put("mail.smtp.connectiontimeout", Integer.toString(CONNECT_MILLIS));
    properties.put("mail.smtp.timeout", Integer.toString(answerMillis));
    properties.put("mail.smtp.writetimeout", Integer.toString(answerMillis));
    // The sender domain rather than this machine's name in the greeting and nowhere else.
    properties.put("mail.smtp.localhost", sender.substring(sender.lastIndexOf('@') + 1));
    return properties;
  }
}
