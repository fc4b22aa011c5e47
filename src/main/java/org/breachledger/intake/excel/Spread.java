package org.breachledger.intake.excel;

import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;

/**
 * Over how many cells the rows of a sheet spread, the blank ones between filled ones too: a few
 * cells at the far edge of every row would keep a reader busy for minutes.
 */
final class Spread {

  private static final long MOST = 30_000_000;

  /** What Excel itself can show. */
  static final int MOST_COLUMNS = 16_384;

  private long cells;

  /** Counts a row. */
  void row(int width) throws RefusedFile {
    cells += width;
    if (cells > MOST || width > MOST_COLUMNS) {
      throw new RefusedFile(
          Refusal.TOO_LARGE.saying(
              "A sheet of this workbook spreads over far more cells than a log does; copy the log"
                  + " into a new workbook and send that."));
    }
  }
}
