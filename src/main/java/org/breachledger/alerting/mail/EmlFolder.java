package org.breachledger.alerting.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.breachledger.alerting.Channel;
import org.breachledger.alerting.OutboxMessage;

/**
 * Writes each message as an {@code .eml} file, which any mail program opens: for installations
 * without a mail server, and the demo.
 */
public final class EmlFolder implements Channel {

  private final Path folder;
  private final String sender;

  /**
   * Writes below a folder, which is made where it is missing.
   *
   * @param folder one trust's own
   * @param sender the address messages come from
   */
  public EmlFolder(Path folder, String sender) {
    this.folder = folder;
    this.sender = sender;
  }

  @Override
  public String doneState() {
    return "written";
  }

  /** Writes the file whole or not at all: an unfinished one never has the name. */
  @Override
  public void deliver(OutboxMessage message) throws Undelivered {
    Path file = folder.resolve(message.fileName() + ".eml");
    Path unfinished = folder.resolve(message.fileName() + ".part");
    try {
      Files.createDirectories(folder);
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        Letter.of(Session.getInstance(new Properties()), sender, message).writeTo(out);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Undelivered(
          "The file could not be written to the outbox folder; check that the folder may be"
              + " written to and that the disk is not full.");
    } catch (MessagingException e) {
      throw new IllegalStateException("the message cannot be written as mail", e);
    }
  }
}
