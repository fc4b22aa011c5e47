package org.breachledger.intake.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.breachledger.intake.FileKind;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridOpener;

/** Opens text files whose columns are separated by comma, semicolon, tab or bar. */
public final class DelimitedFiles implements GridOpener {

  @Override
  public boolean opens(FileKind kind) {
    return kind == FileKind.TEXT;
  }

  @Override
  public Grid open(Path file) throws IOException {
    Charset charset = TextEncoding.of(file);
    return new DelimitedGrid(file, charset, Separator.of(file, charset));
  }
}
