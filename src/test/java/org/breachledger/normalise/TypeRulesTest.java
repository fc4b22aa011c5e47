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
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Breaches of the school that has them in its log: they count. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A parent received a report meant for another child at the school.",
        "The school received a complaint that a report had been emailed to the wrong family.",
        "The report was emailed to the grandmother, not the parent.",
        "A parent received another child's report.",
        "A parent received a letter in error from the school.",
        "The grandmother received the report by mistake from the office.",
        "Report sent to a family whose child is not on roll any more.",
        "The parent of a child not on roll received our newsletter list.",
        "A letter addressed to the school was left in the street.",
        "The school received a letter addressed to the school.",
        "We received notification that an email intended for staff had gone to all parents.",
        "We received an email from another school to say that we had sent them a file in error.",
        "We received a call from the hospital that the care plan was sent to them by mistake.",
        "The school received a complaint that an email meant for another school went to a parent.",
        "I received an email meant for a colleague.",
        "The office received back a file meant for another school, opened on the way.",
        "Email about a pupil sent to a different school by mistake.",
        "Pupil file sent to another school in error.",
        "The email was sent to the school office in error instead of the SENCO.",
        "Medical form found in the bag of a child, not our pupil's mother.",
      })
  void whatThisSchoolSentWronglyIsItsOwn(String text) {
    assertThat(RULES.decide(null, text).direction()).isEmpty();
  }

  /** Breaches of another body: the school itself received them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "We received a letter intended for another school about a pupil.",
        "We received an e-mail about a pupil that was meant for another school; it was deleted.",
        "We received a hospital letter that was meant for a different school, and returned it.",
        "Our office received a list of pupils that was meant for another authority's transport team.",
        "The school received a safeguarding file intended for the head of another primary school.",
        "We received an email from the hospital in error.",
        "The school received by mistake a care plan from another school.",
        "A care plan was emailed to us by mistake by the council.",
        "A pupil's file was sent to the school in error by another school.",
        "A file was delivered to our office that was meant for another school.",
        "We received a safeguarding file for a child who is not on roll.",
        "The office received a record from a different trust that was wrongly addressed.",
      })
  void whatAnotherBodySentUsWronglyIsInbound(String text) {
    assertThat(RULES.decide(null, text).direction()).contains("inbound");
  }

  @ParameterizedTest
  @CsvSource({
    "Near miss: letter for the wrong family spotted before it was posted., near-miss",
    "Email to the wrong parent was stopped before it was sent., near-miss",
    "Suspected breach: a file may have been seen by a visitor., potential",
    "Email sent to the wrong parent., ''",
    "The report could have gone to the wrong family but was noticed in time., near-miss",
    "A letter was nearly handed to the wrong parent., near-miss",
    "Papers in the recycling were noticed before collection., near-miss",
    "Email to the wrong parent was recalled before it was opened., near-miss",
    "The folder was left on the coach and found unopened., near-miss",
    "A laptop was stolen. It was encrypted so no data was lost., ''",
    "Report emailed to the wrong parent but the sender could not recall it., ''",
    "The laptop was stolen and could have led to fraud but the bank stopped it., ''",
    "A hacker intercepted e-mails of the finance office., ''",
    "The mistake was noticed before the end of the day and the parents were told., ''",
    "The mailing was stopped before more letters were sent., ''",
    "The email was recalled before most of the parents had read it., ''",
    "'Report cards handed to wrong pupils but noticed before they left site, most had gone home already.', ''",
    "Report cards handed to wrong pupils but noticed before they left site., near-miss",
    "Letter sent to the wrong parent; could have led to distress but was corrected next day., ''",
    "On 3 May sent a report card to the wrong parent., ''",
    "The report dated 31 May left on the bus was never found., ''",
    "The data may have been accessed by a stranger., potential",
    "A visitor read the register before he left the building., ''",
    "On 5 May a laptop was stolen., ''",
    "In May the pupil file was viewed by a visitor., ''",
    "The laptop may have been stolen., potential",
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
