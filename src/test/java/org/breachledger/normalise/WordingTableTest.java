package org.breachledger.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachledger.policy.RefusedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTableTest {

  private static final String GOOD = "laptop .. stolen,,,LOST_OR_STOLEN_HARDWARE,,8,a device";

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        GOOD + " # laptops .. stole,,,LOST_OR_STOLEN_HARDWARE,,5,again # line 3 # stands on line 2",
        GOOD + " # tablet lost,,,LOST_HARDWARE,,5,why # line 3 # is no breach type",
        GOOD + " # no bcc,,,DISCLOSED_IN_ERROR,BCC,5,why # line 3 # is no sub-type",
        GOOD + " # the of a,,,OTHER,,5,why # line 3 # can never match",
        GOOD + " # found. in a bin,,,OTHER,,5,why # line 3 # can never match",
        GOOD + " # <toys> lost,,,OTHER,,5,why # line 3 # word group <toys> is unknown",
        GOOD + " # lost laptop,,laptop,OTHER,,5,why # line 3 # can never match",
        GOOD + " # lost laptop,car,car,OTHER,,5,why # line 3 # can never match",
        GOOD + " # .. lost,,,OTHER,,5,why # line 3 # a gap must stand between",
        GOOD + " # lost ..,,,OTHER,,5,why # line 3 # a gap must stand between",
        GOOD + " # lost,,,OTHER,,11,why # line 3 # points are 11",
        GOOD + " # lost,,,OTHER,,many,why # line 3 # is not a whole number",
        GOOD + " # lost,,,OTHER,,3, # line 3 # column \"why\" is empty",
      })
  void aRowThatCannotBeIsRefusedWithLineAndReason(
      String good, String row, String line, String reason) {
    assertThatThrownBy(() -> TypeRules.read(Tables.shipped().wording(good, row)))
        .isInstanceOf(RefusedTable.class)
        .hasMessageContaining("jobs/normalise/wording.csv, " + line)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "A laptop was stolen. # LOST_OR_STOLEN_HARDWARE",
        "Laptops of five teachers stolen. # LOST_OR_STOLEN_HARDWARE",
        "A laptop was with one two three four five six stolen. # none",
        "A laptop. It was stolen. # none",
        "Stolen: a laptop. # none",
        "The laptop was not stolen. # none",
        "No laptop was stolen. # none",
        "The laptop, not encrypted, was stolen. # LOST_OR_STOLEN_HARDWARE",
      })
  void gapsSentencesAndNegationDecideWhereAPhraseStands(String text, String type) {
    TypeRules rules = TypeRules.read(Tables.shipped().wording(GOOD));
    assertThat(rules.decide(null, text).findBreachType().orElse("none")).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Box lost by the courier. # LOST_IN_TRANSIT",
        "Box lost. # none",
        "Box lost. The courier is sorry. # none",
        "Box lost by the courier in a fire. # none",
      })
  void whatStandsNearDecides(String text, String type) {
    TypeRules rules =
        TypeRules.read(
            Tables.shipped().wording("box lost,courier|van,fire,LOST_IN_TRANSIT,,8,a carrier"));
    assertThat(rules.decide(null, text).findBreachType().orElse("none")).isEqualTo(type);
  }

  @Test
  void textLooksAtAllSentencesThatTell() {
    TypeRules rules =
        TypeRules.read(
            Tables.shipped().wording("box lost,text:courier,,LOST_IN_TRANSIT,,8,a carrier"));
    assertThat(rules.decide(null, "Box lost. It was with the courier.").breachType())
        .isEqualTo("LOST_IN_TRANSIT");
    assertThat(rules.decide(null, "Box lost. It was on the shelf.").breachType()).isNull();
  }

  @Test
  void aFormOfAWordStandsOnce() {
    assertThatThrownBy(
            () ->
                TypeRules.read(
                    Tables.shipped()
                        .with(
                            "normalise/word-forms.csv",
                            "form,counts_as\nstole,steal\nstole,stale\n")))
        .hasMessageContaining("word-forms.csv, line 3");
  }

  @Test
  void aGroupMayNotHoldItself() {
    assertThatThrownBy(
            () ->
                TypeRules.read(
                    Tables.shipped()
                        .with(
                            "normalise/word-groups.csv",
                            "group,words,why\nthings,<things>;box,why\n")))
        .hasMessageContaining("word-groups.csv, line 2");
  }
}
