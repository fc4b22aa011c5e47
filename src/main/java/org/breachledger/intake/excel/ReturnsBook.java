package org.breachledger.intake.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** An empty workbook whose rows wait in spools without a name, and whose properties name nobody. */
final class ReturnsBook extends SXSSFWorkbook {

  /** So many rows of a sheet are held before they go to the spool. */
  private static final int WINDOW = 100;

  private final Path folder;
  private final List<UnlinkedSheetData> spools = new ArrayList<>();

  /**
   * An empty workbook.
   *
   * @param folder where rows wait
   */
  ReturnsBook(Path folder) {
    super(new XSSFWorkbook(), WINDOW, false, false);
    this.folder = folder;
    getXSSFWorkbook().getProperties().getCoreProperties().setCreator("");
  }

  @Override
  protected SheetDataWriter createSheetDataWriter() throws IOException {
    UnlinkedSheetData spool =
        UnlinkedSheetData.in(folder, getXSSFWorkbook().getSharedStringSource());
    spools.add(spool);
    return spool;
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      for (UnlinkedSheetData spool : spools) {
        spool.forget();
      }
    }
  }
}
