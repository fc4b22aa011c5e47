package org.breachledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.breachledger.reporting.EarlierAlert.DecidedMeasure;
import org.breachledger.reporting.EarlierAlert.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlierAlertTest {

  private static final String RAISED =
      "Lost in transit, Alder Brook: 3 before, 4 in the half to 31 December 2025. ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "raised       | Nobody has acknowledged the alert.",
        "acknowledged | The alert was acknowledged; nothing is decided yet.",
        "forwarded    | The alert went to the board; nothing is decided yet.",
        "closed       | The alert was closed without a decision.",
      })
  void itSaysHowFarTheAlertCame(String state, String words) {
    assertThat(alert(state, List.of(), Optional.empty()).sentence()).isEqualTo(RAISED + words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | 0 | there was none.",
        "4 | 1 | it fell from 4 to 1.",
        "4 | 4 | it did not fall: 4 before, 4 then.",
        "4 | 5 | it did not fall: 4 before, 5 then.",
        "0 | 0 | there was none.",
        "0 | 1 | it did not fall: 0 before, 1 then.",
      })
  void itSaysWhatTheNextComparisonFound(int previous, int current, String words) {
    Outcome outcome = new Outcome(previous, current, 0, LocalDate.of(2026, 7, 1));

    assertThat(alert("closed", List.of(), Optional.of(outcome)).sentence())
        .endsWith("decision. In the half to 30 June 2026 " + words);
  }

  /** What silent schools had is not known, so nothing is said of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | 0 | there was none.",
        "4 | 2 | it fell from 4 to 2.",
        "2 | 2 | it did not fall: 2 before, 2 then.",
      })
  void ofTheSchoolsThatWereComparedOnlyWhereOneWasLeftOut(int previous, int current, String words) {
    Outcome outcome = new Outcome(previous, current, 1, LocalDate.of(2026, 7, 1));

    assertThat(alert("closed", List.of(), Optional.of(outcome)).sentence())
        .endsWith(
            "decision. In the half to 30 June 2026, at the schools that submitted every month, "
                + words);
  }

  @Test
  void itNamesEachMeasureWithOwnerAndDay() {
    List<DecidedMeasure> measures =
        List.of(
            new DecidedMeasure("training", "Headteacher", LocalDate.of(2026, 3, 1)),
            new DecidedMeasure("control", "a named person", LocalDate.of(2026, 4, 30)));

    assertThat(alert("decided", measures, Optional.empty()).sentence())
        .isEqualTo(
            RAISED
                + "Decided: training (Headteacher, due 1 March 2026); control (a named person, due"
                + " 30 April 2026).");
  }

  @Test
  void ofVeryManyTheFirstFortyAreListed() {
    EarlierAlert one = alert("raised", List.of(), Optional.empty());

    assertThat(new EarlierAlerts(Collections.nCopies(40, one)).sentences()).hasSize(40);
    assertThat(new EarlierAlerts(Collections.nCopies(1041, one)).sentences())
        .hasSize(41)
        .last()
        .isEqualTo("1,001 more are on record; the export of alerts lists all.");
    assertThat(EarlierAlerts.none().sentences()).isEmpty();
  }

  private static EarlierAlert alert(
      String state, List<DecidedMeasure> measures, Optional<Outcome> outcome) {
    return new EarlierAlert(
        "Alder Brook", "Lost in transit", LocalDate.of(2026, 1, 1), 3, 4, state, measures, outcome);
  }
}
