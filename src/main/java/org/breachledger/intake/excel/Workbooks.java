package org.breachledger.intake.excel;

import java.io.IOException;
import java.nio.file.Path;
import org.breachledger.intake.FileKind;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridOpener;
import org.breachledger.intake.ReadingRules;
import org.breachledger.intake.RefusedFile;

/**
 * Opens workbooks ({@code .xlsx}, {@code .xlsm}, {@code .xls}); macros never run. Those of the old
 * kind are read by another process.
 */
public final class Workbooks implements GridOpener {

  private final OldWorkbooks oldOnes = new OldWorkbooks();
  private final ReadingRules rules;

  /** Opens workbooks within the limits of {@code rules}. */
  public Workbooks(ReadingRules rules) {
    this.rules = rules;
  }

  @Override
  public boolean opens(FileKind kind) {
    return kind == FileKind.ZIP || kind == FileKind.OLE2;
  }

  @Override
  public Grid open(Path file) throws RefusedFile, IOException {
    if (FileKind.of(file) == FileKind.OLE2) {
      return oldOnes.open(file);
    }
    ZipContainer.Checked checked = ZipContainer.check(file, rules);
    return checked.forPlainReader()
        ? PlainXlsxGrid.open(file, checked.notes())
        : XlsxGrid.open(file, checked.notes());
  }
}
