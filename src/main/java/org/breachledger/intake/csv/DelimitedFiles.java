package org.breachledger.intake.csv;

import java.io.IOException;
import java.nio.file.Path;
import org.breachledger.exchange.TextEncoding;
import org.breachledger.intake.FileKind;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridOpener;
import org.breachledger.intake.LogEncoding;
import org.breachledger.intake.RefusedFile;

/** Opens text files whose columns are separated by comma, semicolon, tab or bar. */
public final class DelimitedFiles implements GridOpener {

  @Override
  public boolean opens(FileKind kind) {
    return kind == FileKind.TEXT;
  }

  @Override
  public Grid open(Path file) throws RefusedFile, IOException {
    TextEncoding encoding = LogEncoding.of(file);
    return new DelimitedGrid(file, encoding, Separator.of(file, encoding));
  }
}
