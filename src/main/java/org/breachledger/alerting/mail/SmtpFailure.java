package org.breachledger.alerting.mail;

import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail server did not take a message, in plain words. What the server wrote is left out: it
 * may repeat addresses and parts of the message.
 */
final class SmtpFailure {

  private SmtpFailure() {}

  static String inPlainWords(SmtpServer server, MessagingException failure) {
    for (@Nullable Exception e = failure; e != null; e = next(e)) {
      if (e instanceof MailConnectException) {
        return "The mail server "
            + server
            + " could not be reached; check the host, the port and the network.";
      }
      int code = code(e);
      if (code > 0) {
        return answer(server, e, code);
      }
    }
    return "The connection to the mail server "
        + server
        + " broke off or could not be encrypted; it is tried again.";
  }

  /** Whether the server gave no answer at all: not reached, or silent for too long. */
  static boolean away(MessagingException failure) {
    for (@Nullable Throwable e = failure; e != null; e = cause(e)) {
      if (e instanceof MailConnectException || e instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable cause(Throwable e) {
    return e instanceof MessagingException messaging ? messaging.getNextException() : e.getCause();
  }

  private static String answer(SmtpServer server, Exception e, int code) {
    String whom =
        e instanceof SMTPAddressFailedException
            ? "the recipient's address"
            : e instanceof SMTPSenderFailedException ? "the sender's address" : "the message";
    return code < 500
        ? "The mail server %s asked to try again later (answer %d to %s)."
            .formatted(server, code, whom)
        : "The mail server %s refused %s (answer %d); check the settings."
            .formatted(server, whom, code);
  }

  private static int code(Exception e) {
    if (e instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (e instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return e instanceof SMTPSendFailedException send && send.getNextException() == null
        ? send.getReturnCode()
        : 0;
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException messaging ? messaging.getNextException() : null;
  }
}
