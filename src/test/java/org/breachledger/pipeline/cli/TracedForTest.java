package org.breachledger.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Governors and the board get numbers; who may see incidents gets those behind them, too. */
class TracedForTest {

  @ParameterizedTest
  @CsvSource({"governors, dpo", "board, dpo", "governors, head", "governors, data_lead"})
  void theseMay(String paper, String role) {
    assertThatCode(() -> TracedFor.check(paper, "xlsx", role)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          governors     | xlsx | governor | the incidents behind the governors paper are not for the role "governor"; give --for dpo
          board         | xlsx | governor | the incidents behind the board paper are not for the role "governor"; give --for dpo
          board         | xlsx | head     | the incidents behind the board paper are not for the role "head"; give --for dpo
          governors     | xlsx | operator | the incidents behind the governors paper are not for the role "operator"; give --for dpo
          governors     | xlsx | pupil    | there is no role "pupil"; the roles are dpo, head
          governors     | pdf  | dpo      | --trace goes with governors or board and --format xlsx
          working-group | xlsx | dpo      | --trace goes with governors or board and --format xlsx
          """)
  void theseMayNot(String paper, String format, String role, String refusal) {
    assertThatThrownBy(() -> TracedFor.check(paper, format, role))
        .isInstanceOf(WrongUsage.class)
        .hasMessageStartingWith(refusal);
  }
}
