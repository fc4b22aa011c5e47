package org.breachledger.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Text;
import org.breachledger.policy.RefusedTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is learned from confirmed incidents: where it speaks, where not, and that it is always the
 * same.
 */
class TypeLearningTest {

  /** No row of the rules speaks to these words, so that nothing but learning can. */
  private static final String WIDGET = "The blue widget was wobbling beside the %s trellis.";

  private static final String GIMMICK = "Some green gimmick hummed under the %s gazebo.";

  private static final TypeRules RULES = TypeRules.read(Tables.shipped());
  private static final LearningSettings SHIPPED = LearningSettings.read(Tables.shipped());
  private static final LearningSettings SMALL = new LearningSettings(6, 3, 2, 5, 0.5, 4, 0.97);

  private static List<ConfirmedType> confirmed(int widgets, int gimmicks) {
    List<ConfirmedType> all = new ArrayList<>();
    for (int i = 0; i < widgets; i++) {
      all.add(one(i + 1, null, WIDGET.formatted("wooden"), "LOST_IN_TRANSIT", null));
    }
    for (int i = 0; i < gimmicks; i++) {
      all.add(one(i + 101, null, GIMMICK.formatted("garden"), "DISCLOSED_IN_ERROR", "VERBAL"));
    }
    return all;
  }

  private static ConfirmedType one(
      long incident,
      @Nullable String category,
      @Nullable String text,
      String type,
      @Nullable String subType) {
    return new ConfirmedType(incident, category, text, false, type, subType);
  }

  private static LearnedTypes learned(LearningSettings settings, List<ConfirmedType> confirmed) {
    return new TypeLearning(RULES, settings).learn(confirmed).orElseThrow().types();
  }

  private static TypeDecision decided(LearnedTypes types, @Nullable String category, String text) {
    return Typing.with(RULES, new LearnedVersion(3, types)).decide(category, text);
  }

  @Test
  void theTypeOfTheMostSimilarIsSuggestedWithItsOrigin() {
    TypeDecision said = decided(learned(SMALL, confirmed(4, 4)), null, "A gimmick hummed again");
    assertThat(said.breachType()).isEqualTo("DISCLOSED_IN_ERROR");
    assertThat(said.subType()).isEqualTo("VERBAL");
    assertThat(said.confidence()).isEqualTo(Confidence.LOW);
    assertThat(said.needsReview()).isTrue();
    assertThat(said.evidence())
        .isEqualTo(
            "learned from 8 confirmed incidents (version 3): 100 % of what the most similar say;"
                + " rules: no rule speaks to these words");
  }

  @Test
  void aCategoryOfTheHouseIsLearnedLikeWords() {
    List<ConfirmedType> confirmed = new ArrayList<>(confirmed(4, 0));
    for (int i = 0; i < 4; i++) {
      confirmed.add(one(201 + i, "Code zeta-seven", null, "UNAUTHORISED_ACCESS", null));
    }
    LearnedTypes types = learned(SMALL, confirmed);
    assertThat(decided(types, "code ZETA seven", "").breachType()).isEqualTo("UNAUTHORISED_ACCESS");
    assertThat(decided(types, "code eta nine", "").breachType()).isNull();
  }

  @Test
  void whatTheRulesAreSureOfIsNeverChanged() {
    List<ConfirmedType> confirmed = new ArrayList<>();
    String stolen = "The laptop was stolen from a car.";
    for (int i = 0; i < 10; i++) {
      confirmed.add(one(i, null, stolen, "OTHER", null));
      confirmed.add(one(100 + i, "Phishing", null, "OTHER", null));
    }
    LearnedTypes types = learned(SMALL, confirmed);
    assertThat(types.suggest(null, stolen).map(Suggestion::breachType)).contains("OTHER");
    assertThat(decided(types, null, stolen)).isEqualTo(RULES.decide(null, stolen));
    assertThat(decided(types, "Phishing", "")).isEqualTo(RULES.decide("Phishing", ""));
  }

