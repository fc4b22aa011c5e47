package org.breachledger.intake.excel;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/**
 * What the heads of an {@code .xls} workbook's records tell before anything is read into memory.
 *
 * @param encrypted whether a record says that all others are encrypted
 * @param cells how many cells they hold, blank ones too
 */
record BiffRecords(boolean encrypted, long cells) {

  private static final int FILE_PASS = 0x2f;
  private static final int MANY_NUMBERS = 0xbd;
  private static final int MANY_BLANKS = 0xbe;

  /** So many records from the top may say that the workbook is encrypted. */
  private static final int TOP = 200;

  /** Walks through the records; where they break off, the reader of the workbook says so. */
  static BiffRecords of(DirectoryNode root) {
    String stream = root.hasEntryCaseInsensitive("Workbook") ? "Workbook" : "Book";
    boolean encrypted = false;
    long cells = 0;
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                root.createDocumentInputStream(root.getEntryCaseInsensitive(stream))))) {
      for (int n = 0; ; n++) {
        int kind = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        encrypted |= kind == FILE_PASS && n < TOP;
        cells += cells(kind, length);
        in.skipNBytes(length);
      }
    } catch (IOException | RuntimeException e) {
      return new BiffRecords(encrypted, cells);
    }
  }

  private static int cells(int kind, int length) {
    return switch (kind) {
      // formula, blank, number, label, truth or failure, small number, shared text
      case 0x06, 0x201, 0x203, 0x204, 0x205, 0x27e, 0xfd -> 1;
      case MANY_NUMBERS -> Math.max(0, length - 6) / 6;
      case MANY_BLANKS -> Math.max(0, length - 6) / 2;
      default -> 0;
    };
  }
}
