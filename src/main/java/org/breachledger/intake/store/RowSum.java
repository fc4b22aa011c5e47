package org.breachledger.intake.store;

/**
 * What became of the rows of a file or sheet: each row read is in just one of the other six, so
 * that the sum is always shown and always true.
 */
public record RowSum(
    int read,
    int imported,
    int importedWithGaps,
    int updated,
    int unchanged,
    int returned,
    int skipped) {

  /** Refuses a sum that does not add up: a row would have been lost or counted twice. */
  public RowSum {
    if (read != imported + importedWithGaps + updated + unchanged + returned + skipped) {
      throw new IllegalStateException("the rows read are not the sum of what became of them");
    }
  }

  /** No row at all. */
  public static final RowSum NOTHING = new RowSum(0, 0, 0, 0, 0, 0, 0);

  /** Both sums together. */
  public RowSum plus(RowSum other) {
    return new RowSum(
        read + other.read,
        imported + other.imported,
        importedWithGaps + other.importedWithGaps,
        updated + other.updated,
        unchanged + other.unchanged,
        returned + other.returned,
        skipped + other.skipped);
  }
}
