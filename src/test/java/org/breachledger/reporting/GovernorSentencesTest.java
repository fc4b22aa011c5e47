package org.breachledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachledger.reporting.HalfVerdict.CEASED;
import static org.breachledger.reporting.HalfVerdict.INSUFFICIENT_DATA;
import static org.breachledger.reporting.HalfVerdict.NEW;
import static org.breachledger.reporting.HalfVerdict.NONE;
import static org.breachledger.reporting.HalfVerdict.NOT_REDUCED;
import static org.breachledger.reporting.HalfVerdict.REDUCED;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GovernorSentencesTest {

  private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

  private static GovernorPaper paper(
      List<TypeVerdict> types, NearMisses nearMisses, List<YearMonth> notSubmitted) {
    return paper(types, nearMisses, notSubmitted, DataQuality.none());
  }

  private static GovernorPaper paper(
      List<TypeVerdict> types,
      NearMisses nearMisses,
      List<YearMonth> notSubmitted,
      DataQuality quality) {
    return new GovernorPaper(
        "Alder Brook",
        SamplePapers.imprint(),
        types,
        List.of(),
        List.of(),
        List.of(),
        nearMisses,
        new ActionCounts(0, 0),
        quality,
        notSubmitted,
        Restatement.none(),
        TypeCharts.none(),
        EarlierAlerts.none(),
        PeopleAffected.none());
  }

  private static TypeVerdict type(int previous, int current, HalfVerdict verdict) {
    return new TypeVerdict("Lost in transit", previous, current, verdict, "");
  }

  private static GovernorSentences say(TypeVerdict type, List<YearMonth> notSubmitted) {
    return paper(List.of(type), new NearMisses(0, 0), notSubmitted).sentences();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 1     | NEW         | There was 1 incident in this half.
          3 | 2     | REDUCED     | There were 2 incidents in this half.
          3 | 1250  | NOT_REDUCED | There were 1,250 incidents in this half.
          2 | 0     | CEASED      | There was no incident in this half.
          0 | 0     | NONE        | There was no incident in this half.
          """)
  void theHeadlineCounts(int previous, int current, HalfVerdict verdict, String headline) {
    assertThat(say(type(previous, current, verdict), List.of()).headline()).isEqualTo(headline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 3 | NOT_REDUCED | The half before had 1 incident: this half had 2 more.
          5 | 2 | REDUCED     | The half before had 5 incidents: this half had 3 fewer.
          2 | 2 | NOT_REDUCED | The half before had 2 incidents: this half had as many.
          0 | 4 | NEW         | The half before had no incidents: this half had 4 more.
          """)
  void theHalvesAreCompared(int previous, int current, HalfVerdict verdict, String sentence) {
    assertThat(say(type(previous, current, verdict), List.of()).summary()).startsWith(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4 | 5 | NOT_REDUCED       | Did not become fewer: Lost in transit (4 before, now 5).
          0 | 2 | NEW               | New in this half: Lost in transit (2).
          4 | 1 | REDUCED           | Became fewer: Lost in transit (4 before, now 1).
          4 | 0 | CEASED            | Did not occur again: Lost in transit (4 before).
          4 | 1 | INSUFFICIENT_DATA | Cannot be judged: Lost in transit (4 before, now 1).
          """)
  void eachVerdictHasItsSentence(int previous, int current, HalfVerdict verdict, String sentence) {
    assertThat(say(type(previous, current, verdict), List.of()).summary()).contains(sentence);
  }

  @Test
  void nothingAtAllIsANilStatement() {
    GovernorSentences sentences = say(type(2, 0, CEASED), List.of());
    assertThat(sentences.nil()).isTrue();
    assertThat(sentences.summary())
        .startsWith(
            "Nil statement: every month was reported on, and neither an incident nor a near miss"
                + " was recorded from 1 January 2026 to 30 June 2026. The half before had 2"
                + " incidents.");
  }

  @Test
  void aNearMissAloneIsNoNilStatement() {
    assertThat(paper(List.of(type(0, 0, NONE)), new NearMisses(0, 1), List.of()).sentences().nil())
        .isFalse();
  }

  @Test
  void silenceIsNeverANilStatementOrASuccess() {
    GovernorSentences sentences = say(type(5, 0, INSUFFICIENT_DATA), List.of(FEBRUARY));
    assertThat(sentences.nil()).isFalse();
    assertThat(sentences.headline())
        .isEqualTo("No incident is on record for this half, but the record has gaps.");
    assertThat(sentences.summary())
        .startsWith(
            "The halves cannot be compared: nothing was submitted for February 2026. A low count"
                + " may only mean that nobody reported.")
        .noneMatch(sentence -> sentence.contains("fewer") || sentence.contains("Nil statement"));
    assertThat(sentences.questions())
        .startsWith("Why was nothing submitted for February 2026, and when will it be?");
  }

  @ParameterizedTest
  @EnumSource(HalfVerdict.class)
  void onlyAFallIsAFall(HalfVerdict verdict) {
    assertThat(verdict.fell()).isEqualTo(verdict == REDUCED || verdict == CEASED);
    assertThat(verdict.alert()).isEqualTo(verdict == NOT_REDUCED || verdict == NEW);
  }

  @Test
  void quietTypesAreNoFindingWhileMonthsAreMissing() {
    assertThat(say(type(0, 0, NONE), List.of()).quietTypes())
        .isEqualTo("No incident is on record in either half for: Lost in transit.");
    assertThat(say(type(0, 0, INSUFFICIENT_DATA), List.of(FEBRUARY)).quietTypes())
        .isEqualTo(
            "No incident is on record in either half for: Lost in transit. Months are missing, so"
                + " this is not yet a finding.");
    assertThat(say(type(0, 1, NEW), List.of()).quietTypes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 0 | No near miss was reported in this half. The half before had no near misses.
          1 | 1 | 1 near miss was reported in this half. The half before had 1 near miss.
          2 | 3 | 3 near misses were reported in this half. The half before had 2 near misses.
          """)
  void nearMissesAreGoodNews(int previous, int current, String beginning) {
    assertThat(CaseSentences.nearMisses(new NearMisses(previous, current))).startsWith(beginning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 0 | 0 | 0 | No deadline of this half's incidents is settled yet.
          1 | 0 | 0 | 0 | The one deadline settled so far was kept.
          4 | 0 | 0 | 0 | Of 4 deadlines settled so far, all were kept.
          3 | 1 | 0 | 0 | Of 4 deadlines settled so far, 3 were kept and 1 was met late.
          0 | 0 | 2 | 0 | Of 2 deadlines settled so far, none was kept and 2 are overdue.
          1 | 2 | 1 | 0 | Of 4 deadlines settled so far, 1 was kept, 2 were met late and 1 is overdue.
          """)
  void deadlinesInWords(int met, int late, int overdue, int unknown, String sentence) {
    assertThat(
            CaseSentences.deadlines(
                List.of(new DutyPerformance("Form A", met, late, overdue, 0, unknown, 0, 0))))
        .isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 0 | 0 | ''
          3 | 0 | 0 | For 3 more nothing can be said, because a moment is missing or known to the day only.
          1 | 1 | 0 | For 1 more nothing can be said, because the incident's level is not known.
          2 | 0 | 2 | For 2 more nothing can be said, because it has not been decided whether to notify the Information Commissioner.
          5 | 2 | 0 | For 5 more nothing can be said: for 2 because the incident's level is not known and for 3 because a moment is missing or known to the day only.
          6 | 1 | 2 | For 6 more nothing can be said: for 1 because the incident's level is not known, for 2 because it has not been decided whether to notify the Information Commissioner and for 3 because a moment is missing or known to the day only.
          """)
  void whyNothingCanBeSaidIsSaid(int all, int levelUnknown, int undecided, String sentence) {
    assertThat(
            CaseSentences.deadlines(
                List.of(
                    new DutyPerformance("Form A", 0, 0, 0, 0, 0, 0, 0),
                    new DutyPerformance("Decision", 0, 0, 0, 0, all, levelUnknown, undecided))))
        .isEqualTo(
            "No deadline of this half's incidents is settled yet."
                + (sentence.isEmpty() ? "" : " " + sentence));
  }

  private static DataQuality undated(int incidents, int nearMisses) {
    return new DataQuality(0, 0, 0, 0, 0, 0, 0, 0, incidents, nearMisses, 0, 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 0 | 1 more incident has no date and is in neither half.
          2 | 0 | 2 more incidents have no date and are in neither half.
          0 | 1 | 1 more near miss has no date and is in neither half.
          0 | 2 | 2 more near misses have no date and are in neither half.
          1 | 1 | 1 more incident and 1 more near miss have no date and are in neither half.
          """)
  void whatHasNoDateIsSaidAndNoNilStatement(int incidents, int nearMisses, String sentence) {
    GovernorSentences sentences =
        paper(
                List.of(type(0, 0, NONE)),
                new NearMisses(0, 0),
                List.of(),
                undated(incidents, nearMisses))
            .sentences();
    assertThat(sentences.nil()).isFalse();
    assertThat(sentences.headline())
        .isEqualTo("No incident is on record for this half, but the record has gaps.");
    assertThat(sentences.summary())
        .contains(sentence)
        .noneMatch(one -> one.contains("Nil statement"));
    assertThat(sentences.dataQuality()).anyMatch(one -> one.endsWith(" " + sentence));
  }

  @Test
  void whereAllHaveADateNothingIsSaidOfIt() {
    GovernorSentences sentences = say(type(0, 0, NONE), List.of());
    assertThat(sentences.nil()).isTrue();
    assertThat(sentences.summary()).noneMatch(one -> one.contains("no date"));
    assertThat(sentences.dataQuality()).noneMatch(one -> one.contains("no date"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 0 | No row had to be returned.
          1 | 0 | 1 row could not be used and went back to the sender.
          2 | 0 | 2 rows could not be used and went back to the sender.
          0 | 1 | 1 row went back from logs that do not say whose it was.
          0 | 2 | 2 rows went back from logs that do not say whose they were.
          1 | 1 | 1 row could not be used and went back to the sender. 1 more went back from logs that do not say whose it was.
          """)
  void rowsThatWentBackAreSaidOnlyAsFarAsTheyAreKnown(int own, int ofWhom, String sentence) {
    DataQuality quality = new DataQuality(3, 0, own, ofWhom, 0, 3, 0, 0, 0, 0, 0, 0);
    assertThat(CaseSentences.quality(quality).get(0))
        .isEqualTo(
            "3 rows of both halves are on record, none with gaps. "
                + sentence
                + " No incident's type awaits review.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 1 row names no school: it is counted over all schools, but not as a school.
          2 | 2 rows name no school: they are counted over all schools, but not as a school.
          """)
  void rowsWithoutASchoolAreSaid(int rows, String sentence) {
    DataQuality quality = new DataQuality(3, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, rows);
    assertThat(CaseSentences.quality(quality)).endsWith(sentence);
    assertThat(CaseSentences.quality(DataQuality.none()))
        .noneMatch(one -> one.contains("no school"));
  }

  @Test
  void levelTwoMustBeConsidered() {
    assertThat(CaseSentences.levelTwo(List.of(), "Category Level 2", 0))
        .isEqualTo("No incident of this half is on record at Category Level 2.");
    assertThat(CaseSentences.levelTwo(SamplePapers.levelTwo("A", 1), "Category Level 2", 0))
        .isEqualTo(
            "1 incident at Category Level 2 must be considered for notification to the Information"
                + " Commissioner: 1 notified.");
    assertThat(CaseSentences.levelTwo(SamplePapers.levelTwo("A", 4), "Major or critical", 0))
        .isEqualTo(
            "4 incidents at Major or critical must be considered for notification to the"
                + " Information Commissioner: 1 notified, 1 to be notified, 1 not to be notified"
                + " and 1 still to be decided.");
  }

  @Test
  void anUnknownLevelMayBeLevelTwo() {
    assertThat(CaseSentences.levelTwo(List.of(), "Category Level 2", 1))
        .isEqualTo(
            "No incident of this half is on record at Category Level 2. The level of 1 incident is"
                + " not known, so it may belong here.");
    assertThat(CaseSentences.levelTwo(SamplePapers.levelTwo("A", 1), "Category Level 2", 2))
        .endsWith(": 1 notified. The level of 2 incidents is not known, so they may belong here.");
  }

  @Test
  void aShortPaperListsTheUndecidedAndTheLatest() {
    GovernorPaper many = SamplePapers.governors("Alder Brook", 400);
    assertThat(many.levelTwo()).hasSize(80);
    assertThat(many.levelTwoListed()).hasSize(20);
    assertThat(many.levelTwoListed()).allMatch(one -> one.decision() == IcoDecision.UNDECIDED);
    assertThat(many.sentences().levelTwoRest())
        .isEqualTo("60 more are on record; the undecided and the latest are listed.");
    assertThat(SamplePapers.governors("Alder Brook", 100).sentences().levelTwoRest()).isEmpty();
  }

  @Test
  void monthsInWords() {
    YearMonth may = YearMonth.of(2026, 5);
    assertThat(Words.months(List.of(may))).isEqualTo("May 2026");
    assertThat(Words.months(List.of(may, FEBRUARY, FEBRUARY.plusMonths(1))))
        .isEqualTo("February 2026 to March 2026 and May 2026");
  }

  @Test
  void longEvidenceSaysWhereItsRestIs() {
    String fits = "x".repeat(255) + " end.";
    assertThat(new TypeVerdict("Other", 1, 1, NOT_REDUCED, fits).shortEvidence()).isEqualTo(fits);
    String schools = "Left out: Birchmere, Elmhurst, ".repeat(20);
    assertThat(new TypeVerdict("Other", 1, 1, NOT_REDUCED, schools).shortEvidence())
        .startsWith("Left out: Birchmere, Elmhurst, Left out:")
        .endsWith(" \u2026 (in full in the export of the comparison)")
        .hasSizeLessThanOrEqualTo(260);
  }
}
