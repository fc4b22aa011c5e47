package org.breachledger.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;

/** Workbooks of the old kind whose records or containers are broken, and encrypted ones. */
final class HostileOldWorkbooks {

  private static final int BOUND_SHEET = 0x85;
  private static final int SHARED_TEXTS = 0xfc;
  private static final int FORMULA = 0x06;
  private static final int DIMENSIONS = 0x200;

  private HostileOldWorkbooks() {}

  static void add(Catalogue all) {
    encrypted(all.kind("encrypted"));
    records(all.kind("xls: broken records"));
    amounts(all.kind("xls: very much"));
    container(all.kind("xls: a broken container"));
  }

  private static void encrypted(Catalogue all) {
    for (EncryptionMode mode :
        new EncryptionMode[] {EncryptionMode.agile, EncryptionMode.standard}) {
      all.file("encrypted-" + mode + ".xlsx", file -> Files.write(file, locked(mode)));
    }
    all.file("encrypted-rc4.xls", file -> Files.write(file, OldBook.file("secret")));
    all.file(
        "encrypted-by-default.xls", file -> Files.write(file, OldBook.file("VelvetSweatshop")));
    all.file(
        "encrypted-with-a-broken-head.xlsx",
        file -> {
          byte[] locked = locked(EncryptionMode.agile);
          Arrays.fill(locked, 1_600, 2_600, (byte) 0x41);
          Files.write(file, locked);
        });
    all.file(
        "encrypted-cut.xlsx",
        file -> Files.write(file, Arrays.copyOf(locked(EncryptionMode.agile), 3_000)));
    all.file(
        "encrypted-in-name-only.xls",
        file -> Files.write(file, OldBook.container("EncryptedPackage", new byte[5_000])));
  }

