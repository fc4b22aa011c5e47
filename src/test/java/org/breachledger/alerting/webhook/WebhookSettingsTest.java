package org.breachledger.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachledger.alerting.mail.MailSettings.RefusedSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class WebhookSettingsTest {

  private static final String LONG = "0123456789abcdef";

  @Test
  void withoutAnAddressNothingIsTold() {
    assertThat(WebhookSettings.from(new MockEnvironment())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://tools.example.org/hook?token=canary, tools.example.org",
    "http://localhost:9000/hook, localhost:9000",
    "http://127.0.0.1:9000/canary, 127.0.0.1:9000",
  })
  void anAddressIsNamedWithoutWhatMayBeSecret(String url, String named) {
    assertThat(WebhookSettings.from(environment(url, LONG)).orElseThrow()).hasToString(named);
  }

  @ParameterizedTest
  @CsvSource({
    "http://tools.example.org/canary, 0123456789abcdef, breachledger.webhook.url",
    "ftp://tools.example.org/canary, 0123456789abcdef, breachledger.webhook.url",
    "not an address canary, 0123456789abcdef, breachledger.webhook.url",
    "https://tools.example.org/hook, 0123456789canar, breachledger.webhook.secret",
    "https://tools.example.org/hook, '', breachledger.webhook.secret",
  })
  void whatCannotBeUsedIsNamedAndNotQuoted(String url, String secret, String setting) {
    assertThatThrownBy(() -> WebhookSettings.from(environment(url, secret)))
        .isInstanceOf(RefusedSetting.class)
        .hasMessageContaining(setting)
        .hasMessageNotContaining("canar");
  }

  private static MockEnvironment environment(String url, String secret) {
    return new MockEnvironment()
        .withProperty("breachledger.webhook.url", url)
        .withProperty("breachledger.webhook.secret", secret);
  }
}
