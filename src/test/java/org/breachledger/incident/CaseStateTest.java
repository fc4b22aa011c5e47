package org.breachledger.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Open or closed: by a sheet, by a person, and by both. */
class CaseStateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          closed=2026-03-20                           | 2026-03-20
          closed=2026-03-20; case_state=open          | 2026-03-20
          closed=2026-03-20; case_state=closed        | 2026-03-20
          closed=undated                              | undated
          case_state=closed                           | undated
          case_state=open                             | open
          closure_finding=near-miss                   | undated
          closure_finding=non-event                   | undated
          closure_finding=incident                    | open
          closure_lesson=check twice                  | open
          status=near-miss                            | open
          reopened=2026-03-20                         | open
          """)
  void aSheetSaysWhetherACaseIsClosed(String sheet, String closed) {
    assertThat(closed(facts(sheet))).isEqualTo(closed);
  }

  /** Only a closing of the sheet that surely lies after the reopening counts again. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # sheet                                          | recorded                                | closed
          case_state=open                                  | closed=2026-03-20                       | 2026-03-20
          closed=2026-03-10                                | closed=2026-03-20                       | 2026-03-10
          closed=2026-03-25                                | closed=2026-03-20                       | 2026-03-20
          closed=2026-03-10                                | reopened=2026-03-20                     | open
          closed=2026-03-20                                | reopened=2026-03-20                     | open
          closed=2026-03-20T10:00:00Z                      | reopened=2026-03-20                     | open
          closed=2026-03-20                                | reopened=2026-03-20T09:00:00Z           | open
          closed=2026-03-21                                | reopened=2026-03-20                     | 2026-03-21
          closed=2026-03-20T09:59:59Z                      | reopened=2026-03-20T10:00:00Z           | open
          closed=2026-03-20T10:00:00Z                      | reopened=2026-03-20T10:00:00Z           | 2026-03-20T10:00:00Z
          closed=undated                                   | reopened=2026-03-20                     | open
          case_state=closed                                | reopened=2026-03-20                     | open
          closure_finding=near-miss                        | reopened=2026-03-20                     | open
          closed=2026-03-10                                | reopened=2026-03-20; closed=2026-03-22  | 2026-03-22
          closed=2026-03-21                                | reopened=2026-03-20; closed=2026-03-22  | 2026-03-21
          """)
  void aPersonsWordStandsUntilTheSheetSaysSomethingNew(
      String sheet, String recorded, String closed) {
    assertThat(closed(facts(sheet).joined(facts(recorded)))).isEqualTo(closed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status=confirmed; closed=2026-03-10; closure_finding=near-miss | INCIDENT
          status=near-miss; closed=2026-03-10; closure_finding=incident  | NEAR_MISS
          closed=2026-03-10; closure_finding=non-event                   | INCIDENT
          closed=2026-03-25; closure_finding=non-event                   | NON_EVENT
          """)
  void aCaseOpenedAgainCountsByItsReportedStatus(String sheet, CountedAs counted) {
    assertThat(CountedAs.of(facts(sheet).joined(facts("reopened=2026-03-20")))).isEqualTo(counted);
  }

  private static String closed(Facts facts) {
    return CaseState.closed(facts).map(Moment::written).orElse("open");
  }

  private static Facts facts(String written) {
    Facts facts = Facts.none();
    for (String part : written.split(";")) {
      String[] sides = part.strip().split("=", 2);
      Field field = Field.find(sides[0]).orElseThrow();
      facts = facts.with(field, field.kind().parse(sides[1]));
    }
    return facts;
  }
}
