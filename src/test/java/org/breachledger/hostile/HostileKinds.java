package org.breachledger.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Files that are not what their names say, or two things at once, or next to nothing. */
final class HostileKinds {

  private HostileKinds() {}

  static void add(Catalogue all) {
    renamed(all.kind("renamed"));
    polyglots(all.kind("two kinds at once"));
    cut(all.kind("cut off"));
    tiny(all.kind("next to nothing"));
  }

  private static void renamed(Catalogue all) {
    String[][] heads = {
      {"pdf.xlsx", "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj"},
      {"page.xls", "<html><img src='" + all.server() + "img'><table><tr><td>x</table></html>"},
      {"page-in-a-mail.xls", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--x\r\n"},
      {"rich-text.csv", "{\\rtf1{\\field{\\*\\fldinst INCLUDEPICTURE x}}}"},
      {"rar.xlsx", "Rar!\u001a\u0007\u0001\0" + "\u0003\u00a7".repeat(500)},
      {"seven-zip.xlsx", "7z\u00bc\u00af\u0027\u001c\0\u0004" + "\u0001\u00c8".repeat(500)},
      {"xz.xlsx", "\u00fd7zXZ\0\0\u0004" + "\u0002\u0099".repeat(500)},
      {"program.xlsx", "MZ\u0090\0\u0003\0\0\0" + "\0\u0004".repeat(500)},
      {"elf.csv", "\u007fELF\u0002\u0001\u0001" + "\0\u0003".repeat(500)},
      {"picture.xlsx", "\u0089PNG\r\n\u001a\n" + "\0\u0003".repeat(500)},
      {"photo.csv", "\u00ff\u00d8\u00ff\u00e0" + "\0\u0003".repeat(500)},
      {"gif.csv", "GIF89a" + "\0\u0003".repeat(500)},
      {"database.csv", "SQLite format 3\0" + "\0\u0003".repeat(500)},
      {"drawing.csv", "<?xml version='1.0'?><svg onload='x()'/>"},
      {
        "workbook-2003.xls",
        "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"
      },
      {"entity.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM '" + all.server() + "xml'>]><x>&e;</x>"},
      {"script.csv", "#!/bin/sh\nrm -rf $HOME\n"},
      {"php.csv", "<?php system($_GET['c']); ?>"},
      {"slk.csv", "ID;P\nC;X1;Y1;EDDE(\"cmd\")\nE\n"},
      {"query.csv", "WEB\n1\n" + all.server() + "iqy\n"},
    };
    for (String[] head : heads) {
      all.latin(head[0], head[1]);
    }
    all.file(
        "gzip.xlsx",
        file -> {
          try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(BookParts.good().zip().bytes());
          }
        });
    zip(all, "word.xlsx", "[Content_Types].xml", "word/document.xml");
    zip(all, "slides.xlsx", "[Content_Types].xml", "ppt/presentation.xml");
    zip(all, "open-document.xlsx", "mimetype", "content.xml");
    zip(all, "binary-workbook.xlsx", "[Content_Types].xml", "xl/workbook.bin");
    zip(all, "book-to-read.xlsx", "mimetype", "META-INF/container.xml");
    zip(all, "program.jar", "META-INF/MANIFEST.MF", "X.class");
    all.file("workbook.csv", file -> Files.write(file, BookParts.good().zip().bytes()));
    all.file("old-workbook.csv", file -> Files.write(file, OldBook.file(null)));
    all.file("old-workbook.xlsx", file -> Files.write(file, OldBook.file(null)));
    all.text("text.xlsx", "Incident ref,School,Date of incident,Description\nA1,Elm,4/1/2024,x\n");
  }

  private static void zip(Catalogue all, String name, String... parts) {
    all.file(
        name,
        file -> {
          RawZip zip = new RawZip();
          for (String part : parts) {
            zip.add(part, "<x/>");
          }
          Files.write(file, zip.bytes());
        });
  }

  private static void polyglots(Catalogue all) {
    all.file("pdf-and-zip.pdf", file -> before(file, "%PDF-1.4\n1 0 obj\n"));
    all.file("page-and-zip.html", file -> before(file, "<html><script>x()</script>"));
    all.file("picture-and-zip.xlsx", file -> before(file, "GIF89a\1\0\1\0\0\0\0"));
    all.file("text-and-zip.csv", file -> before(file, "Incident ref,Date\nA1,2024-01-04\n"));
    all.file(
        "old-workbook-and-zip.xls",
        file -> {
          ByteArrayOutputStream both = new ByteArrayOutputStream();
          both.writeBytes(OldBook.file(null));
          both.writeBytes(BookParts.good().zip().bytes());
          Files.write(file, both.toByteArray());
        });
    all.latin(
        "text-that-begins-like-a-zip.csv", "PK\3\4,School,Date of incident\nA1,Elm,4/1/2024\n");
    all.latin("letters-pk.csv", "PK,School,Date of incident,Description\nA1,Elm,4/1/2024,x\n");
  }

  private static void before(java.nio.file.Path file, String text) throws java.io.IOException {
    byte[] head = text.getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, BookParts.good().zip().before(head).bytes());
  }

  private static void cut(Catalogue all) {
    for (int percent : new int[] {1, 5, 20, 40, 60, 80, 95, 99}) {
      all.file(
          "cut-at-" + percent + ".xlsx",
          file -> {
            byte[] whole = BookParts.good().zip().bytes();
            Files.write(file, Arrays.copyOf(whole, whole.length * percent / 100));
          });
    }
    all.file(
        "cut-by-one.xlsx",
        file -> {
          byte[] whole = BookParts.good().zip().bytes();
          Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        });
  }

  private static void tiny(Catalogue all) {
    all.text("empty.xlsx", "");
    all.text("empty.csv", "");
    all.text("one-letter.csv", "x");
    all.text("one-quote.csv", "\"");
    all.text("one-line-end.csv", "\n");
    all.text("one-nul.csv", "\0");
    all.latin("one-byte.xlsx", "\u00ff");
    all.latin("two-letters.xlsx", "PK");
    all.latin("four-bytes.xlsx", "PK\3\4");
    all.latin("eight-bytes.xls", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
    all.text("one-bracket.json", "[");
    all.text("one-brace.json", "{");
    all.text("blanks.csv", " ".repeat(1 << 20));
    all.text("commas.csv", ",,,\n,,,\n");
  }
}
