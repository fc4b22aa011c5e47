package org.breachledger.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachledger.keeping.RetentionPeriod.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which periods there are, and how they are said. */
class RetentionPeriodTest {

  @ParameterizedTest
  @CsvSource({
    "1, MONTHS, 1 month",
    "18, MONTHS, 18 months",
    "1200, MONTHS, 1200 months",
    "1, YEARS, 1 year",
    "100, YEARS, 100 years"
  })
  void inWords(int length, Unit unit, String words) {
    assertThat(new RetentionPeriod(length, unit).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0, YEARS, 'a period is from 1 to 100 years, not 0'",
    "-6, YEARS, 'a period is from 1 to 100 years, not -6'",
    "101, YEARS, 'a period is from 1 to 100 years, not 101'",
    "0, MONTHS, 'a period is from 1 to 1200 months, not 0'",
    "1201, MONTHS, 'a period is from 1 to 1200 months, not 1201'"
  })
  void aSlipOfThePenIsRefused(int length, Unit unit, String sentence) {
    assertThatThrownBy(() -> new RetentionPeriod(length, unit)).hasMessage(sentence);
  }
}