  private static byte[] locked(EncryptionMode mode) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream whole = new ByteArrayOutputStream()) {
      Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
      encryptor.confirmPassword("secret");
      try (java.io.OutputStream out = encryptor.getDataStream(container)) {
        out.write(BookParts.good().zip().bytes());
      } catch (java.security.GeneralSecurityException e) {
        throw new IOException(e);
      }
      container.writeFilesystem(whole);
      return whole.toByteArray();
    }
  }

  private static void changed(Catalogue all, String name, UnaryOperator<byte[]> change) {
    all.file(name, file -> Files.write(file, OldBook.records(change)));
  }

  /** Changes the nth record of a kind. */
  private static void record(
      Catalogue all, String name, int kind, int nth, Consumer<ByteBuffer> change) {
    changed(
        all,
        name,
        records -> {
          int at = OldBook.find(records, kind, nth);
          change.accept(
              ByteBuffer.wrap(records, at, records.length - at)
                  .slice()
                  .order(ByteOrder.LITTLE_ENDIAN));
          return records;
        });
  }

  private static void records(Catalogue all) {
    record(all, "first-record.xls", 0x809, 0, bytes -> bytes.putShort(0, (short) 0x1234));
    record(all, "version.xls", 0x809, 0, bytes -> bytes.putShort(4, (short) 0x7777));
    record(all, "sheet-version.xls", 0x809, 1, bytes -> bytes.putShort(6, (short) 0x7777));
    record(all, "sheet-far-away.xls", BOUND_SHEET, 0, bytes -> bytes.putInt(4, 0x7fffffff));
    record(all, "sheet-before.xls", BOUND_SHEET, 0, bytes -> bytes.putInt(4, -1));
    record(all, "sheet-at-itself.xls", BOUND_SHEET, 0, bytes -> bytes.putInt(4, 0));
    record(all, "sheet-name.xls", BOUND_SHEET, 0, bytes -> bytes.put(10, (byte) 255));
    record(all, "texts-count.xls", SHARED_TEXTS, 0, bytes -> bytes.putInt(4, -1).putInt(8, -1));
    record(all, "texts-many.xls", SHARED_TEXTS, 0, bytes -> bytes.putInt(8, Integer.MAX_VALUE));
    record(all, "text-length.xls", SHARED_TEXTS, 0, bytes -> bytes.putShort(12, (short) 0xffff));
    record(
        all,
        "text-runs.xls",
        SHARED_TEXTS,
        0,
        bytes -> bytes.put(14, (byte) 0x0c).putInt(15, 0x7fffffff));
    record(all, "text-index.xls", 0xfd, 5, bytes -> bytes.putInt(10, 0x7fffffff));
    record(all, "text-index-below.xls", 0xfd, 5, bytes -> bytes.putInt(10, -7));
    record(all, "cell-row.xls", 0xfd, 5, bytes -> bytes.putShort(4, (short) 0xffff));
    record(all, "cell-column.xls", 0xfd, 5, bytes -> bytes.putShort(6, (short) 0xffff));
    record(all, "cell-style.xls", 0xfd, 5, bytes -> bytes.putShort(8, (short) 0xffff));
    record(all, "formula-tokens.xls", FORMULA, 0, bytes -> bytes.putShort(24, (short) 0x7fff));
    record(all, "formula-token.xls", FORMULA, 0, bytes -> bytes.put(26, (byte) 0xff));
    record(all, "formula-value.xls", FORMULA, 0, bytes -> bytes.putLong(10, 0xffff0000000000ffL));
    record(all, "dimensions.xls", DIMENSIONS, 0, bytes -> bytes.putInt(4, -1).putInt(8, -1));
    record(all, "record-length.xls", 0xfd, 3, bytes -> bytes.putShort(2, (short) 0xffff));
    record(all, "record-without-length.xls", 0xfd, 3, bytes -> bytes.putShort(2, (short) 0));
    record(all, "format-of-nothing.xls", 0x41e, 0, bytes -> bytes.putShort(6, (short) 0x7fff));
    changed(all, "no-end.xls", records -> Arrays.copyOf(records, records.length - 4));
    changed(all, "cut-records.xls", records -> Arrays.copyOf(records, records.length / 2));
    changed(all, "no-records.xls", records -> new byte[0]);
    changed(all, "noughts.xls", records -> new byte[100_000]);
    changed(all, "ones.xls", records -> filled(100_000, 0xff));
    changed(all, "blank-cells-backwards.xls", records -> OldBook.with(records, backwards()));
    changed(
        all,
        "continued-without-a-start.xls",
        records -> OldBook.with(records, OldBook.record(0x3c, 8_000).array()));
    changed(
        all,
        "drawing-broken.xls",
        records -> OldBook.with(records, OldBook.record(0xec, 400).put(filled(400, 0x7f)).array()));
    changed(
        all,
        "remark-broken.xls",
        records -> OldBook.with(records, OldBook.record(0x1c, 12).put(filled(12, 0xff)).array()));
    changed(
        all,
        "merges-broken.xls",
        records -> OldBook.with(records, OldBook.record(0xe5, 10).put(filled(10, 0xff)).array()));
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] backwards() {
    ByteBuffer blanks = OldBook.record(0xbe, 10);
    blanks.putShort((short) 9).putShort((short) 200).putShort((short) 0).putShort((short) 0);
    return blanks.putShort((short) 3).array();
  }

  private static void amounts(Catalogue all) {
    changed(
        all,
        "seventeen-million-blanks.xls",
        records -> {
          ByteArrayOutputStream more = new ByteArrayOutputStream();
          ByteBuffer blanks = OldBook.record(0xbe, 518);
          blanks.putShort(520, (short) 255);
          for (int row = 3; row < 65_536; row++) {
            more.writeBytes(blanks.putShort(4, (short) row).array());
          }
          return OldBook.with(records, more.toByteArray());
        });
    changed(
        all, "tiny-records.xls", records -> OldBook.with(records, repeated(0x5c00, 0, 4_000_000)));
    changed(all, "many-rows.xls", records -> OldBook.with(records, repeated(0x208, 16, 2_000_000)));
    changed(
        all, "many-merges.xls", records -> OldBook.with(records, repeated(0xe5, 2 + 8, 800_000)));
    changed(
        all, "many-windows.xls", records -> OldBook.with(records, repeated(0x23e, 18, 800_000)));
    changed(all, "many-begins.xls", records -> OldBook.with(records, repeated(0x809, 16, 800_000)));
    changed(
        all, "many-continued.xls", records -> OldBook.with(records, repeated(0x3c, 8, 1_500_000)));
    changed(all, "many-styles.xls", records -> before(records, repeated(0xe0, 20, 800_000)));
    changed(all, "many-names.xls", records -> before(records, repeated(0x85, 9, 500_000)));
    changed(all, "many-fonts.xls", records -> before(records, repeated(0x31, 16, 800_000)));
    changed(
        all,
        "many-formulas.xls",
        records -> OldBook.with(records, cells(FORMULA, 22 + 4_000, 15_000)));
    changed(all, "many-texts.xls", records -> OldBook.with(records, cells(0x204, 8_000, 9_000)));
    all.file("many-cells.xls", file -> Files.write(file, manyCells()));
  }

  /** Records of one kind, all noughts. */
  private static byte[] repeated(int kind, int length, int count) {
    byte[] one = OldBook.record(kind, length).array();
    byte[] all = new byte[one.length * count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(one, 0, all, i * one.length, one.length);
    }
    return all;
  }

  private static byte[] cells(int kind, int length, int count) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer cell = OldBook.record(kind, length);
    for (int i = 0; i < count; i++) {
      cell.putShort(4, (short) (3 + i));
      if (kind == FORMULA) {
        cell.putShort(24, (short) (length - 22));
        for (int token = 26; token + 2 < 4 + length; token += 3) {
          cell.put(token, (byte) 0x1e).putShort(token + 1, (short) 1);
        }
      } else {
        cell.putShort(10, (short) (length - 9));
      }
      all.writeBytes(cell.array());
    }
    return all.toByteArray();
  }

  /** Records put in behind the first of the workbook. */
  private static byte[] before(byte[] records, byte[] more) {
    byte[] all = new byte[records.length + more.length];
    int first = 20;
    System.arraycopy(records, 0, all, 0, first);
    System.arraycopy(more, 0, all, first, more.length);
    System.arraycopy(records, first, all, first + more.length, records.length - first);
    int at = OldBook.find(all, BOUND_SHEET, 0);
    for (int nth = 0; at >= 0 && nth < 2; nth++) {
      at = OldBook.find(all, BOUND_SHEET, nth);
    }
    return all;
  }

  private static byte[] manyCells() throws IOException {
    try (HSSFWorkbook book = OldBook.book();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (int i = 3; i < 15_000; i++) {
        Row row = book.getSheetAt(0).createRow(i);
        for (int column = 0; column < 20; column++) {
          row.createCell(column).setCellValue(i * 31 + column);
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  /** Changes the file behind its records. */
  private static void container(Catalogue all, String name, Consumer<ByteBuffer> change) {
    all.file(
        name,
        file -> {
          byte[] bytes = OldBook.file(null);
          change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
          Files.write(file, bytes);
        });
  }

  private static int sector(ByteBuffer bytes, int head) {
    return 512 + bytes.getInt(head) * 512;
  }

  private static void container(Catalogue all) {
    container(all, "chain-that-loops.xls", bytes -> loop(bytes, sector(bytes, 0x4c)));
    container(
        all,
        "directory-that-loops.xls",
        bytes -> {
          int table = sector(bytes, 0x4c);
          int directory = bytes.getInt(0x30);
          bytes.putInt(table + 4 * directory, directory);
        });
    container(
        all, "table-of-tables-loops.xls", bytes -> bytes.putInt(0x44, 0).putInt(0x48, 0x7fff));
    container(all, "table-elsewhere.xls", bytes -> bytes.putInt(0x4c, 0x7ffffff0));
    container(all, "tables-many.xls", bytes -> bytes.putInt(0x2c, 0x7fffffff));
    container(all, "tables-below-nought.xls", bytes -> bytes.putInt(0x2c, -1));
    container(all, "sector-size.xls", bytes -> bytes.putShort(0x1e, (short) 30));
    container(all, "sector-size-nought.xls", bytes -> bytes.putShort(0x1e, (short) 0));
    container(all, "small-sector-size.xls", bytes -> bytes.putShort(0x20, (short) 31));
    container(all, "directory-elsewhere.xls", bytes -> bytes.putInt(0x30, 0x00ffffff));
    container(
        all, "small-table-elsewhere.xls", bytes -> bytes.putInt(0x3c, 5).putInt(0x40, 99_999));
    container(
        all,
        "small-stream-of-itself.xls",
        bytes -> bytes.putInt(0x3c, bytes.getInt(0x30)).putInt(0x40, 1).putInt(0x38, 0x7fffffff));
    container(
        all, "root-that-holds-itself.xls", bytes -> bytes.putInt(sector(bytes, 0x30) + 0x4c, 0));
    container(
        all,
        "brothers-in-a-ring.xls",
        bytes -> {
          int first = sector(bytes, 0x30) + 128;
          bytes.putInt(first + 0x44, 1).putInt(first + 0x48, 1).putInt(first + 0x4c, 0);
        });
    container(
        all,
        "stream-too-long.xls",
        bytes -> bytes.putInt(sector(bytes, 0x30) + 128 + 0x78, 0x7fffffff));
    container(
        all,
        "stream-below-nought.xls",
        bytes -> bytes.putInt(sector(bytes, 0x30) + 128 + 0x78, -2));
    container(
        all,
        "stream-elsewhere.xls",
        bytes -> bytes.putInt(sector(bytes, 0x30) + 128 + 0x74, 0x00fffff0));
    container(all, "no-root.xls", bytes -> bytes.put(sector(bytes, 0x30) + 0x42, (byte) 0));
    container(
        all,
        "name-too-long.xls",
        bytes -> bytes.putShort(sector(bytes, 0x30) + 128 + 0x40, (short) 0x7fff));
    all.file(
        "cut-at-the-head.xls", file -> Files.write(file, Arrays.copyOf(OldBook.file(null), 512)));
    all.file("cut-short.xls", file -> Files.write(file, Arrays.copyOf(OldBook.file(null), 60)));
    all.file(
        "cut-in-the-middle.xls",
        file -> Files.write(file, Arrays.copyOf(OldBook.file(null), 2_500)));
    all.file(
        "cut-by-one.xls",
        file -> {
          byte[] bytes = OldBook.file(null);
          Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        });
    all.file("excel-95.xls", file -> Files.write(file, OldBook.container("Book", new byte[2_000])));
    all.file(
        "word.xls", file -> Files.write(file, OldBook.container("WordDocument", new byte[5_000])));
    all.file(
        "workbook-is-a-folder.xls",
        file -> {
          try (POIFSFileSystem container = new POIFSFileSystem();
              java.io.OutputStream out = Files.newOutputStream(file)) {
            container.createDirectory("Workbook");
            container.writeFilesystem(out);
          }
        });
  }

  private static void loop(ByteBuffer bytes, int table) {
    for (int i = 0; i < 8; i++) {
      bytes.putInt(table + 4 * i, i % 4 == 3 ? i - 3 : i + 1);
    }
  }
}
