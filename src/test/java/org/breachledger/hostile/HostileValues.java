package org.breachledger.hostile;

import static org.breachledger.hostile.BookParts.LOG;

import java.util.Locale;

/** Cells whose values no log holds. */
final class HostileValues {

  private HostileValues() {}

  static void add(Catalogue all) {
    numbers(all.kind("values: numbers"));
    dates(all.kind("values: dates"));
    formulas(all.kind("values: formulas"));
    texts(all.kind("values: texts"));
  }

  private static void value(Catalogue all, String name, String attributes, String value) {
    all.book(
        name,
        BookParts.sheet(BookParts.cell("<c r='D2' " + attributes + "><v>" + value + "</v></c>")));
  }

  private static void numbers(Catalogue all) {
    String[] numbers = {
      "1e308",
      "1e999999999",
      "-1e-999999999",
      "1e99999999999",
      "NaN",
      "Infinity",
      "-0",
      "0x1p3",
      "9".repeat(400),
      "9".repeat(1_000_000),
      "0." + "0".repeat(1_000_000) + "1",
      "1,5",
      "\u0661",
      "",
      "--1",
      "1e",
      ".".repeat(100_000)
    };
    for (int i = 0; i < numbers.length; i++) {
      value(all, "number-" + (i + 1) + ".xlsx", "", numbers[i]);
    }
    value(all, "truth.xlsx", "t='b'", "2");
    value(all, "type-unknown.xlsx", "t='zzz'", "1");
    value(all, "error-unknown.xlsx", "t='e'", "#OWN!");
  }

  private static void dates(Catalogue all) {
    String[] serials = {
      "-1", "0", "60", "2958465.999999", "2958466", "1e18", "1e308", "1e-300", "44930.9999999999"
    };
    for (int i = 0; i < serials.length; i++) {
      all.book(
          "date-" + (i + 1) + ".xlsx",
          BookParts.sheet(
              LOG.replace(
                  "<c r='C2' t='inlineStr'><is><t>4 Jan 2024</t></is></c>",
                  "<c r='C2' s='1'><v>" + serials[i] + "</v></c>")));
    }
    String[] written = {
      "2024-01-04T00:00:00Z",
      "+999999999-12-31",
      "-0001-01-01",
      "0000-00-00",
      "2024-02-30",
      "99/99/9999",
      "31/02/2024",
      "9".repeat(1_000),
      "1/1/" + "9".repeat(100_000),
      "4 Jan " + " ".repeat(60_000) + "2024",
      "1-".repeat(60_000)
    };
    for (int i = 0; i < written.length; i++) {
      all.book(
          "date-text-" + (i + 1) + ".xlsx", BookParts.sheet(LOG.replace("4 Jan 2024", written[i])));
      all.book(
          "date-type-" + (i + 1) + ".xlsx",
          BookParts.sheet(
              LOG.replace(
                  "<c r='C2' t='inlineStr'><is><t>4 Jan 2024</t></is></c>",
                  "<c r='C2' t='d'><v>" + written[i] + "</v></c>")));
    }
  }

  private static void formulas(Catalogue all) {
    String[] cells = {
      "<c r='D2'><f>1+1</f></c>",
      "<c r='D2' t='e'><f>1/0</f><v>#DIV/0!</v></c>",
      "<c r='D2' t='str'><f t='shared' si='99'/><v>A bag</v></c>",
      "<c r='D2' t='str'><f t='shared' si='2147483648' ref='A1:XFD1048576'>A1</f><v>A bag</v></c>",
      "<c r='D2' t='str'><f t='array' ref='A1:XFD1048576'>ROW(A:A)</f><v>A bag</v></c>",
      "<c r='D2' t='str'><f t='dataTable' ref='D2:D9' r1='A1'/><v>A bag</v></c>",
      "<c r='D2' t='str'><f>" + "(".repeat(100_000) + "</f><v>A bag</v></c>",
      "<c r='D2' t='str'><f>" + "A1+".repeat(200_000) + "A1</f><v>A bag</v></c>",
      "<c r='D2' t='str'><f>D2</f><v></v></c>"
    };
    for (int i = 0; i < cells.length; i++) {
      all.book("formula-cell-" + (i + 1) + ".xlsx", BookParts.sheet(BookParts.cell(cells[i])));
    }
    StringBuilder shared = new StringBuilder(LOG.replace("</sheetData></worksheet>", ""));
    for (int row = 3; row < 60_000; row++) {
      shared.append(
          String.format(
              Locale.ROOT,
              "<row r='%d'><c r='D%d' t='str'><f t='shared' si='0'%s</f><v>x</v></c></row>",
              row,
              row,
              row == 3 ? " ref='D3:D60000'>" + "A1+".repeat(300) + "1" : ">"));
    }
    all.book("shared-formulas.xlsx", BookParts.sheet(shared + "</sheetData></worksheet>"));
    StringBuilder few = new StringBuilder(LOG.replace("</sheetData></worksheet>", ""));
    for (int row = 3; row < 190; row++) {
      few.append(
          String.format(
              Locale.ROOT,
              "<row r='%d'><c r='D%d' t='str'><f t='shared' si='0'%s</f><v>x</v></c></row>",
              row,
              row,
              row == 3 ? " ref='D3:D60000'>" + "A1+".repeat(300_000) + "1" : ">"));
    }
    all.book("long-shared-formulas.xlsx", BookParts.sheet(few + "</sheetData></worksheet>"));
  }

  private static void texts(Catalogue all) {
    all.book("text-of-32768.xlsx", text("x".repeat(32_768)));
    all.book("text-of-300000.xlsx", text("x y".repeat(100_000)));
    all.book("text-of-3-megabytes.xlsx", text(HostileXml.noise(3)));
    all.book("text-of-6-megabytes.xlsx", text(HostileXml.noise(6)));
    all.book("brackets.xlsx", text("(".repeat(250_000)));
    all.book("blanks.xlsx", text("1 " + " ".repeat(250_000) + "x"));
    all.book("breaks.xlsx", text("x\n".repeat(120_000)));
    all.book("letters-upon-letters.xlsx", text("a" + "\u0301".repeat(200_000)));
    all.book("many-long-texts.xlsx", longTexts());
    String[] marks = {
      "<script>alert(1)</script>",
      "'; DROP TABLE incident; --",
      "${jndi:ldap://127.0.0.1/a}",
      "{{7*7}}",
      "%n%s%x",
      "#{T(java.lang.Runtime)}",
      "\\u0000",
      "../../../../etc/passwd"
    };
    for (int i = 0; i < marks.length; i++) {
      String escaped = marks[i].replace("&", "&amp;").replace("<", "&lt;");
      all.book("words-" + (i + 1) + ".xlsx", text(escaped));
    }
  }

  private static BookParts text(String words) {
    return BookParts.sheet(LOG.replace("A bag was lost", words));
  }

  private static BookParts longTexts() {
    StringBuilder rows = new StringBuilder();
    java.util.Random random = new java.util.Random(13);
    for (int row = 2; row < 400; row++) {
      StringBuilder words = new StringBuilder();
      while (words.length() < 32_000) {
        words.append(Integer.toString(random.nextInt(), 36)).append(' ');
      }
      rows.append("<row r='").append(row).append("'>");
      rows.append(BookParts.cells(row, "A" + row, "Elm School", "4 Jan 2024", words.toString()));
      rows.append("</row>");
    }
    return BookParts.sheet(BookParts.log(rows.toString()));
  }
}
