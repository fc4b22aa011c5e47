package org.breachledger.hostile;

import static org.breachledger.hostile.BookParts.LOG;
import static org.breachledger.hostile.BookParts.SHEET;
import static org.breachledger.hostile.BookParts.SHEET_BEGINS;
import static org.breachledger.hostile.BookParts.SHEET_ENDS;
import static org.breachledger.hostile.BookParts.STRINGS;
import static org.breachledger.hostile.BookParts.STYLES;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Archives that unpack to much, lie about themselves, or lead out of themselves. */
final class HostileZips {

  private static final int MEGABYTE = 1 << 20;

  private HostileZips() {}

  static void add(Catalogue all) {
    bombs(all.kind("zip: unpacks to much"));
    nested(all.kind("zip: nested"));
    entries(all.kind("zip: many entries"));
    overlaps(all.kind("zip: overlapping entries"));
    sizes(all.kind("zip: sizes that lie"));
    descriptors(all.kind("zip: data descriptors"));
    duplicates(all.kind("zip: one name twice"));
    outside(all.kind("zip: names that lead outside"));
    names(all.kind("zip: odd names"));
    methods(all.kind("zip: packed in other ways"));
    frames(all.kind("zip: a broken frame"));
  }

  private static void zip(Catalogue all, String name, Consumer<RawZip> change) {
    all.file(
        name,
        file -> {
          RawZip zip = BookParts.good().zip();
          change.accept(zip);
          java.nio.file.Files.write(file, zip.bytes());
        });
  }

  private static byte[] blanks(int megabytes) {
    return " ".repeat(megabytes * MEGABYTE).getBytes(StandardCharsets.US_ASCII);
  }

  private static void bombs(Catalogue all) {
    String sheet = SHEET_BEGINS + (" ".repeat(MEGABYTE) + "<row/>").repeat(30) + SHEET_ENDS;
    all.book("bomb-sheet.xlsx", BookParts.sheet(sheet));
    zip(all, "bomb-strings.xlsx", zip -> repack(zip.get(STRINGS), blanks(30)));
    zip(all, "bomb-styles.xlsx", zip -> repack(zip.get(STYLES), blanks(30)));
    zip(all, "bomb-picture.xlsx", zip -> zip.add("xl/media/image1.png", new byte[40 * MEGABYTE]));
    zip(
        all,
        "bomb-of-small-parts.xlsx",
        zip -> {
          byte[] small = RawZip.deflated(new byte[9 * MEGABYTE]);
          for (int i = 0; i < 180; i++) {
            RawZip.Entry entry = zip.add("xl/media/image" + i + ".png", new byte[0]);
            repacked(entry, small, 9 * MEGABYTE);
          }
        });
    zip(
        all,
        "bomb-just-below-the-ratio.xlsx",
        zip -> {
          StringBuilder rows = new StringBuilder(SHEET_BEGINS);
          java.util.Random random = new java.util.Random(11);
          for (int i = 1; rows.length() < 24 * MEGABYTE; i++) {
            rows.append("<row r='").append(i).append("'>");
            rows.append("<c/>".repeat(60 + random.nextInt(60))).append("</row>");
          }
          repack(
              zip.get(SHEET),
              rows.append(SHEET_ENDS).toString().getBytes(StandardCharsets.US_ASCII));
        });
  }

  private static void repack(RawZip.Entry entry, byte[] content) {
    repacked(entry, RawZip.deflated(content), content.length);
  }

  private static void repacked(RawZip.Entry entry, byte[] packed, int size) {
    entry.packed = packed;
    entry.localPacked = packed.length;
    entry.centralPacked = packed.length;
    entry.localSize = size;
    entry.centralSize = size;
  }

  private static void nested(Catalogue all) {
    byte[] good = BookParts.good().zip().bytes();
    all.file(
        "workbook-in-a-zip.xlsx",
        file -> {
          RawZip zip = new RawZip();
          zip.stored("log.xlsx", good);
          java.nio.file.Files.write(file, zip.bytes());
        });
    all.file(
        "zips-in-zips.xlsx",
        file -> {
          byte[] inner = RawZip.deflated(new byte[MEGABYTE]);
          for (int depth = 0; depth < 12; depth++) {
            RawZip zip = new RawZip();
            for (int i = 0; i < 4; i++) {
              zip.stored("lib " + i + ".zip", inner);
            }
            inner = inner.length > 4 * MEGABYTE ? inner : zip.bytes();
          }
          java.nio.file.Files.write(file, inner);
        });
    zip(
        all,
        "zip-in-a-workbook.xlsx",
        zip -> zip.stored("xl/embeddings/package1.zip", BookParts.good().zip().bytes()));
  }

