package org.breachledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardSentencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | 0  | There was no incident at any school in this half.
          2 | 1  | There was 1 incident in this half.
          2 | 40 | There were 40 incidents; 7 types need a decision.
          """)
  void theHeadlineCountsWhatNeedsADecision(int schools, int incidents, String headline) {
    assertThat(SamplePapers.board(schools, incidents).sentences().headline()).isEqualTo(headline);
  }

  @Test
  void missingSchoolsAreNoSuccess() {
    BoardPaper paper = SamplePapers.board(5, 0);
    assertThat(paper.missing()).hasSize(1);
    assertThat(paper.sentences().headline())
        .isEqualTo("No incident is on record for this half, but the record has gaps.");
    assertThat(paper.sentences().missing())
        .isEqualTo(
            "1 school sent neither a log nor a nil return for at least one month. No verdict counts"
                + " their silence as success.");
    assertThat(paper.sentences().summary().get(0))
        .endsWith("verdicts compare the complete schools only.");
  }

  @Test
  void typesThatDidNotFallComeFirst() {
    List<HalfVerdict> verdicts =
        SamplePapers.board(6, 40).types().stream().map(TypeVerdict::verdict).distinct().toList();
    assertThat(verdicts)
        .containsExactly(
            HalfVerdict.NOT_REDUCED,
            HalfVerdict.NEW,
            HalfVerdict.REDUCED,
            HalfVerdict.CEASED,
            HalfVerdict.NONE);
  }

  @Test
  void delaysAreSaidInTheRegulatorsBands() {
    assertThat(SamplePapers.board(6, 40).sentences().delays())
        .isEqualTo(
            "Incidents by the time it took to notify the Information Commissioner: less than 24"
                + " hours, 4; 24 hours to 72 hours, 5; more than 72 hours to 1 week, 2; cannot be"
                + " told, 2.");
    assertThat(SamplePapers.board(6, 0).sentences().delays())
        .isEqualTo("No incident of this half was notified to the Information Commissioner.");
  }

  @Test
  void aWideGridComesInParts() {
    assertThat(SamplePapers.board(2, 1).gridParts())
        .singleElement()
        .satisfies(part -> assertThat(part.words()).isEmpty());
    List<SchoolTypeCount> wide =
        IntStream.range(0, 20)
            .mapToObj(i -> new SchoolTypeCount("A", "Type " + i, 1, 1, HalfVerdict.NOT_REDUCED))
            .toList();
    assertThat(SamplePapers.withGrid(SamplePapers.board(1, 1), wide).gridParts())
        .extracting(BoardPaper.GridPart::words, part -> part.cells().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Types 1 to 12 of 20.", 12),
            org.assertj.core.groups.Tuple.tuple("Types 13 to 20 of 20.", 8));
  }

  @Test
  void anAlertSaysItsCountsAndAsksForADecision() {
    AlertSentences one = SamplePapers.alert("Birchmere Academy", 9).sentences();
    assertThat(one.headline())
        .isEqualTo("Disclosed in error did not become fewer at Birchmere Academy.");
    assertThat(one.counts())
        .isEqualTo(
            "There were 5 incidents of this type from 1 January 2026 to 30 June 2026, and 4"
                + " incidents from 1 July 2025 to 31 December 2025.");
    AlertPack all = SamplePapers.alert(AlertPack.ALL, 1);
    assertThat(all.sentences().headline()).isEqualTo("Disclosed in error is new over all schools.");
    assertThat(all.sentences().counts())
        .startsWith(
            "There was 1 incident of this type from 1 January 2026 to 30 June 2026, and no");
    assertThat(all.title()).isEqualTo("Alert: Disclosed in error, all schools");
  }
}
