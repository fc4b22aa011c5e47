package org.breachledger.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.UnaryOperator;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;

/** A small good log as {@code .xls}, whose records and container a hostile one changes. */
final class OldBook {

  private OldBook() {}

  /** The whole file. */
  static byte[] file(@Nullable String password) throws IOException {
    Biff8EncryptionKey.setCurrentUserPassword(password);
    try (HSSFWorkbook book = book();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.write(out);
      return out.toByteArray();
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  static HSSFWorkbook book() {
    HSSFWorkbook book = new HSSFWorkbook();
    HSSFSheet sheet = book.createSheet("Log");
    row(sheet.createRow(0), "Incident ref", "School", "Date of incident", "Description");
    row(sheet.createRow(1), "A1", "Elm School", "4 Jan 2024", "A bag was lost");
    sheet.createRow(2).createCell(0).setCellFormula("1+1");
    return book;
  }

  private static void row(Row row, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
  }

  /** The file with its stream of records changed. */
  static byte[] records(UnaryOperator<byte[]> change) throws IOException {
    byte[] records;
    try (HSSFWorkbook book = book()) {
      records = book.getBytes();
    }
    return container("Workbook", change.apply(records));
  }

  static byte[] container(String stream, byte[] records) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      container.createDocument(new ByteArrayInputStream(records), stream);
      container.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  /** Where the nth record of a kind begins, from 0; less than 0 where there is none. */
  static int find(byte[] records, int kind, int nth) {
    ByteBuffer bytes = ByteBuffer.wrap(records).order(ByteOrder.LITTLE_ENDIAN);
    int seen = 0;
    for (int at = 0; at + 4 <= records.length; ) {
      if (Short.toUnsignedInt(bytes.getShort(at)) == kind && seen++ == nth) {
        return at;
      }
      at += 4 + Short.toUnsignedInt(bytes.getShort(at + 2));
    }
    return -1;
  }

  /** Records with others put in before the last of the sheet. */
  static byte[] with(byte[] records, byte[] more) {
    byte[] all = new byte[records.length + more.length];
    int before = records.length - 4;
    System.arraycopy(records, 0, all, 0, before);
    System.arraycopy(more, 0, all, before, more.length);
    System.arraycopy(records, before, all, before + more.length, 4);
    return all;
  }

  static ByteBuffer record(int kind, int length) {
    ByteBuffer record = ByteBuffer.allocate(4 + length).order(ByteOrder.LITTLE_ENDIAN);
    return record.putShort((short) kind).putShort((short) length);
  }
}
