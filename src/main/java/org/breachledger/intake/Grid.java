package org.breachledger.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file as sheets of rows of cells, whatever its kind; its rows can be read several times. */
public interface Grid extends Closeable {

  /** Takes rows until it has seen enough. */
  @FunctionalInterface
  interface RowVisitor {
    /** Takes one row; false where no further row is wanted. */
    boolean visit(GridRow row);
  }

  /** The sheets in the order of the file. */
  List<GridSheet> sheets();

  /**
   * Reads the rows of a sheet from the top; rows without any cell may be left out.
   *
   * @throws RefusedFile where the file turns out to be broken
   */
  void read(GridSheet sheet, RowVisitor visitor) throws RefusedFile, IOException;

  /** Whether day 0 of its date numbers is in 1904. */
  boolean dates1904();

  /** What the sender should know of things hidden in the file. */
  List<FileNote> notes();
}
