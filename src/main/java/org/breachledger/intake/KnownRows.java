package org.breachledger.intake;

import java.util.BitSet;
import java.util.List;

/**
 * Knows rows that were taken in before, by their prints: a row that would change nothing is named
 * instead of being read.
 */
public interface KnownRows {

  /** Knows none and wants no prints. */
  KnownRows NONE =
      new KnownRows() {
        @Override
        public BitSet known(List<RowPrint> rows) {
          return new BitSet();
        }

        @Override
        public void again(RowPrint row) {
          throw new IllegalStateException("no row is known");
        }
      };

  /** Which of the next rows of a sheet need not be read, by their place among them. */
  BitSet known(List<RowPrint> rows);

  /** Takes one of the last rows asked for that is known, in its turn between the rows read. */
  void again(RowPrint row);
}
