package org.breachledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"ten letter", "three odd words", "ünïcödé 10", "dpo and ten more letters"})
  void longIsEnough(String password) {
    assertThat(PasswordRule.wrong("dpo", password)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nine char, Enter a password of at least 10 characters",
    "'', Enter a password of at least 10 characters",
    "dpodpodpo1, Enter a password that is not made from the sign-in name",
    "DPO1234567, Enter a password that is not made from the sign-in name",
  })
  void whatIsWrongIsSaid(String password, String sentence) {
    assertThat(PasswordRule.wrong("dpo", password)).contains(sentence);
  }

  @Test
  void nothingBehindTheSeventySecondByteIsPassedOver() {
    assertThat(PasswordRule.wrong("dpo", "x".repeat(72))).isEmpty();
    assertThat(PasswordRule.wrong("dpo", "x".repeat(73)))
        .contains("Enter a password of at most 72 characters");
    assertThat(PasswordRule.wrong("dpo", "é".repeat(37))).isPresent();
  }
}
