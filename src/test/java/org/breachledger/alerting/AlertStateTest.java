package org.breachledger.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertStateTest {

  @ParameterizedTest
  @CsvSource({
    "RAISED, ACKNOWLEDGED, true",
    "RAISED, FORWARDED, true",
    "ACKNOWLEDGED, ACKNOWLEDGED, false",
    "FORWARDED, ACKNOWLEDGED, false",
    "DECIDED, CLOSED, true",
    "CLOSED, RAISED, false",
  })
  void anAlertGoesForwardsOnly(AlertState from, AlertState to, boolean allowed) {
    assertThat(from.before(to)).isEqualTo(allowed);
  }
}
