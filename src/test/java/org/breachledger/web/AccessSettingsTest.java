package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.breachledger.access.Role;
import org.breachledger.alerting.mail.MailSettings.RefusedSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class AccessSettingsTest {

  @Test
  void withoutSettingsSessionsEndAfterHalfAnHourAndNobodyNeedsASecondFactor() {
    AccessSettings settings = AccessSettings.from(new MockEnvironment());

    assertThat(settings.idle()).isEqualTo(Duration.ofMinutes(30));
    assertThat(settings.longest()).isEqualTo(Duration.ofHours(12));
    assertThat(settings.secondFactor()).isEmpty();
  }

  @Test
  void theyCanBeSet() {
    AccessSettings settings =
        AccessSettings.from(
            new MockEnvironment()
                .withProperty("breachledger.session.idle.minutes", "15")
                .withProperty("breachledger.session.longest.hours", " 8 ")
                .withProperty("breachledger.second.factor.required", "dpo, operator"));

    assertThat(settings.idle()).isEqualTo(Duration.ofMinutes(15));
    assertThat(settings.longest()).isEqualTo(Duration.ofHours(8));
    assertThat(settings.secondFactor()).containsExactlyInAnyOrder(Role.DPO, Role.OPERATOR);
  }

  @ParameterizedTest
  @CsvSource({
    "breachledger.session.idle.minutes, 0, must be a number from 1 to 1440.",
    "breachledger.session.idle.minutes, 1441, must be a number from 1 to 1440.",
    "breachledger.session.idle.minutes, PT30M, must be a number from 1 to 1440.",
    "breachledger.session.longest.hours, 169, must be a number from 1 to 168.",
    "breachledger.second.factor.required, everybody, names a role that does not exist",
  })
  void whatCannotBeUsedIsRefusedByName(String setting, String value, String sentence) {
    MockEnvironment environment = new MockEnvironment().withProperty(setting, value);

    assertThatThrownBy(() -> AccessSettings.from(environment))
        .isInstanceOf(RefusedSetting.class)
        .hasMessageStartingWith("The setting " + setting)
        .hasMessageContaining(sentence);
  }
}
