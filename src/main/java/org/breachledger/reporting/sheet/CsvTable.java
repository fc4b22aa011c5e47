package org.breachledger.reporting.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.exchange.SafeCsv;
import org.jspecify.annotations.Nullable;

/** A table as CSV. */
final class CsvTable implements TableFile {

  private final SafeCsv csv;

  CsvTable(Path file, List<String> columns) {
    csv = SafeCsv.create(file, columns);
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      if (cell == null) {
        texts.add("");
      } else {
        // words of ours are guarded too: they may have words from outside in them
        texts.add(SafeCsv.guarded(written(cell)));
      }
    }
    csv.row(texts);
  }

  /** A small number is written out, too: {@code 0.00042}, as in the other formats. */
  private static String written(Object cell) {
    if (cell instanceof Outside outside) {
      return outside.text();
    }
    return cell instanceof Double number && Double.isFinite(number)
        ? BigDecimal.valueOf(number).toPlainString()
        : cell.toString();
  }

  @Override
  public void done() throws IOException {
    csv.done();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
