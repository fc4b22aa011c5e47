package org.breachledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breachledger.reporting.HalfVerdict.INSUFFICIENT_DATA;
import static org.breachledger.reporting.HalfVerdict.NONE;
import static org.breachledger.reporting.HalfVerdict.REDUCED;

import java.util.List;
import org.breachledger.calendar.AsOf;
import org.breachledger.reporting.RestatedHalf.NearMissesThen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a new paper says of numbers that an earlier one gave otherwise. */
class RestatementTest {

  private static final AsOf THEN = AsOf.parse("2026-07-01T04:00");
  private static final NearMissesThen SAME = new NearMissesThen(1, 1);

  private static RestatedFigure figure(String school, int published, int now, int since) {
    return new RestatedFigure(school, "Lost in transit", true, published, now, since);
  }

  private static Restatement restatement(NearMissesThen nearMisses, RestatedFigure... figures) {
    return PublishedFigures.restatement(
        List.of(new PublishedFigures(true, 2, THEN, List.of(figures), nearMisses)),
        List.of(new RestatedVerdict("Lost in transit", REDUCED, REDUCED)),
        SamplePapers.HALVES,
        "Elm School",
        true);
  }

  @ParameterizedTest(name = "{0} published, {1} now, {2} recorded since")
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | 6 | 2 | 2 incidents were recorded after that.",
        "4 | 5 | 1 | 1 incident was recorded after that.",
        "4 | 3 | 0 | Of those on record then, 1 fewer counts here now: taken back, corrected or of"
            + " another type.",
        "4 | 6 | 0 | Of those on record then, 2 more count here now: corrected or retyped.",
        "4 | 4 | 0 | .",
        "4 | 5 | 3 | 3 incidents were recorded after that; of those on record then, 2 fewer count"
            + " here now: taken back, corrected or of another type.",
        "1 | 5 | 3 | 3 incidents were recorded after that; of those on record then, 1 more counts"
            + " here now: corrected or retyped.",
      })
  void whyANumberDiffers(int published, int now, int since, String words) {
    assertThat(figure("Elm School", published, now, since).why()).isEqualTo(words);
  }

  @Test
  void nothingThatDiffersMeansNothingToPrint() {
    Restatement same = restatement(SAME, figure("Elm School", 4, 4, 0));
    assertThat(same.isEmpty()).isTrue();
    assertThat(same.summary()).isEmpty();
    assertThat(same.sentences()).isEmpty();
    assertThat(
            PublishedFigures.restatement(
                    List.of(), List.of(), SamplePapers.HALVES, "Elm School", true)
                .isEmpty())
        .isTrue();
  }

  @Test
  void totalsAndTheRowsThatDiffer() {
    Restatement changed =
        restatement(
            new NearMissesThen(1, 3),
            figure("Elm School", 4, 6, 2),
            new RestatedFigure("Elm School", "Other", true, 3, 3, 0));
    assertThat(changed.listed()).containsExactly(figure("Elm School", 4, 6, 2));
    assertThat(changed.sentences())
        .containsExactly(
            "From 1 January 2026 to 30 June 2026: the paper with data as at 1 July 2026, 04:00"
                + " (edition 2) gave 7 incidents; now there are 9. It gave 1 near miss; now there"
                + " are 3.",
            "The tables of the policy were edited between the papers, so that incidents may be"
                + " judged otherwise.");
    assertThat(changed.note()).isEqualTo("The earlier paper stays as it was published.");
  }

  @Test
  void equalTotalsOfOtherCountsAreNotCalledUnchanged() {
    assertThat(
            restatement(
                    SAME,
                    figure("Elm School", 4, 3, 0),
                    new RestatedFigure("Elm School", "Other", true, 3, 4, 0))
                .sentences())
        .first()
        .asString()
        .endsWith("gave 7 incidents, as many as now, though counted otherwise.");
    assertThat(restatement(new NearMissesThen(2, 1), figure("Elm School", 1, 1, 0)).sentences())
        .first()
        .asString()
        .endsWith("gave 1 incident, as now. It gave 2 near misses; now there is 1.");
  }

  @Test
  void aVerdictThatBecameAnotherIsNamed() {
    Restatement changed =
        PublishedFigures.restatement(
            List.of(),
            List.of(
                new RestatedVerdict("Other", REDUCED, REDUCED),
                new RestatedVerdict("Lost in transit", INSUFFICIENT_DATA, REDUCED)),
            SamplePapers.HALVES,
            AlertPack.ALL,
            false);
    assertThat(changed.sentences())
        .containsExactly(
            "The verdict on \"Lost in transit\" was \"Cannot tell\"; it is now \"Reduced\".");
  }

  @Test
  void typesThatCouldNotBeJudgedAndHadNoneAreOneSentence() {
    assertThat(
            verdicts(
                new RestatedVerdict("Other", INSUFFICIENT_DATA, NONE),
                new RestatedVerdict("Lost in transit", INSUFFICIENT_DATA, REDUCED),
                new RestatedVerdict("Insecure disposal of paperwork", INSUFFICIENT_DATA, NONE),
                new RestatedVerdict("Unauthorised access", NONE, INSUFFICIENT_DATA)))
        .containsExactly(
            "The verdict on \"Lost in transit\" was \"Cannot tell\"; it is now \"Reduced\".",
            "The verdict on \"Unauthorised access\" was \"None in either half\"; it is now \"Cannot"
                + " tell\".",
            "2 types that could not be judged are now found to have had none in either half: Other;"
                + " Insecure disposal of paperwork.");
    assertThat(verdicts(new RestatedVerdict("Other", INSUFFICIENT_DATA, NONE)))
        .containsExactly(
            "1 type that could not be judged is now found to have had none in either half: Other.");
  }

  /** Other schools may have had some. */
  @Test
  void ofSomeOfTheSchoolsNothingIsSaidOfAll() {
    assertThat(verdicts(new RestatedVerdict("Other", INSUFFICIENT_DATA, NONE, true)))
        .containsExactly(
            "The verdict on \"Other\" was \"Cannot tell\"; it is now \"None in either half, complete"
                + " schools\".");
  }

  private static List<String> verdicts(RestatedVerdict... verdicts) {
    return PublishedFigures.restatement(
            List.of(), List.of(verdicts), SamplePapers.HALVES, AlertPack.ALL, false)
        .sentences();
  }

  @Test
  void allSchoolsComeFirstAndOfVeryManyTheFirstForty() {
    Restatement many = SamplePapers.restatement(AlertPack.ALL, 60);
    int listed = many.listed().size();
    assertThat(listed).isEqualTo(40);
    assertThat(many.listed().get(0).schoolWords()).isEqualTo("All schools");
    assertThat(many.listed().get(listed - 1).schoolWords()).isNotEqualTo("All schools");
    assertThat(many.note())
        .startsWith(
            (many.figures().size() - 40)
                + " more numbers changed; the command restatements lists them all.");
  }
}
