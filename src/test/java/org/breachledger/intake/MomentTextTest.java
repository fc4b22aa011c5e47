package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Dates in every writing met in schools' logs; Thursday 4 January 2024 unless the case needs
 * another.
 */
class MomentTextTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-01-04                      | 2024-01-04
          2024-1-4                        | 2024-01-04
          2024/01/04                      | 2024-01-04
          2024.01.04                      | 2024-01-04
          20240104                        | 2024-01-04
          2024-01-04T09:30                | 2024-01-04T09:30
          2024-01-04 09:30:15             | 2024-01-04T09:30:15
          2024-01-04T09:30Z               | 2024-01-04T09:30Z
          2024-01-04T09:30:00+01:00       | 2024-01-04T09:30+01:00
          2024-01-04T09:30:00.123+0100    | 2024-01-04T09:30+01:00
          2024-01-04T09:30-05:00          | 2024-01-04T09:30-05:00
          2024-01-04 09:30:00-05:00       | 2024-01-04T09:30-05:00
          04/13/2024 09:30 +0100          | 2024-04-13T09:30+01:00
          4-Jan-24                        | 2024-01-04
          04-Jan-2024                     | 2024-01-04
          4 January 2024                  | 2024-01-04
          4th January 2024                | 2024-01-04
          4th of January 2024             | 2024-01-04
          Thursday 4th January 2024       | 2024-01-04
          Thu 4 Jan 2024 2.15pm           | 2024-01-04T14:15
          Thurs, 4 Jan 2024               | 2024-01-04
          Jan 4, 2024                     | 2024-01-04
          January 4 2024 2:15 PM          | 2024-01-04T14:15
          4Jan24                          | 2024-01-04
          4 Jan '24                       | 2024-01-04
          4 Sept 2024                     | 2024-09-04
          2021 Feb 04 12:00:00 AM         | 2021-02-04T00:00
          2021 Feb 04 12:00:00 PM         | 2021-02-04T12:00
          13.6.2023 9.30                  | 2023-06-13T09:30
          4.1.2024                        | 2024-01-04
          4.1.24                          | 2024-01-04
          31/12/69                        | 2069-12-31
          31/12/70                        | 1970-12-31
          13/06/2023 14:05                | 2023-06-13T14:05
          13/06/2023, 0930 hrs            | 2023-06-13T09:30
          13/06/2023 at 9am               | 2023-06-13T09:00
          13/06/2023 noon                 | 2023-06-13T12:00
          29/02/2024                      | 2024-02-29
          05/05/2024                      | 2024-05-05
          """)
  void readsOneDate(String written, String expected) {
    WrittenMoment moment = MomentText.parse(written).orElseThrow();
    assertThat(moment.twoReadings()).isFalse();
    assertThat(shown(moment)).isEqualTo(expected);
  }

  private static String shown(WrittenMoment moment) {
    String date = String.valueOf(moment.date(DateOrder.UNDECIDED).orElseThrow());
    String time = moment.time() == null ? "" : "T" + moment.time();
    return date + time + (moment.offset() == null ? "" : moment.offset());
  }

  @ParameterizedTest(name = "{0} is {1} or {2}")
  @CsvSource({
    "03/04/2024, 2024-04-03, 2024-03-04",
    "3/4/24, 2024-04-03, 2024-03-04",
    "3-4-2024, 2024-04-03, 2024-03-04",
    "12/11/2024, 2024-11-12, 2024-12-11"
  })
  void keepsBothReadings(String written, String dayFirst, String monthFirst) {
    WrittenMoment moment = MomentText.parse(written).orElseThrow();
    assertThat(moment.date(DateOrder.DMY)).hasToString("Optional[" + dayFirst + "]");
    assertThat(moment.date(DateOrder.MDY)).hasToString("Optional[" + monthFirst + "]");
    assertThat(moment.date(DateOrder.UNDECIDED)).isEmpty();
  }

  @ParameterizedTest(name = "{0} is a date in the order {1} only")
  @CsvSource({"13/04/2024, DMY", "04/13/2024, MDY", "31-12-2024, DMY", "12/31/24, MDY"})
  void provesAnOrder(String written, DateOrder order) {
    assertThat(MomentText.parse(written).orElseThrow().proves()).contains(order);
  }

  @ParameterizedTest(name = "\"{0}\" is no date")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30/02/2024
          31/11/2024
          29/02/2023
          00/01/2024
          2024-13-01
          2024
          Jan 2024
          about Easter
          approx 3 March 2024
          3 March 2024 or 4 March 2024
          04/01/2024 25:00
          04/01/2024 13pm
          04/01/2024 late
          04/01/2024 09:00-10:30
          2024-01-04 09:00-10:30
          04/01/2024 9.00-15:00
          4 Jan 2024 17:00 -18:00
          04/01/2024 0900-1030
          01/01/1904
          4/1
          07911123456
          2024-11
          12
          """)
  void refusesWhatIsNoDate(String written) {
    assertThat(MomentText.parse(written)).isEmpty();
  }
}
