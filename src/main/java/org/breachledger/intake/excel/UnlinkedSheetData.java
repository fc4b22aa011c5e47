package org.breachledger.intake.excel;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet on their way into a workbook, spooled to a file that loses its name as soon
 * as it is open: even where the program is killed, nothing a sender wrote stays behind.
 */
final class UnlinkedSheetData extends SheetDataWriter {

  /**
   * So many texts are shared, as spreadsheet programs do; those of a huge workbook stay in place.
   */
  private static final int MOST_SHARED = 30_000;

  private final FileChannel rows;
  private final SharedStringsTable shared;

  private UnlinkedSheetData(FileChannel rows, SharedStringsTable shared) throws IOException {
    super(new OutputStreamWriter(new StaysOpen(rows), StandardCharsets.UTF_8));
    this.rows = rows;
    this.shared = shared;
  }

  /** A spool in a folder; the system forgets its name at once, or where it cannot, on closing. */
  static UnlinkedSheetData in(Path folder, SharedStringsTable shared) throws IOException {
    Path named = Files.createTempFile(folder, ".rows", "");
    return new UnlinkedSheetData(
        FileChannel.open(
            named,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE),
        shared);
  }

  /** The writer is closed before the rows are read again, their file is not. */
  private static final class StaysOpen extends FilterOutputStream {

    private StaysOpen(FileChannel rows) {
      super(new BufferedOutputStream(Channels.newOutputStream(rows)));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      OutputStream buffered = out;
      buffered.flush();
    }
  }

  @Override
  public void writeCell(int column, @Nullable Cell cell) throws IOException {
    if (cell == null
        || cell.getCellType() != CellType.STRING
        || shared.getUniqueCount() >= MOST_SHARED) {
      super.writeCell(column, cell);
      return;
    }
    int text = shared.addSharedStringItem(new XSSFRichTextString(cell.getStringCellValue()));
    _out.write(
        "<c r=\"%s\" s=\"%d\" t=\"s\"><v>%d</v></c>"
            .formatted(cell.getAddress().formatAsString(), cell.getCellStyle().getIndex(), text));
  }

  @Override
  public InputStream getWorksheetXMLInputStream() throws IOException {
    rows.position(0);
    return Channels.newInputStream(rows);
  }

  /** Forgets the rows; may be asked twice. */
  void forget() throws IOException {
    rows.close();
  }
}
