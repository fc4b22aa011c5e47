package org.breachledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The annex says first where nobody set a period, then what is due. */
class RetentionPaperTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # set, not set, due, held, headline
          0, 0, 0, 0, 'No school is on the register, so there is nothing to keep.'
          0, 3, 0, 0, 'No retention period is set, so nothing is ever due to be destroyed.'
          3, 0, 0, 0, 'No incident is due to be destroyed.'
          3, 0, 1, 0, '1 incident is due to be destroyed, none of them held.'
          3, 0, 5, 2, '5 incidents are due to be destroyed, 2 of them held.'
          2, 1, 0, 0, 'No retention period is set for 1 school, whose incidents are never due. No incident is due to be destroyed.'
          2, 2, 4, 4, 'No retention period is set for 2 schools, whose incidents are never due. 4 incidents are due to be destroyed, 4 of them held.'
          """)
  void theHeadline(int set, int without, int due, int held, String headline) {
    assertThat(paper(schools(set, without, 0), due, held).headline()).isEqualTo(headline);
  }

  @Test
  void whatCannotBeCountedIsSaid() {
    assertThat(paper(schools(1, 0, 0), 0, 0).counting())
        .endsWith("No period is shipped with the program: people set it.");
    assertThat(paper(schools(1, 0, 1), 0, 0).counting())
        .endsWith(
            " 1 closed incident has neither a day of closing nor one of registration, and cannot be"
                + " counted.");
    assertThat(paper(schools(2, 0, 2), 0, 0).counting()).contains(" 4 closed incidents have ");
  }

  @Test
  void theWordsOfARow() {
    assertThat(school(true, true, 0).periodWords()).isEqualTo("6 years");
    assertThat(school(true, false, 0).periodWords()).isEqualTo("6 years, as for all schools");
    assertThat(school(true, false, 0).onWords()).isEqualTo("5 January 2026");
    RetentionSchool none = school(false, false, 0);
    assertThat(List.of(none.periodWords(), none.byWords(), none.onWords()))
        .containsExactly("No setting", "\u2013", "\u2013");
    assertThat(due(true).closedWords()).isEqualTo("Not known; from registration");
    assertThat(due(true).heldWords()).isEqualTo("Held: to be kept");
    assertThat(due(false).heldWords()).isEqualTo("Not held");
  }

  private static RetentionPaper paper(List<RetentionSchool> schools, int due, int held) {
    return new RetentionPaper(
        AlertPack.ALL,
        SamplePapers.imprint(),
        schools,
        IntStream.range(0, due).mapToObj(i -> due(i < held)).toList(),
        new RetentionPaper.ListName("0f3a9c55d1e2", due - held));
  }

  private static List<RetentionSchool> schools(int set, int without, int withoutDay) {
    return Stream.concat(
            Collections.nCopies(set, school(true, true, withoutDay)).stream(),
            Collections.nCopies(without, school(false, false, withoutDay)).stream())
        .toList();
  }

  private static RetentionSchool school(boolean set, boolean own, int withoutDay) {
    return new RetentionSchool(
        "Elm School",
        set ? "6 years" : "",
        set ? "Headteacher" : "",
        set ? DAY : null,
        own,
        9,
        5,
        1,
        2,
        3,
        withoutDay);
  }

  private static RetentionDue due(boolean held) {
    return new RetentionDue("Elm School", "A1", null, DAY, held);
  }
}
