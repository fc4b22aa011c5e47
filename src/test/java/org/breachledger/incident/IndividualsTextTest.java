package org.breachledger.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndividualsTextTest {

  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "292             | 292",
        "0               | 0",
        "1.0             | 1",
        "12.00           | 12",
        "320,000         | 320000",
        "1,234,567       | 1234567",
        "approx 30       | 30",
        "Approx. 30      | 30",
        "c. 30           | 30",
        "c30             | 30",
        "circa 30        | 30",
        "~30             | 30",
        "about 1,200     | 1200",
        "30 pupils       | 30",
        "1 child         | 1",
        "2 members of staff | 2",
        "30 (approx)     | 30",
        "20-30           | 20..30",
        "20 - 30         | 20..30",
        "20–30           | 20..30",
        "20—30           | 20..30",
        "20..30          | 20..30",
        "20 to 30        | 20..30",
        "between 20 and 30 pupils | 20..30",
        "approx 20-30    | 20..30",
        "<10             | 0..9",
        "< 10            | 0..9",
        "<1              | 0",
        "less than 10    | 0..9",
        "fewer than 10   | 0..9",
        "Under 10        | 0..9",
        "<=10            | 0..10",
        "≤ 10            | 0..10",
        "up to 300       | 0..300",
        "Up To 1,000 people | 0..1000",
        "no more than 5  | 0..5",
        "one             | 1",
        "Two pupils      | 2",
        "10 or 11        | 10..11",
        "10 or fewer     | 0..10",
        "thirty          | 30",
        "twenty-five     | 25",
        "thirty (30)     | 30",
        "fewer than ten  | 0..9",
        "a hundred       | 100",
        "two hundred and fifty pupils | 250",
        "one thousand two hundred | 1200",
        "None            | 0",
        "nil             | 0",
      })
  void readsTheNumberOfPeople(String written, String number) {
    assertThat(IndividualsText.parse(written)).map(Individuals::written).contains(number);
  }

  @ParameterizedTest(name = "\"{0}\" is unknown")
  @ValueSource(
      strings = {
        "",
        "  ",
        "TBC",
        "n/k",
        "N/A",
        "unknown",
        "?",
        "-",
        "all Year 7",
        "Year 7",
        "several",
        ">50",
        "> 50",
        "more than 50",
        "over 50",
        "at least 50",
        "50+",
        "50 +",
        "12.5",
        "-3",
        "<0",
        "30-20",
        "1,23",
        "12,3456",
        "9999999999",
        "1,234,567,890",
        "12/03/2026",
        "3 4",
        "5 and 10",
        "11 or 10",
        "1.000",
        "30?",
        "thirty (13)",
        "a few",
      })
  void neverTakesTheUnknownForANumber(String written) {
    assertThat(IndividualsText.parse(written)).isEmpty();
  }
}