  private static void entries(Catalogue all) {
    zip(all, "six-thousand-parts.xlsx", zip -> many(zip, 6_000));
    zip(all, "sixty-thousand-parts.xlsx", zip -> many(zip, 60_000));
    zip(all, "folders.xlsx", zip -> folders(zip, 4_500));
  }

  private static void many(RawZip zip, int count) {
    for (int i = 0; i < count; i++) {
      zip.stored("xl/media/" + i, new byte[0]);
    }
  }

  private static void folders(RawZip zip, int count) {
    for (int i = 0; i < count; i++) {
      zip.stored("a/".repeat(i % 900 + 1) + i + "/", new byte[0]);
    }
  }

  private static void overlaps(Catalogue all) {
    zip(
        all,
        "overlap.xlsx",
        zip -> {
          byte[] kernel = RawZip.deflated(new byte[8 * MEGABYTE]);
          repacked(zip.add("xl/media/0", new byte[0]), kernel, 8 * MEGABYTE);
          zip.get("xl/media/0").offset = -1;
          int at = offset(zip, "xl/media/0");
          for (int i = 1; i < 400; i++) {
            RawZip.Entry twin = zip.add("xl/media/" + i, new byte[0]);
            repacked(twin, kernel, 8 * MEGABYTE);
            twin.crc = zip.get("xl/media/0").crc;
            twin.offset = at;
          }
        });
    zip(
        all,
        "overlap-of-sheet-and-strings.xlsx",
        zip -> zip.get(STRINGS).offset = offset(zip, SHEET));
    zip(all, "entry-inside-another.xlsx", zip -> zip.get(STYLES).offset = offset(zip, SHEET) + 7);
    zip(all, "entry-behind-the-end.xlsx", zip -> zip.get(STYLES).offset = 500_000_000);
  }

  /** Where an entry begins. */
  private static int offset(RawZip zip, String name) {
    byte[] bytes = zip.bytes();
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    return latin.indexOf(name) - 30;
  }

  private static void sizes(Catalogue all) {
    zip(all, "size-too-small.xlsx", zip -> size(zip.get(SHEET), 10));
    zip(all, "size-too-large.xlsx", zip -> size(zip.get(SHEET), 1_000_000_000));
    zip(all, "size-below-nought.xlsx", zip -> size(zip.get(SHEET), -2));
    zip(all, "size-only-local.xlsx", zip -> zip.get(SHEET).localSize = 3);
    zip(all, "size-only-central.xlsx", zip -> zip.get(SHEET).centralSize = 3);
    zip(all, "packed-size-huge.xlsx", zip -> zip.get(SHEET).centralPacked = 1_000_000_000);
    zip(all, "packed-size-short.xlsx", zip -> zip.get(SHEET).centralPacked = 20);
    zip(all, "checksum-wrong.xlsx", zip -> zip.get(SHEET).crc ^= 1);
    zip(
        all,
        "small-head-large-part.xlsx",
        zip -> {
          repack(zip.get(STRINGS), blanks(30));
          size(zip.get(STRINGS), 100);
        });
  }

  private static void size(RawZip.Entry entry, int size) {
    entry.localSize = size;
    entry.centralSize = size;
  }

  private static void descriptors(Catalogue all) {
    zip(all, "descriptor.xlsx", zip -> descriptor(zip.get(SHEET), true, true));
    zip(all, "descriptor-that-lies.xlsx", zip -> descriptor(zip.get(SHEET), true, false));
    zip(all, "descriptor-missing.xlsx", zip -> descriptor(zip.get(SHEET), false, false));
    zip(
        all,
        "descriptor-of-a-stored-part.xlsx",
        zip -> {
          RawZip.Entry entry = zip.stored("xl/media/image1.png", new byte[300]);
          descriptor(entry, true, true);
        });
  }

  private static void descriptor(RawZip.Entry entry, boolean there, boolean honest) {
    entry.flags |= 8;
    if (there) {
      ByteBuffer after = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
      after.putInt(0x08074b50).putInt(entry.crc + (honest ? 0 : 1));
      after.putInt(entry.packed.length).putInt(honest ? entry.localSize : Integer.MAX_VALUE);
      entry.after = after.array();
    }
    entry.localPacked = 0;
    entry.localSize = 0;
  }

