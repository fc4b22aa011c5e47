package org.breachledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleAffectedTest {

  private static final String OPENING =
      "The people whose data the incidents concerned, as far as it was recorded.";
  private static final String HIDING =
      " Numbers from 1 to 4 are not printed exactly, and others are withheld where they would give"
          + " one of these away.";

  private static PeopleAffected people(String printed, int before, int now, boolean ranges) {
    return new PeopleAffected(
        List.of(new PeopleAffected.Row("Lost in transit", "12", printed)),
        new SmallNumbers(4),
        before,
        now,
        ranges);
  }

  @ParameterizedTest
  @CsvSource({"5, false", "1 to 4, true", "withheld, true", "0, false", "not known, false"})
  void itSaysThatNumbersAreHiddenOnlyWhereSomeAre(String printed, boolean hidden) {
    assertThat(people(printed, 0, 0, false).sentences())
        .isEqualTo(hidden ? OPENING + HIDING : OPENING);
  }

  @Test
  void itSaysOfHowManyIncidentsNothingIsKnown() {
    assertThat(people("12", 0, 1, true).sentences())
        .isEqualTo(
            OPENING
                + " The number is unknown for 1 incident of this half and no incidents of the half"
                + " before. Of a number recorded as a range, the upper end is counted.");
  }

  @Test
  void withoutAnIncidentThereIsNothingToSay() {
    SmallNumbers limit = new SmallNumbers(4);
    assertThat(PeopleAffected.none().isEmpty()).isTrue();
    assertThat(new PeopleAffected(List.of(), limit, 1, 0, false).isEmpty()).isFalse();
    assertThat(people("5", 0, 0, false).isEmpty()).isFalse();
  }
}
