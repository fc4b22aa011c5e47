package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.breachledger.intake.Notice;
import org.junit.jupiter.api.Test;

/** What was not understood, as far as a role may read what somebody wrote. */
class GapWordsTest {

  private static final Map<String, String> MAPPING =
      Map.of("ICO told on", "ico_notified", "Who told us", "reporter");

  private static final Notice DAY =
      new Notice("unreadable_date", "ICO told on", "soon", "a date", "Write it in full.");

  @Test
  void whoReadsTextsReadsTheCellUnderItsOwnHeading() {
    assertThat(new GapWords(MAPPING, true).said(DAY))
        .isEqualTo("ICO told on: “soon” was read, expected a date. Write it in full.");
  }

  @Test
  void whoDoesNotReadsTheFieldAndNoCell() {
    assertThat(new GapWords(MAPPING, false).said(DAY))
        .isEqualTo("ICO notified: expected a date. Write it in full.");
  }

  @Test
  void aHeadingOfNoFieldIsNotRepeatedToThem() {
    Notice strange = new Notice("cell_error", "Quillon Farr", "#REF!", "a value", "Mend it.");

    assertThat(new GapWords(MAPPING, false).said(strange))
        .isEqualTo("A column: expected a value. Mend it.");
  }

  @Test
  void whoReportedIsReadByNobody() {
    Notice reporter = new Notice("too_long", "Who told us", "Quillon Farr", "less", "Shorten it.");

    assertThat(new GapWords(MAPPING, true).said(reporter))
        .isEqualTo("Who told us: expected less. Shorten it.");
  }

  @Test
  void aFieldsCodeIsReadAsItsWords() {
    Notice later =
        new Notice("date-after-as-of", "reported", "2027-01-01", "a day", "Correct the date");

    assertThat(new GapWords(MAPPING, true).said(later))
        .isEqualTo("Reported to the DPO: “2027-01-01” was read, expected a day. Correct the date.");
  }

  @Test
  void whatTheRegisterNotesIsASentenceOfItsOwn() {
    assertThat(
            new GapWords(MAPPING, false).said(new Notice("reference-used-again", "", "", "", "")))
        .isEqualTo(
            "The reference is known, but day, type and description all differ: a new incident");
  }
}
