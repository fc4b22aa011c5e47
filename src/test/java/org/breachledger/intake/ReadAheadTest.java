package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows read ahead arrive as if nobody had hurried. */
class ReadAheadTest {

  private static final GridSheet SHEET = new GridSheet(1, "Log", false);

  private final AtomicInteger read = new AtomicInteger();

  @Test
  void everyRowArrivesInItsOrder() throws Exception {
    List<Integer> seen = new ArrayList<>();
    ahead(10_001, 1).read(SHEET, row -> seen.add(row.number()));
    assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 10_001).boxed().toList());
  }

  @Test
  void noRowArrivesAfterTheOneThatWasEnoughAndTheReaderSoonStops() throws Exception {
    List<Integer> seen = new ArrayList<>();
    ahead(1_000_000, 1)
        .read(
            SHEET,
            row -> {
              seen.add(row.number());
              return row.number() < 300;
            });
    assertThat(seen).hasSize(300);
    assertThat(read).hasValueLessThan(3_000);
  }

  @Test
  void wideRowsWaitInFewerNumbers() throws Exception {
    AtomicInteger most = new AtomicInteger();
    AtomicInteger seen = new AtomicInteger();
    ahead(200, 10_000)
        .read(
            SHEET,
            row -> {
              most.accumulateAndGet(read.get() - seen.getAndIncrement(), Math::max);
              return true;
            });
    // A load of five rows is as heavy as one may be; four wait, one is looked at, one is filled.
    assertThat(seen).hasValue(200);
    assertThat(most.get()).isLessThanOrEqualTo(40);
  }

  @Test
  void whatTheVisitorThrowsIsThrown() {
    assertThatThrownBy(
            () ->
                ahead(5_000, 1)
                    .read(
                        SHEET,
                        row -> {
                          throw new IllegalStateException("row " + row.number());
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("row 1");
  }

  @Test
  void aFileThatBreaksOnTheWayIsRefusedAsItWas() {
    Grid broken =
        new ReadAhead(
            new Rows(3, 1) {
              @Override
              public void read(GridSheet sheet, RowVisitor visitor) throws RefusedFile {
                super.read(sheet, visitor);
                throw new RefusedFile(Refusal.BROKEN.said());
              }
            });
    assertThatThrownBy(() -> broken.read(SHEET, row -> true)).isInstanceOf(RefusedFile.class);
  }

  private Grid ahead(int rows, int width) {
    return new ReadAhead(new Rows(rows, width));
  }

  private class Rows implements Grid {

    private final int rows;
    private final List<GridCell> cells;

    Rows(int rows, int width) {
      this.rows = rows;
      this.cells = Collections.nCopies(width, GridCell.text("ten words"));
    }

    @Override
    public List<GridSheet> sheets() {
      return List.of(SHEET);
    }

    @Override
    public void read(GridSheet sheet, RowVisitor visitor) throws RefusedFile {
      for (int row = 1; row <= rows; row++) {
        read.incrementAndGet();
        if (!visitor.visit(new GridRow(row, cells, false))) {
          return;
        }
      }
    }

    @Override
    public boolean dates1904() {
      return false;
    }

    @Override
    public List<FileNote> notes() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
