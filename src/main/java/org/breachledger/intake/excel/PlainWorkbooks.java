package org.breachledger.intake.excel;

import java.io.IOException;
import java.nio.file.Path;
import org.breachledger.intake.FileKind;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridOpener;
import org.breachledger.intake.ReadingRules;
import org.breachledger.intake.RefusedFile;

/**
 * Opens {@code .xlsx} workbooks that the usual reader finds broken though they are only unusual:
 * the strict variant of the format, without styles, with dates written as text.
 */
public final class PlainWorkbooks implements GridOpener {

  private final ReadingRules rules;

  /** Opens workbooks within the limits of {@code rules}. */
  public PlainWorkbooks(ReadingRules rules) {
    this.rules = rules;
  }

  @Override
  public boolean opens(FileKind kind) {
    return kind == FileKind.ZIP;
  }

  @Override
  public Grid open(Path file) throws RefusedFile, IOException {
    return PlainXlsxGrid.open(file, ZipContainer.check(file, rules).notes());
  }
}
