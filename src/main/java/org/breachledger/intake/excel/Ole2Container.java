package org.breachledger.intake.excel;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hpsf.NoPropertySetStreamException;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.Grid;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;
import org.jspecify.annotations.Nullable;

/** The container of older Office files: {@code .xls}, and every workbook with a password. */
final class Ole2Container {

  private static final int FILE_PASS = 0x2f;
  private static final int RECORDS = 200;

  private Ole2Container() {}

  /** Opens a workbook; an encrypted one, and an Office file of another kind, are refused. */
  static Grid open(Path file) throws RefusedFile {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = container.getRoot();
      check(root);
      return grid(root, notes(root), encrypted(root));
    } catch (EncryptedDocumentException e) {
      throw new RefusedFile(Refusal.PASSWORD.said(), e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new RefusedFile(Refusal.BROKEN.said(), e);
    }
  }

  /** Even where the reader knows the password Excel uses by itself, the sender meant it closed. */
  private static Grid grid(DirectoryNode root, List<FileNote> notes, boolean encrypted)
      throws RefusedFile, IOException {
    try {
      HSSFWorkbook workbook = new HSSFWorkbook(root, false);
      if (encrypted) {
        workbook.close();
        throw new RefusedFile(Refusal.PASSWORD.said());
      }
      return new XlsGrid(workbook, notes);
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

  /** Whether one of the first records says that all others are encrypted. */
  private static boolean encrypted(DirectoryNode root) {
    String stream = root.hasEntryCaseInsensitive("Workbook") ? "Workbook" : "Book";
    try (DataInputStream in =
        new DataInputStream(root.createDocumentInputStream(root.getEntryCaseInsensitive(stream)))) {
      for (int i = 0; i < RECORDS; i++) {
        int kind = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
        if (kind == FILE_PASS) {
          return true;
        }
        in.skipNBytes(length);
      }
      return false;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static List<FileNote> notes(DirectoryNode root) {
    List<FileNote> notes = new ArrayList<>();
    if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
      notes.add(HiddenParts.MACROS);
    }
    if (namesPerson(root)) {
      notes.add(HiddenParts.PERSON);
    }
    return notes;
  }

  private static boolean namesPerson(DirectoryNode root) {
    try {
      return root.hasEntryCaseInsensitive(SummaryInformation.DEFAULT_STREAM_NAME)
          && PropertySetFactory.create(root, SummaryInformation.DEFAULT_STREAM_NAME)
              instanceof SummaryInformation summary
          && (written(summary.getAuthor()) || written(summary.getLastAuthor()));
    } catch (IOException | NoPropertySetStreamException | RuntimeException e) {
      return false;
    }
  }

  private static boolean written(@Nullable String name) {
    return name != null && !name.isBlank();
  }
}
