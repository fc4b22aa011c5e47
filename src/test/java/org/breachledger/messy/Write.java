package org.breachledger.messy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.testing.Sheets;

/** Makers of messy files. */
final class Write {

  private Write() {}

  /** A text file {@code log.csv} in UTF-8, exactly as written. */
  static Maker csv(String text) {
    return text("log.csv", text, StandardCharsets.UTF_8);
  }

  /** A text file of any name and encoding. */
  static Maker text(String name, String text, Charset charset) {
    return bytes(name, text.getBytes(charset));
  }

  /** A file of these bytes. */
  static Maker bytes(String name, byte[] bytes) {
    return folder -> Files.write(folder.resolve(name), bytes);
  }

  /** A workbook {@code log.xlsx}. */
  static Maker xlsx(Sheets sheets) {
    return folder -> sheets.write(folder.resolve("log.xlsx"));
  }

  /** A workbook {@code log.xls}. */
  static Maker xls(Sheets sheets) {
    return folder -> sheets.write(folder.resolve("log.xls"));
  }

  /** A workbook {@code log.xlsx}, changed after its sheets were filled. */
  static Maker xlsx(Sheets sheets, Consumer<XSSFWorkbook> change) {
    return folder -> changed(sheets.write(folder.resolve("log.xlsx")), change, XSSFWorkbook.class);
  }

  /** A workbook {@code log.xls}, changed after its sheets were filled. */
  static Maker xls(Sheets sheets, Consumer<HSSFWorkbook> change) {
    return folder -> changed(sheets.write(folder.resolve("log.xls")), change, HSSFWorkbook.class);
  }

  private static <B extends Workbook> Path changed(Path file, Consumer<B> change, Class<B> kind)
      throws IOException {
    byte[] before = Files.readAllBytes(file);
    try (Workbook book =
        org.apache.poi.ss.usermodel.WorkbookFactory.create(
            new java.io.ByteArrayInputStream(before))) {
      change.accept(kind.cast(book));
      try (OutputStream out = Files.newOutputStream(file)) {
        book.write(out);
      }
    }
    return file;
  }
}
