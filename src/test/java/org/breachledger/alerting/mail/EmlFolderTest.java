package org.breachledger.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.breachledger.alerting.Channel.Undelivered;
import org.breachledger.alerting.OutboxMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmlFolderTest {

  private static final String SCHOOL = "Łódź Road Primary School";

  @TempDir Path home;

  private final OutboxMessage message = Letters.to("analyst@example.org", SCHOOL);

  @Test
  void theFileReadsBackAsTheMailItIs() throws Exception {
    new EmlFolder(home.resolve("outbox"), Letters.SENDER).deliver(message);

    MimeMessage read = read();
    assertThat(read.getMessageID()).isEqualTo("<alert-15.ict-security-analyst-1.0@example.org>");
    assertThat(read.getSubject()).isEqualTo(message.message().subject()).contains(SCHOOL);
    assertThat(read.getFrom()).extracting(Object::toString).containsExactly(Letters.SENDER);
    assertThat(read.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("analyst@example.org");
    assertThat(read.getRecipients(RecipientType.CC)).isNull();
    assertThat(read.getRecipients(RecipientType.BCC)).isNull();
    assertThat(read.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-07-01T02:00:00Z"));
    assertThat(read.getHeader("Date")).containsExactly("Wed, 1 Jul 2026 03:00:00 +0100");
  }

  @Test
  void thePackIsAttachedByteForByte() throws Exception {
    new EmlFolder(home.resolve("outbox"), Letters.SENDER).deliver(message);

    Multipart parts = (Multipart) read().getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat((String) parts.getBodyPart(0).getContent())
        .isEqualToNormalizingNewlines(message.message().body());
    MimeBodyPart pack = (MimeBodyPart) parts.getBodyPart(1);
    assertThat(pack.getFileName()).isEqualTo("alert-2026-07-01-LOST_IN_TRANSIT-school-7.pdf");
    assertThat(pack.getContentType()).startsWith("application/pdf");
    assertThat(pack.getInputStream().readAllBytes()).isEqualTo(Letters.PDF);
  }

  @Test
  void writtenTwiceItIsStillOneFile() throws Exception {
    EmlFolder folder = new EmlFolder(home.resolve("outbox"), Letters.SENDER);
    folder.deliver(message);
    folder.deliver(message);

    assertThat(files()).containsExactly("alert-2026-07-01-LOST_IN_TRANSIT-school-7.eml");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsSaidPlainly() throws Exception {
    Files.writeString(home.resolve("outbox"), "a file where the folder should be");

    assertThatThrownBy(() -> new EmlFolder(home.resolve("outbox"), Letters.SENDER).deliver(message))
        .isInstanceOf(Undelivered.class)
        .hasMessageContaining("could not be written to the outbox folder")
        .hasMessageNotContaining(home.toString());
  }

  private MimeMessage read() throws Exception {
    try (InputStream in = Files.newInputStream(home.resolve("outbox").resolve(files().get(0)))) {
      return new MimeMessage(Session.getInstance(new Properties()), in);
    }
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(home.resolve("outbox"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
