package org.breachledger.alerting.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.breachledger.alerting.OutboxMessage;
import org.breachledger.alerting.Pack;
import org.breachledger.calendar.London;

/**
 * A message as mail: one recipient, no copies, the stored Message-ID and the moment it was composed
 * as its date, so that a second attempt is the same mail.
 */
final class Letter extends MimeMessage {

  /** Local time in Europe/London with its offset. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final String messageId;

  private Letter(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static Letter of(Session session, String sender, OutboxMessage message)
      throws MessagingException {
    Letter letter = new Letter(session, message.messageId());
    letter.setFrom(new InternetAddress(sender));
    letter.setRecipient(Message.RecipientType.TO, new InternetAddress(message.address()));
    letter.setSubject(message.message().subject(), StandardCharsets.UTF_8.name());
    letter.setHeader("Date", DATE.format(message.createdAt().atZone(London.ZONE)));
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.setHeader("Content-Language", "en-GB");
    letter.fill(message);
    letter.saveChanges();
    return letter;
  }

  private void fill(OutboxMessage message) throws MessagingException {
    if (message.pack().isEmpty()) {
      setText(message.message().body(), StandardCharsets.UTF_8.name());
      return;
    }
    MimeBodyPart text = new MimeBodyPart();
    text.setText(message.message().body(), StandardCharsets.UTF_8.name());
    setContent(new MimeMultipart(text, attached(message.pack().get())));
  }

  private static MimeBodyPart attached(Pack pack) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(pack.pdf(), "application/pdf")));
    part.setFileName(pack.fileName());
    part.setDisposition(MimeBodyPart.ATTACHMENT);
    return part;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + messageId + ">");
  }
}