  private static void duplicates(Catalogue all) {
    zip(all, "twice-the-sheet.xlsx", zip -> zip.add(SHEET, LOG.replace("bag", "case")));
    zip(all, "twin-in-capitals.xlsx", zip -> zip.add("xl/WORKBOOK.xml", LOG));
    zip(all, "twin-with-a-backslash.xlsx", zip -> zip.add("xl\\worksheets\\sheet1.xml", LOG));
    zip(all, "twin-with-a-slash-before.xlsx", zip -> zip.add("/" + SHEET, LOG));
    zip(all, "twin-with-two-slashes.xlsx", zip -> zip.add("xl//worksheets/sheet1.xml", LOG));
    zip(all, "twin-with-a-point.xlsx", zip -> zip.add("xl/./worksheets/sheet1.xml", LOG));
    zip(
        all,
        "two-names-of-one-part.xlsx",
        zip -> zip.get(SHEET).localName = ascii("xl/worksheets/sheet9.xml"));
    zip(all, "folder-and-part.xlsx", zip -> zip.add(SHEET + "/", ""));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void outside(Catalogue all) {
    String[] names = {
      "../../../../tmp/out.xml",
      "..\\..\\out.xml",
      "/etc/out.xml",
      "C:\\out.xml",
      "C:out.xml",
      "\\\\host\\share\\out.xml",
      "xl/../../out.xml",
      "~/out.xml",
      "file:///out.xml"
    };
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      zip(all, "outside-" + (i + 1) + ".xlsx", zip -> zip.add(name, "<out/>"));
    }
    zip(
        all,
        "symbolic-link.xlsx",
        zip -> zip.add("xl/link.xml", "../../secret").attributes = 0xa1ff << 16);
  }

  private static void names(Catalogue all) {
    zip(all, "name-with-nul.xlsx", zip -> zip.add("xl/media/a\0.xml", "<x/>"));
    zip(all, "name-empty.xlsx", zip -> zip.add("", "<x/>"));
    zip(all, "name-long.xlsx", zip -> zip.add("xl/" + "n".repeat(60_000) + ".xml", "<x/>"));
    zip(all, "name-from-right-to-left.xlsx", zip -> zip.add("xl/\u202elmx.gpj", "<x/>"));
    zip(
        all,
        "name-no-utf8.xlsx",
        zip -> zip.add("xl/a", "").centralName = ascii("xl/\u00ff\u00c3"));
    zip(all, "name-with-lines.xlsx", zip -> zip.add("xl/a\r\nb.xml", "<x/>"));
    zip(all, "name-of-a-device.xlsx", zip -> zip.add("CON/aux.xml", "<x/>"));
    zip(all, "name-with-blanks.xlsx", zip -> zip.add("xl/workbook.xml ", "<x/>"));
  }

  private static void methods(Catalogue all) {
    for (int method : new int[] {1, 6, 9, 12, 14, 93, 95, 98, 99, 255}) {
      zip(all, "packed-by-" + method + ".xlsx", zip -> zip.get(SHEET).method = method);
    }
    zip(all, "packed-with-a-password.xlsx", zip -> zip.get(SHEET).flags |= 1);
    zip(all, "strongly-packed-with-a-password.xlsx", zip -> zip.get(SHEET).flags |= 0x41);
    zip(all, "packed-with-masks.xlsx", zip -> zip.get(SHEET).flags |= 0x2000);
    zip(
        all,
        "packed-but-broken.xlsx",
        zip -> {
          byte[] packed = zip.get(SHEET).packed;
          java.util.Arrays.fill(packed, packed.length / 2, packed.length, (byte) 0xff);
        });
  }

  private static void frames(Catalogue all) {
    zip(all, "text-before.xlsx", zip -> zip.before(ascii("#!/bin/sh\nexit 0\n")));
    zip(all, "comment.xlsx", zip -> zip.comment(ascii("PK\5\6".repeat(16_000))));
    zip(all, "count-too-large.xlsx", zip -> zip.count(40_000));
    zip(all, "count-too-small.xlsx", zip -> zip.count(-4));
    zip(all, "directory-elsewhere.xlsx", zip -> zip.directory(1_000_000));
    zip(all, "directory-before-the-start.xlsx", zip -> zip.directory(-2_000_000_000));
    zip(all, "on-several-disks.xlsx", zip -> zip.disk(7));
    zip(all, "zip64-that-lies.xlsx", zip -> zip.count(0xffff).beforeEnd(zip64()));
    all.file(
        "two-ends.xlsx",
        file -> {
          byte[] good = BookParts.good().zip().bytes();
          byte[] twice = java.util.Arrays.copyOf(good, good.length * 2);
          System.arraycopy(good, 0, twice, good.length, good.length);
          java.nio.file.Files.write(file, twice);
        });
    all.latin("only-the-end.xlsx", "PK\5\6" + "\0".repeat(18));
    all.latin("only-the-beginning.xlsx", "PK\3\4" + "\0".repeat(4_000));
  }

  private static byte[] zip64() {
    ByteBuffer end = ByteBuffer.allocate(56 + 20).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0x06064b50).putLong(44).putInt(0x2d).putInt(0).putInt(0);
    end.putLong(Long.MAX_VALUE).putLong(Long.MAX_VALUE).putLong(-1).putLong(Long.MIN_VALUE);
    end.putInt(0x07064b50).putInt(0).putLong(-5).putInt(1);
    return end.array();
  }
}
