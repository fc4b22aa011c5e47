package org.breachledger.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeRulesTest {

  private static final TypeRules RULES = TypeRules.read(Tables.shipped());

  @TestFactory
  Stream<DynamicTest> aSchoolsWordsGiveItsType() {
    return SchoolSentences.list().stream()
        .map(
            one ->
                dynamicTest(
                    one.text(),
                    () ->
                        assertThat(RULES.decide(null, one.text()).breachType())
                            .isIn(
                                Stream.of(one.code(), one.fair())
                                    .filter(code -> !code.isEmpty())
                                    .toList())));
  }

  @Test
  void everyTypeIsAmongTheSentences() {
    List<String> codes = SchoolSentences.list().stream().map(one -> one.code()).distinct().toList();
    assertThat(codes)
        .containsExactlyInAnyOrderElementsOf(
            BreachTypes.read(Tables.shipped()).list().stream().map(TypeDefinition::code).toList());
  }

  @Test
  void highConfidenceIsRightInAllSentences() {
    List<SchoolSentences.Sentence> wrong =
        SchoolSentences.list().stream()
            .filter(one -> RULES.decide(null, one.text()).confidence() == Confidence.HIGH)
            .filter(
                one -> {
                  String type = RULES.decide(null, one.text()).breachType();
                  return !Objects.equals(type, one.code()) && !Objects.equals(type, one.fair());
                })
            .toList();
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Email about a pupil's behaviour sent to the wrong parent., EMAIL_WRONG_RECIPIENT",
    "Newsletter emailed to all parents without using BCC., NO_BCC",
    "Minutes sent to parents with a pupil's name not redacted., FAILURE_TO_REDACT",
    "Phone call about a safeguarding matter overheard by visitors in reception., VERBAL",
    "Another parent could see the wrong pupil in the portal., WRONG_RECORD_IN_PORTAL",
    "Bursar clicked on a link in a phishing email., PHISHING",
    "Ransomware attack encrypted the file server., MALWARE",
    "A parent found a class register in the street., FOUND_IN_PUBLIC",
    "Staff member accessed CPOMS records out of curiosity., LOOKED_WITHOUT_NEED",
    "Supply teacher used a colleague's login., SHARED_LOGIN",
    "Filing cabinet sold at auction still held pupil files., INSECURE_STORAGE",
  })
  void theWordsNameThePart(String text, String subType) {
    assertThat(RULES.decide(null, text).subType()).isEqualTo(subType);
  }

  @ParameterizedTest
  @CsvSource({
    "Laptop was not stolen.",
    "No laptop was lost.",
    "Nothing happened.",
    "Assembly was moved to Tuesday.",
  })
  void whatDidNotHappenIsNoType(String text) {
    TypeDecision decision = RULES.decide(null, text);
    assertThat(decision.confidence()).isEqualTo(Confidence.LOW);
    assertThat(decision.needsReview()).isTrue();
  }

  @Test
  void anExactCategoryAloneIsSure() {
    TypeDecision decision = RULES.decide("Failure to use BCC", "");
    assertThat(decision.breachType()).isEqualTo("DISCLOSED_IN_ERROR");
    assertThat(decision.subType()).isEqualTo("NO_BCC");
    assertThat(decision.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(decision.needsReview()).isFalse();
  }

  @Test
  void categoryAndTextThatDisagreeNeedReviewAndBothAreShown() {
    TypeDecision decision =
        RULES.decide("Lost in transit", "Email about a pupil sent to the wrong parent by mistake.");
    assertThat(decision.breachType()).isEqualTo("LOST_IN_TRANSIT");
    assertThat(decision.needsReview()).isTrue();
    assertThat(decision.evidence()).contains("LOST_IN_TRANSIT", "DISCLOSED_IN_ERROR", "disagree");
  }

  @Test
  void aCategoryThatNamesNoTypeStaysUnmapped() {
    TypeDecision decision = RULES.decide("Theft", null);
    assertThat(decision.breachType()).isNull();
    assertThat(decision.confidence()).isEqualTo(Confidence.LOW);
    assertThat(decision.needsReview()).isTrue();
  }

  @Test
  void aCategoryThatNamesNoTypeLeavesItToTheText() {
    assertThat(RULES.decide("Theft", "Teacher's laptop stolen from her car.").breachType())
        .isEqualTo("LOST_OR_STOLEN_HARDWARE");
    assertThat(RULES.decide("Theft", "Letter sent to the wrong parent.").needsReview()).isTrue();
  }

  @Test
  void anUnknownCategoryIsReadLikeWords() {
    assertThat(RULES.decide("Laptop theft", "").breachType()).isEqualTo("LOST_OR_STOLEN_HARDWARE");
  }

  @Test
  void nothingGivenIsNoType() {
    TypeDecision decision = RULES.decide(null, null);
    assertThat(decision.breachType()).isNull();
    assertThat(decision.needsReview()).isTrue();
  }

  @Test
  void whatWasMeantForSomebodyElseIsInbound() {
    TypeDecision decision =
        RULES.decide(null, "We received a letter intended for another school about a pupil.");
    assertThat(decision.breachType()).isEqualTo("DISCLOSED_IN_ERROR");
    assertThat(decision.direction()).contains("inbound");
    assertThat(RULES.decide("Receiving of information meant for someone else", "").direction())
        .contains("inbound");
    assertThat(RULES.decide(null, "A parent received another child's report.").direction())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Near miss: letter for the wrong family spotted before it was posted., near-miss",
    "Email to the wrong parent was stopped before it was sent., near-miss",
    "Suspected breach: a file may have been seen by a visitor., potential",
    "Email sent to the wrong parent., ''",
  })
  void theTextSaysNearMissOrPotential(String text, String status) {
    assertThat(RULES.decide(null, text).status().orElse("")).isEqualTo(status);
  }

  @Test
  void americanSpellingIsTheSame() {
    assertThat(RULES.decide(null, "Unauthorized third party accessed the payroll system."))
        .usingRecursiveComparison()
        .ignoringFields("evidence")
        .isEqualTo(RULES.decide(null, "Unauthorised third party accessed the payroll system."));
  }

  @Test
  void evidenceQuotesTheWordsAndNamesTheRule() {
    assertThat(RULES.decide(null, "The laptop was stolen from a car.").evidence())
        .contains("\"laptop was stolen\"", "wording.csv line");
  }

  @Test
  void aVeryLongTextIsReadToItsLimit() {
    String text = "The laptop was stolen. " + "It rained. ".repeat(20_000);
    assertThat(RULES.decide(null, text).breachType()).isEqualTo("LOST_OR_STOLEN_HARDWARE");
  }
}
