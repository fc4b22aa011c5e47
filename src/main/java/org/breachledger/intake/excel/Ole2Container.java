package org.breachledger.intake.excel;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.breachledger.intake.Grid;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;

/** The container of older Office files: {@code .xls}, and every workbook with a password. */
final class Ole2Container {

  /** A workbook of the old kind is held in memory; 65,536 rows of 23 columns are. */
  private static final long MOST_CELLS = 1_500_000;

  private Ole2Container() {}

  /** Opens a workbook; an encrypted one, and an Office file of another kind, are refused. */
  static Grid open(Path file) throws RefusedFile {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = container.getRoot();
      check(root);
      BiffRecords records = BiffRecords.of(root);
      if (records.cells() > MOST_CELLS) {
        throw new RefusedFile(
            Refusal.TOO_LARGE.saying(
                "This .xls workbook holds more cells than can be read from a workbook of the old"
                    + " kind; open it in Excel, save it as .xlsx and send that."));
      }
      return grid(root, records.encrypted());
    } catch (EncryptedDocumentException e) {
      throw new RefusedFile(Refusal.PASSWORD.said(), e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new RefusedFile(Refusal.BROKEN.said(), e);
    }
  }

  /** Even where the reader knows the password Excel uses by itself, the sender meant it closed. */
  private static Grid grid(DirectoryNode root, boolean encrypted) throws RefusedFile, IOException {
    try {
      HSSFWorkbook workbook = new HSSFWorkbook(root, false);
      if (encrypted) {
        workbook.close();
        throw new RefusedFile(Refusal.PASSWORD.said());
      }
      return new XlsGrid(workbook, HiddenInXls.notes(workbook, root));
    } catch (OldExcelFormatException e) {
      Refusal why = encrypted ? Refusal.PASSWORD : Refusal.OLD_WORKBOOK;
      throw new RefusedFile(why.said(), e);
    }
  }

  private static void check(DirectoryNode root) throws RefusedFile {
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw new RefusedFile(Refusal.PASSWORD.said());
    }
    if (!root.hasEntryCaseInsensitive("Workbook") && !root.hasEntryCaseInsensitive("Book")) {
      throw new RefusedFile(
          Refusal.NOT_A_WORKBOOK.saying(
              "This is an older Office file that holds no workbook; send the log as .xlsx, .xls or"
                  + " .csv."));
    }
  }
}
