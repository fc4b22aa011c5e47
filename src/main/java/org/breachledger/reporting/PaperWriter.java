package org.breachledger.reporting;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Prints a paper. The same paper always comes out with the same content in every format, and
 * several threads may print at once.
 */
public interface PaperWriter {

  /**
   * Writes the paper: as an accessible PDF (PDF/UA-1 and PDF/A-2a), as an accessible page, or its
   * tables as a workbook.
   *
   * @param out is left open
   * @throws IOException where {@code out} cannot be written to
   */
  void write(Paper paper, PaperFormat format, OutputStream out) throws IOException;

  /**
   * Writes the paper as a workbook with the incidents behind its numbers, for readers who may see a
   * list of incidents.
   *
   * @param out is left open
   * @throws IOException where {@code out} cannot be written to
   */
  void writeTraced(Paper paper, Trace trace, OutputStream out) throws IOException;
}
