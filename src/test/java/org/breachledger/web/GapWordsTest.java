package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.breachledger.intake.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** A column may hold a part of a field, or feed several. */
  @ParameterizedTest(name = "a column of {0} is \"{1}\" to whoever may not read it")
  @CsvSource({
    "occurred (time), Occurred (time)",
    "occurred (month), Occurred (month)",
    "ico_notified;ico_decision, ICO notified / ICO decision",
    "occurred (day);reported, Occurred (day) / Reported to the DPO",
    "reporter;description, Reporter / Description",
    "reporter (time), Reporter (time)",
  })
  void whatAColumnFeedsIsNamedWhole(String fed, String title) {
    Notice notice = new Notice("unreadable_time", "Quillon Farr", "soon", "a time", "Mend it.");

    assertThat(new GapWords(Map.of("Quillon Farr", fed), false).said(notice))
        .isEqualTo(title + ": expected a time. Mend it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"reporter", "reporter;description", "description;reporter", "reporter (some)"})
  void whoReportedIsReadByNobodyWhateverElseTheColumnFeeds(String fed) {
    Notice notice = new Notice("too_long", "Who told us", "Quillon Farr", "less", "Shorten it.");

    assertThat(new GapWords(Map.of("Who told us", fed), true).said(notice))
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
