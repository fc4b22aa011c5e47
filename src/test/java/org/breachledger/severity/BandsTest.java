package org.breachledger.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.RefusedTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandsTest {

  private static final String FILE = "severity/bands.csv";

  @ParameterizedTest(name = "{0} people give {1}")
  @CsvSource({
    "0, 0",
    "1, 0",
    "10, 0",
    "11, 1",
    "100, 1",
    "101, 2",
    "292, 2",
    "1000, 2",
    "1001, 3",
    "999999999, 3"
  })
  void bothSidesOfEachEdge(int people, int baseline) {
    assertThat(Bands.read(EditedPolicy.shipped(), FILE).baseline(people)).isEqualTo(baseline);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0,10,0;12,,1 | line 3: gap: nothing is said of 11; begin this step at 11",
        "0,10,0;20,,1 | line 3: gap: nothing is said of 11 to 19; begin this step at 11",
        "0,10,0;10,,1 | line 3: overlap: the step before ends at 10; begin this step at 11",
        "0,,0;11,,1   | line 3: this step overlaps the one before; only the ends may be open",
        "1,10,0;11,,1 | line 2: gap: the first step must begin at 0",
        "0,10,0;11,100,1 | line 3: gap: nothing is said of numbers above 100; leave the upper end"
            + " of the last step empty",
        "0,10,0;11,5,1;6,,2 | line 3: this step ends at 5, before it begins",
        "0,ten,0;11,,1 | line 2: \"ten\" in column \"to\" is not a whole number",
        "0,10,;11,,1  | line 2: column \"baseline\" is empty; write a value",
        ",10,0;11,,1  | line 2: column \"from\" is empty; write a value",
      })
  void aWrongTableIsRefusedByLine(String rows, String message) {
    EditedPolicy edited =
        EditedPolicy.shipped().with(FILE, "from,to,baseline\n" + rows.replace(';', '\n') + "\n");
    assertThatThrownBy(() -> Bands.read(edited, FILE))
        .isInstanceOf(RefusedTable.class)
        .hasMessage("jobs/" + FILE + ", " + message);
  }
}
