package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months as titles, tabs and file names state them; the second column gives them as a list. */
class PeriodsTest {

  @ParameterizedTest(name = "\"{0}\" states {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Incident log May 2024                              | 2024-05
          monthly-2024-05.csv                                | 2024-05
          breach_log_202405.xlsx                             | 2024-05
          Sept 24                                            | 2024-09
          log 05-2024                                        | 2024-05
          November 2023 to January 2024                      | 2023-11, 2023-12, 2024-01
          November 2023 – January 2024                       | 2023-11, 2023-12, 2024-01
          2023-11..2024-01                                   | 2023-11, 2023-12, 2024-01
          Period: 01/11/2023 - 31/01/2024                    | 2023-11, 2023-12, 2024-01
          1 November 2023 to 31 January 2024                 | 2023-11, 2023-12, 2024-01
          15 November 2023 to 30 January 2024                | 2023-12
          2023-11-01 to 2024-02-29                           | 2023-11, 2023-12, 2024-01, 2024-02
          July to October 2026                               | 2026-07, 2026-08, 2026-09, 2026-10
          Log, jul - oct 26                                  | 2026-07, 2026-08, 2026-09, 2026-10
          Sept. to Oct. 2026                                 | 2026-09, 2026-10
          November 2025 to February 2026                     | 2025-11, 2025-12, 2026-01, 2026-02
          November to February 2026                          | 2025-11, 2025-12, 2026-01, 2026-02
          December to January 2026                           | 2025-12, 2026-01
          January to December 2026 figures                   | 2026-01, 2026-02, 2026-03, 2026-04, 2026-05, 2026-06, 2026-07, 2026-08, 2026-09, 2026-10, 2026-11, 2026-12
          October to October 2026                            | 2026-10
          15 July to October 2026                            | 2026-10
          Prepared by Theresa May - March 2024               | 2024-03
          Log kept by Jan - March 2024                       | 2024-03
          Westwood Primary, March - July 2024                | 2024-07
          Westwood Primary: May - July 2024                  | 2024-05, 2024-06, 2024-07
          Westwood Primary, May to July 2024                 | 2024-05, 2024-06, 2024-07
          breach_log_may-july_2024                           | 2024-05, 2024-06, 2024-07
          Marketing to October 2026                          | 2026-10
          July and August 2026                               | 2026-07, 2026-08
          Elmbury Primary July and August 2026               | 2026-07, 2026-08
          Incidents for July & August 2026                   | 2026-07, 2026-08
          Jul/Aug 26                                         | 2026-07, 2026-08
          July, August and September 2026                    | 2026-07, 2026-08, 2026-09
          Elmbury Primary, July, August and September 2026   | 2026-07, 2026-08, 2026-09
          December and January 2026                          | 2025-12, 2026-01
          Breach log: January, February, March 2026          | 2026-01, 2026-02, 2026-03
          breaches_oct-nov-dec_2025.xlsx                     | 2025-10, 2025-11, 2025-12
          Log: Nov, Dec, Jan 2026                            | 2025-11, 2025-12, 2026-01
          Log kept by May, March, April 2026                 | 2026-04
          July and September to November 2026                | 2026-07, 2026-09, 2026-10, 2026-11
          July to September and November 2026                | 2026-07, 2026-08, 2026-09, 2026-11
          breach_log_july_and_august_2026.xlsx               | 2026-07, 2026-08
          Prepared by Theresa May, March 2024                | 2024-03
          Mayfield and October 2026                          | 2026-10
          15 July and August 2026                            | 2026-08
          We may write in October 2026                       | 2026-10
          """)
  void readsMonths(String text, String expected) {
    assertThat(Periods.in(text)).extracting(Object::toString).containsExactly(expected.split(", "));
  }

  @ParameterizedTest(name = "\"{0}\" states no period")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Incident log
          Data as at 31 May 2024
          export 2024-05-31.xlsx
          printed 31/05/2024
          Log 2024
          2023/24
          Incident 20240104
          Room 12-20245
          July to October
          Mayfield 2026
          Decisions 2026
          """)
  void statesNone(String text) {
    assertThat(Periods.in(text)).isEmpty();
  }

  /** Such a name would take hours where each way to part it were tried. */
  @Test
  @Timeout(10)
  void aLongRowOfMonthsIsReadAtOnce() {
    assertThat(Periods.in("janto".repeat(400))).isEmpty();
    assertThat(Periods.in("jan to ".repeat(400))).isEmpty();
    assertThat(Periods.in("jan, and ".repeat(400) + "feb 2026")).isNotEmpty();
    assertThat(Periods.in("jan" + " ".repeat(5_000) + "feb")).isEmpty();
  }
}
