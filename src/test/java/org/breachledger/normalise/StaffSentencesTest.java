package org.breachledger.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.breachledger.normalise.SchoolSentences.Sentence;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The words of staff: what the rules get right today they must get right tomorrow. */
class StaffSentencesTest {

  private static final TypeRules RULES = TypeRules.read(Tables.shipped());

  /** Where the rules know that they do not know, or still guess wrong: with a person to look. */
  private static final List<String> STILL_WRONG =
      List.of(
          "Parent was given her ex-husband's new phone number",
          "Two pupils with the same name",
          "Clerk put the whole appeal pack",
          "SEN transport list went to a taxi firm",
          "IT apprentice browsed",
          "Unblurred picture of a child");

  private static final List<Sentence> ALL =
      Stream.of(StaffSentences.list(), OfficeSentences.list()).flatMap(List::stream).toList();

  private static boolean isRight(Sentence one) {
    String type = RULES.decide(null, one.text()).findBreachType().orElse("");
    boolean fair = !type.isEmpty() && List.of(one.fair().split(";")).contains(type);
    return type.equals(one.code()) || fair;
  }

  @TestFactory
  Stream<DynamicTest> eachHasItsType() {
    return ALL.stream()
        .filter(one -> STILL_WRONG.stream().noneMatch(one.text()::startsWith))
        .map(one -> DynamicTest.dynamicTest(one.text(), () -> assertThat(isRight(one)).isTrue()));
  }

  @Test
  void whatIsStillWrongGoesToAPerson() {
    List<Sentence> wrong = ALL.stream().filter(one -> !isRight(one)).toList();
    assertThat(wrong).hasSize(STILL_WRONG.size());
    assertThat(wrong).allMatch(one -> RULES.decide(null, one.text()).needsReview());
  }

  /** High confidence is what nobody looks at again. */
  @Test
  void whatIsSureIsRight() {
    List<Sentence> sure =
        ALL.stream()
            .filter(one -> RULES.decide(null, one.text()).confidence() == Confidence.HIGH)
            .toList();
    assertThat(sure).hasSizeGreaterThanOrEqualTo(220).allMatch(StaffSentencesTest::isRight);
  }
}
