package org.breachledger.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndividualsTest {

  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource({
    "292, 292",
    "' 0 ', 0",
    "20-30, 20..30",
    "20 to 30, 20..30",
    "30-30, 30",
    "9999999, 9999999",
  })
  void whatAPersonTypes(String typed, String written) {
    assertThat(Individuals.typed(typed).map(Individuals::written)).contains(written);
  }

  @ParameterizedTest(name = "\"{0}\" is no number of people")
  @ValueSource(strings = {"", "many", "-3", "30-20", "10000000", "1.5", "20-30-40"})
  void whatIsNoNumber(String typed) {
    assertThat(Individuals.typed(typed)).isEmpty();
  }
}