  /** The ICO's "Not Provided" names no type by itself: without a description it has none. */
  @Test
  void aCategoryThatMustStayUnmappedStaysSo() {
    List<ConfirmedType> confirmed = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      confirmed.add(one(i, "Not Provided", null, "OTHER", null));
    }
    LearnedTypes types = learned(SMALL, confirmed);
    assertThat(RULES.decide("Not Provided", "").breachType()).isNull();
    assertThat(decided(types, "Not Provided", "").breachType()).isNull();
  }

  @Test
  void nothingIsLearnedFromFewerThanTheFewest() {
    assertThat(new TypeLearning(RULES, SMALL).learn(confirmed(3, 2))).isEmpty();
    assertThat(new TypeLearning(RULES, SMALL).learn(confirmed(3, 3))).isPresent();
  }

  @Test
  void aTypeIsSuggestedFromItsFewestOn() {
    assertThat(learned(SMALL, confirmed(6, 2)).suggest(null, "A gimmick hummed")).isEmpty();
    assertThat(learned(SMALL, confirmed(6, 3)).suggest(null, "A gimmick hummed")).isPresent();
  }

  @Test
  void whereTheMostSimilarDifferNothingIsSuggested() {
    List<ConfirmedType> confirmed = new ArrayList<>(confirmed(4, 0));
    List<String> types = List.of("OTHER", "LOST_IN_TRANSIT", "DISCLOSED_IN_ERROR");
    for (int i = 0; i < 9; i++) {
      confirmed.add(one(300 + i, null, "Gizmo rattled loudly", types.get(i % 3), null));
    }
    assertThat(learned(SMALL, confirmed).suggest(null, "Gizmo rattled loudly")).isEmpty();
  }

  @Test
  void oneWordInCommonSaysNothing() {
    LearnedTypes types = learned(SMALL, confirmed(4, 4));
    assertThat(types.suggest(null, "gimmick")).isEmpty();
    assertThat(types.suggest(null, "Nobody ever wrote that")).isEmpty();
    assertThat(types.suggest(null, "")).isEmpty();
  }

  @Test
  void theSameConfirmedIncidentsInAnyOrderMakeTheSameBytes() {
    List<ConfirmedType> confirmed = confirmed(5, 6);
    byte[] first = learned(SMALL, confirmed).bytes();
    for (int seed = 0; seed < 5; seed++) {
      List<ConfirmedType> shuffled = new ArrayList<>(confirmed);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(learned(SMALL, shuffled).bytes()).isEqualTo(first);
    }
    assertThat(LearnedTypes.read(first).bytes()).isEqualTo(first);
    assertThat(learned(SMALL, confirmed(5, 5)).bytes()).isNotEqualTo(first);
  }

  @Test
  void whatIsReadBackSuggestsTheSame() {
    LearnedTypes types = learned(SMALL, confirmed(4, 5));
    LearnedTypes again = LearnedTypes.read(types.bytes());
    for (String text : List.of("A gimmick hummed", "blue widget wobbling", "something else")) {
      assertThat(again.suggest(null, text)).isEqualTo(types.suggest(null, text));
    }
    assertThat(again.incidents()).isEqualTo(types.incidents());
    assertThatThrownBy(() -> LearnedTypes.read(new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("learn them again");
  }

  /** A name that one incident has is not even kept as a number. */
  @Test
  void noWordIsKeptAndNoneThatOnlyOneIncidentHas() {
    List<ConfirmedType> confirmed = new ArrayList<>(confirmed(4, 4));
    confirmed.set(0, one(1, null, WIDGET.formatted("Featherstonehaugh"), "LOST_IN_TRANSIT", null));
    List<ConfirmedType> other = new ArrayList<>(confirmed);
    other.set(0, one(1, null, WIDGET.formatted("Cholmondeley"), "LOST_IN_TRANSIT", null));
    byte[] bytes = learned(SMALL, confirmed).bytes();
    assertThat(bytes).isEqualTo(learned(SMALL, other).bytes());
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("widget", "trellis", "gazebo");
    assertThat(confirmed.get(0).toString()).isEqualTo("incident 1 is LOST_IN_TRANSIT");
  }

  /** Eight alike of each type; one of them was confirmed as something else. */
  @Test
  void eachIsJudgedByAllTheOthers() {
    List<ConfirmedType> confirmed = new ArrayList<>(confirmed(8, 8));
    confirmed.set(0, one(1, null, WIDGET.formatted("wooden"), "OTHER", null));
    LearningTrial trial = new TypeLearning(RULES, SMALL).learn(confirmed).orElseThrow().trial();
    assertThat(trial).isEqualTo(new LearningTrial(16, 16, 15, 16, 16, 15, 0, 0));
  }

  @Test
  void nobodyIsJudgedByItsOwnWords() {
    List<ConfirmedType> confirmed = new ArrayList<>(confirmed(6, 0));
    confirmed.add(one(500, null, "Quokka zigzag yonder", "OTHER", null));
    LearningTrial trial = new TypeLearning(RULES, SMALL).learn(confirmed).orElseThrow().trial();
    assertThat(trial.examples()).isEqualTo(7);
    assertThat(trial.answered()).isEqualTo(6);
  }

  /** "Two words only" is what one rule below says of gimmicks: a low guess. */
  @Test
  void aProvenSuggestionThatIsTheRulesGuessNeedsNoReview() {
    TypeRules weak =
        TypeRules.read(
            Tables.shipped()
                .wording("gimmick,,,DISCLOSED_IN_ERROR,,1,a hint", "widget,,,OTHER,,1,a hint"));
    TypeDecision guess = weak.decide(null, "A gimmick hummed again");
    assertThat(guess.confidence()).isEqualTo(Confidence.LOW);
    TypeLearning.Learned learned =
        new TypeLearning(weak, SMALL).learn(confirmed(4, 4)).orElseThrow();
    assertThat(learned.trial().agreed()).isEqualTo(4);
    assertThat(learned.trial().agreedRight()).isEqualTo(4);
    assertThat(learned.types().isProven()).isTrue();
    Typing typing = Typing.with(weak, new LearnedVersion(1, learned.types()));

    TypeDecision agreed = typing.decide(null, "A gimmick hummed again");
    assertThat(agreed.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(agreed.needsReview()).isFalse();

    TypeDecision alone = typing.decide(null, "A blue widget was wobbling");
    assertThat(alone.breachType()).isEqualTo("LOST_IN_TRANSIT");
    assertThat(alone.confidence()).isEqualTo(Confidence.LOW);
    assertThat(alone.needsReview()).isTrue();
  }

  @Test
  void itIsProvenByEnoughRightAnswersOnly() {
    assertThat(new LearningTrial(9, 9, 9, 9, 9, 9, 3, 3).proves(SMALL)).isFalse();
    assertThat(new LearningTrial(9, 9, 9, 9, 9, 9, 4, 4).proves(SMALL)).isTrue();
    assertThat(new LearningTrial(900, 900, 900, 900, 900, 900, 100, 97).proves(SMALL)).isTrue();
    assertThat(new LearningTrial(900, 900, 900, 900, 900, 900, 100, 96).proves(SMALL)).isFalse();
  }

  @Test
  void aPersonsWordStandsAgainstEverything() {
    ConfirmedType person = one(1, "Phishing", "Laptop stolen", "OTHER", null);
    TypeDecision said =
        Typing.byRules(RULES)
            .confirmed(person, LocalDate.of(2026, 7, 1), "Phishing", "Laptop stolen");
    assertThat(said.breachType()).isEqualTo("OTHER");
    assertThat(said.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(said.needsReview()).isFalse();
    assertThat(said.evidence()).startsWith("confirmed by a person on 2026-07-01; without that: ");
    assertThat(said.direction()).isEqualTo(Optional.empty());
  }

  /** A person vouches for the words that person saw, and for no others. */
  @ParameterizedTest(name = "{0} confirmed of \"{1}\", now \"{2}\": {3}")
  @CsvSource({
    "LOST_OR_STOLEN_HARDWARE, The laptop was stolen from a car, The laptop was stolen from his car, stands",
    "LOST_OR_STOLEN_HARDWARE, The laptop was stolen from a car, A letter was emailed to the wrong parent, asked",
    "OTHER, The laptop was stolen from a car, The laptop was stolen from his car, stands",
    "OTHER, The laptop was stolen from a car, A letter was emailed to the wrong parent, asked",
    "DISCLOSED_IN_ERROR, The laptop was stolen from a car, A letter was emailed to the wrong parent, stands",
    "OTHER, The laptop was stolen from a car, Nothing is known of it, stands",
    "OTHER, , The laptop was stolen from a car, asked",
  })
  void otherWordsThanThosePersonsSawAskAgain(
      String type, @Nullable String then, String now, String becomes) {
    TypeDecision said =
        Typing.byRules(RULES)
            .confirmed(one(1, null, then, type, null), LocalDate.of(2026, 7, 1), null, now);
    assertThat(said.breachType()).isEqualTo(type);
    assertThat(said.needsReview()).isEqualTo(becomes.equals("asked"));
    assertThat(said.confidence())
        .isEqualTo(becomes.equals("asked") ? Confidence.MEDIUM : Confidence.HIGH);
  }

  @Test
  void wordsWrittenLaterThatLeaveItOutOfCountingAreNotVouchedFor() {
    String then = "A letter was put into the wrong envelope";
    String now = then + ", a near miss: noticed before posting";
    ConfirmedType person = one(1, null, then, "DISCLOSED_IN_ERROR", null);
    LocalDate on = LocalDate.of(2026, 7, 1);
    assertThat(Typing.byRules(RULES).confirmed(person, on, null, now).vouched()).isFalse();
    assertThat(Typing.byRules(RULES).confirmed(person, on, null, then).vouched()).isTrue();
    ConfirmedType both = one(1, null, now, "DISCLOSED_IN_ERROR", null);
    assertThat(Typing.byRules(RULES).confirmed(both, on, null, now).vouched()).isTrue();
  }

  /** Of words that were taken out nobody can say that others stand there now. */
  @ParameterizedTest(name = "reported as \"{0}\", \"{1}\": asked again {2}")
  @CsvSource({
    "Lost, [redacted], false",
    "[redacted], , false",
    "[redacted], [redacted], false",
    ", , true",
    "Lost, A bag, true",
  })
  void redactedWordsAreUnknownAndNotOthers(
      @Nullable String category, @Nullable String then, boolean asked) {
    Facts seen = Facts.none();
    seen = category == null ? seen : seen.with(Field.REPORTED_TYPE, new Text(category));
    seen = then == null ? seen : seen.with(Field.DESCRIPTION, new Text(then));
    TypeDecision said =
        Typing.byRules(RULES)
            .confirmed(
                ConfirmedType.of(1, seen, "OTHER", null),
                LocalDate.of(2026, 7, 1),
                null,
                "A letter was emailed to the wrong parent; a near miss, noticed before posting");
    assertThat(said.needsReview()).isEqualTo(asked);
    assertThat(said.vouched()).isEqualTo(!asked);
  }

  @Test
  void anotherPartThanTheOneNamedAsksAgain() {
    String then = "An e-mail was sent to the wrong parent";
    String now = "An e-mail was sent to all parents without using bcc";
    LocalDate on = LocalDate.of(2026, 7, 1);
    ConfirmedType part = one(1, null, then, "DISCLOSED_IN_ERROR", "EMAIL_WRONG_RECIPIENT");
    ConfirmedType whole = one(1, null, then, "DISCLOSED_IN_ERROR", null);
    assertThat(Typing.byRules(RULES).confirmed(part, on, null, now).needsReview()).isTrue();
    assertThat(Typing.byRules(RULES).confirmed(whole, on, null, now).needsReview()).isFalse();
  }

  @Test
  void theShippedSettings() {
    assertThat(SHIPPED).isEqualTo(new LearningSettings(20, 5, 2, 11, 0.5, 100, 0.97));
  }

  @Test
  void wrongSettingsAreRefusedWithTheirLine() {
    String shipped = Tables.shipped().get(LearningSettings.FILE);
    Map<String, String> wrong =
        Map.of(
            "neighbours: 11", "neighbours: none",
            "share: 0.5", "share: 1.5",
            "fewest_with_a_word: 2", "fewest_with_a_word: 1",
            "proven_share: 0.97", "proof: 0.97");
    wrong.forEach(
        (right, bad) ->
            assertThatThrownBy(
                    () ->
                        LearningSettings.read(
                            Tables.shipped()
                                .with(LearningSettings.FILE, shipped.replace(right, bad))))
                .isInstanceOf(RefusedTable.class)
                .hasMessageContaining("learning.yaml"));
  }
}
