package org.breachledger.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class MailSettingsTest {

  @Test
  void withoutAnySettingMessagesAreFilesToAReservedAddress() {
    MailSettings settings = MailSettings.from(new MockEnvironment());

    assertThat(settings.addresses().of("ict-security-analyst"))
        .containsExactly("ict-security-analyst@trust.invalid");
    assertThat(settings.addresses().pages()).isEmpty();
    assertThat(settings.channel(Path.of("outbox")).doneState()).isEqualTo("written");
  }

  @Test
  void aServerIsEncryptedUnlessSaidOtherwise() {
    MailSettings settings =
        MailSettings.from(
            new MockEnvironment().withProperty("breachledger.smtp.host", "mail.example.org"));

    assertThat(settings.server()).contains(new SmtpServer("mail.example.org", 587, "", "", true));
    assertThat(settings.channel(Path.of("outbox")).doneState()).isEqualTo("sent");
  }

  @Test
  void severalAnalystsAreSeparatedByCommas() {
    MailSettings settings =
        MailSettings.from(
            new MockEnvironment()
                .withProperty(
                    "breachledger.analyst.address",
                    "one@example.org, two@example.org,one@example.org"));

    assertThat(settings.addresses().of("ict-security-analyst"))
        .containsExactly("one@example.org", "two@example.org");
  }

  @Test
  void theDataProtectionOfficerHasAnAddressOfHerOwn() {
    MailSettings settings =
        MailSettings.from(
            new MockEnvironment().withProperty("breachledger.dpo.address", "dpo@example.org"));

    assertThat(settings.addresses().of("dpo")).containsExactly("dpo@example.org");
    assertThat(settings.addresses().of("ict-security-analyst"))
        .containsExactly("ict-security-analyst@trust.invalid");
  }

  @ParameterizedTest
  @CsvSource({
    "breachledger.dpo.address, nobody",
    "breachledger.analyst.address, nobody",
    "breachledger.analyst.address, a@b c@d",
    "breachledger.mail.from, @example.org",
    "breachledger.smtp.port, smtp",
  })
  void aSettingThatCannotBeUsedIsNamedAndNotQuoted(String setting, String value) {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("breachledger.smtp.host", "mail.example.org")
            .withProperty(setting, value);

    assertThatThrownBy(() -> MailSettings.from(environment))
        .isInstanceOf(MailSettings.RefusedSetting.class)
        .hasMessageContaining(setting)
        .hasMessageNotContaining("nobody")
        .hasMessageNotContaining("c@d");
  }

  @Test
  void aPasswordIsNotInTheServersName() {
    assertThat(new SmtpServer("mail.example.org", 587, "log", "secret", true))
        .hasToString("mail.example.org:587");
  }
}
