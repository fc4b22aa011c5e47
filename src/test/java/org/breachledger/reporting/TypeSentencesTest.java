package org.breachledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breachledger.recurrence.ComparedCounts;
import org.junit.jupiter.api.Test;

class TypeSentencesTest {

  private static final String WHOSE =
      "These verdicts and counts are those of the schools that submitted every month; 1 school is"
          + " left out. The table counts all schools.";

  /** 4 and none at the complete schools, 2 more at one that is silent about a month. */
  @Test
  void aTypeThatCeasedAtTheCompleteSchoolsIsNotSaidToHaveCeasedEverywhere() {
    TypeVerdict type = over(4, 2, new ComparedCounts(4, 0, 1), HalfVerdict.CEASED);

    assertThat(sentences(type))
        .containsExactly("Did not occur again: Lost in transit (4 before).", WHOSE);
    assertThat(type.verdictWords()).isEqualTo("Ceased, complete schools");
  }

  @Test
  void theCountsBesideAVerdictAreThoseItCompares() {
    TypeVerdict rose = over(5, 11, new ComparedCounts(4, 2, 1), HalfVerdict.REDUCED);
    assertThat(rose.verdictWords()).isEqualTo("Reduced, complete schools");
    assertThat(sentences(rose))
        .containsExactly("Became fewer: Lost in transit (4 before, now 2).", WHOSE);
    assertThat(over(5, 4, new ComparedCounts(4, 2, 1), HalfVerdict.REDUCED).verdictWords())
        .isEqualTo("Reduced");
    assertThat(sentences(over(9, 2, new ComparedCounts(2, 2, 1), HalfVerdict.NOT_REDUCED)))
        .containsExactly("Did not become fewer: Lost in transit (2 before, now 2).", WHOSE);
    assertThat(sentences(over(1, 3, new ComparedCounts(0, 2, 1), HalfVerdict.NEW)))
        .containsExactly("New in this half: Lost in transit (2).", WHOSE);
  }

  @Test
  void aTypeTheCompleteSchoolsDidNotHaveIsStillNamed() {
    TypeVerdict type = over(1, 3, new ComparedCounts(0, 0, 1), HalfVerdict.NONE);

    assertThat(sentences(type)).containsExactly("None in either half: Lost in transit.", WHOSE);
    assertThat(type.verdictWords()).isEqualTo("None in either half, complete schools");
  }

  @Test
  void withheldVerdictsStandBesideAllThatIsCounted() {
    assertThat(sentences(over(5, 3, new ComparedCounts(0, 0, 2), HalfVerdict.INSUFFICIENT_DATA)))
        .containsExactly("Cannot be judged: Lost in transit (5 before, now 3).");
  }

  @Test
  void whereEverySchoolIsCompleteNothingIsAdded() {
    TypeVerdict type = new TypeVerdict("Lost in transit", 4, 0, HalfVerdict.CEASED, "");

    assertThat(sentences(type)).containsExactly("Did not occur again: Lost in transit (4 before).");
    assertThat(type.verdictWords()).isEqualTo("Ceased");
  }

  private static TypeVerdict over(
      int previous, int current, ComparedCounts compared, HalfVerdict verdict) {
    return new TypeVerdict("Lost in transit", previous, current, compared, verdict, "");
  }

  private static List<String> sentences(TypeVerdict type) {
    return new TypeSentences(List.of(type)).verdicts();
  }
}
