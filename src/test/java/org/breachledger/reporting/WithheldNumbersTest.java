package org.breachledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.breachledger.reporting.Recovery.Cell;
import org.breachledger.reporting.WithheldNumbers.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No small number of people can be worked out from rows, columns, sums or another paper. */
class WithheldNumbersTest {

  private static final SmallNumbers TO_4 = new SmallNumbers(4);

  /** Rows are schools, separated by "/", columns types; a printed row ends with its sum. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # one school's paper is the board's: each sum hides with its part
          3       | s s / s s
          5       | 5 5 / 5 5
          0       | 0 0 / 0 0
          4       | s s / s s
          # a small one beside a large: the smallest next ones are withheld, and no sum
          3 50 9 / 7 60 8 | s 50 w 62 / w 60 w 75 / 10 110 17 137
          # two small ones of one school still give each other away by the board's columns
          3 2 50  | s s 50 55 / s s 50 55
          # bounds that meet: four of 1 under a sum of 4 would say so
          1 1 1 1 | s s s s w / s s s s w
          # two of 4 under a sum of 8 would say so
          4 4     | s s w / s s w
          # nothing is hidden where nothing is small
          5 0 / 0 9 | 5 0 5 / 0 9 9 / 5 9 14
          """)
  void whatIsPrinted(String cells, String printed) {
    WithheldNumbers all = WithheldNumbers.of(table(cells), TO_4);
    assertThat(printed(all, table(cells))).isEqualTo(printed);
    assertThat(Recovery.recovered(all, table(cells), TO_4)).isEmpty();
  }

  @Test
  void theSolverSeesAGivenAwayNumber() {
    WithheldNumbers honest = WithheldNumbers.of(table("3 50 9 / 7 60 8"), TO_4);
    List<Cell> shownAfterAll = new ArrayList<>(Recovery.hidden(honest, table("3 50 9 / 7 60 8")));
    assertThat(shownAfterAll).hasSize(4);
    shownAfterAll.removeIf(cell -> cell.row() == 1 && cell.column() == 2);
    assertThat(Recovery.recovered(honest, table("3 50 9 / 7 60 8"), TO_4, shownAfterAll))
        .containsExactlyInAnyOrderElementsOf(shownAfterAll);
  }

  @Test
  void nothingIsRecoveredFromThousandsOfTables() {
    Random random = new Random(20260701);
    int hidden = 0;
    for (int n = 0; n < 2000; n++) {
      long[][] cells = random(random, 1 + random.nextInt(5), 1 + random.nextInt(5));
      SmallNumbers limit = new SmallNumbers(2 + random.nextInt(5));
      WithheldNumbers all = WithheldNumbers.of(cells, limit);
      assertSmallOnesHidden(all, cells, limit);
      hidden += Recovery.hidden(all, cells).size();
      assertThat(Recovery.recovered(all, cells, limit)).as(text(cells) + limit).isEmpty();
    }
    assertThat(hidden).isGreaterThan(10000);
  }

  @Test
  void nothingIsRecoveredFromALargeTrust() {
    Random random = new Random(7);
    long[][] cells = random(random, 24, 12);
    WithheldNumbers all = WithheldNumbers.of(cells, TO_4);
    assertThat(Recovery.hidden(all, cells)).hasSizeGreaterThan(50);
    assertThat(Recovery.recovered(all, cells, TO_4)).isEmpty();
  }

  @Test
  void theSameNumbersAlwaysHideTheSameCells() {
    long[][] cells = random(new Random(11), 40, 12);
    assertThat(printed(WithheldNumbers.of(cells, TO_4), cells))
        .isEqualTo(printed(WithheldNumbers.of(cells.clone(), TO_4), cells));
  }

  @Test
  void aThousandSchoolsTakeSeconds() {
    long[][] cells = random(new Random(3), 1000, 12);
    WithheldNumbers all = WithheldNumbers.of(cells, TO_4);
    assertSmallOnesHidden(all, cells, TO_4);
  }

  @Test
  void mostNumbersOfAMixedTrustArePrinted() {
    long[][] cells = new long[12][12];
    Random random = new Random(5);
    for (long[] row : cells) {
      Arrays.setAll(row, column -> random.nextInt(10) == 0 ? 3 : 5 + random.nextInt(40));
    }
    WithheldNumbers all = WithheldNumbers.of(cells, TO_4);
    double hidden = Recovery.hidden(all, cells).size() / 169.0;
    assertThat(hidden).isCloseTo(0.2, within(0.1));
  }

  @Test
  void aNumberBelowZeroIsRefused() {
    assertThatThrownBy(() -> WithheldNumbers.of(new long[][] {{-1}}, TO_4))
        .hasMessage("a number of people cannot be below zero");
    assertThatThrownBy(() -> new SmallNumbers(1)).hasMessage("small numbers reach at least to 2");
  }

  private static void assertSmallOnesHidden(
      WithheldNumbers all, long[][] cells, SmallNumbers limit) {
    long[][] sums = Recovery.withSums(cells);
    for (int row = 0; row < sums.length; row++) {
      for (int column = 0; column < sums[row].length; column++) {
        long number = sums[row][column];
        if (limit.small(number)) {
          assertThat(all.shown(row, column)).isNotEqualTo(Shown.PLAIN);
        }
        if (number == 0) {
          assertThat(all.printed(row, column)).isEqualTo("0");
        }
        if (all.shown(row, column) == Shown.SMALL) {
          assertThat(limit.small(number)).isTrue();
        }
      }
    }
  }

  private static long[][] random(Random random, int rows, int columns) {
    int nil = random.nextInt(8);
    int most = random.nextInt(3) == 0 ? 5 : 12;
    long[][] cells = new long[rows][columns];
    for (long[] row : cells) {
      Arrays.setAll(
          row,
          column ->
              random.nextInt(10) < nil
                  ? 0
                  : random.nextInt(12) == 0 ? random.nextInt(900) : random.nextInt(most));
    }
    return cells;
  }

  private static long[][] table(String cells) {
    return Arrays.stream(cells.split("/"))
        .map(row -> Arrays.stream(row.strip().split(" +")).mapToLong(Long::parseLong).toArray())
        .toArray(long[][]::new);
  }

  private static String text(long[][] cells) {
    return Arrays.deepToString(cells);
  }

  private static String printed(WithheldNumbers all, long[][] cells) {
    return IntStream.rangeClosed(0, cells.length)
        .mapToObj(
            row ->
                IntStream.rangeClosed(0, cells[0].length)
                    .mapToObj(
                        column ->
                            switch (all.shown(row, column)) {
                              case PLAIN -> all.printed(row, column);
                              case SMALL -> "s";
                              case WITHHELD -> "w";
                            })
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" / "));
  }
}
