package org.breachledger.hostile;

import static org.breachledger.hostile.BookParts.HEADINGS;
import static org.breachledger.hostile.BookParts.LOG;
import static org.breachledger.hostile.BookParts.MAIN;
import static org.breachledger.hostile.BookParts.ROW;
import static org.breachledger.hostile.BookParts.SHEET_BEGINS;
import static org.breachledger.hostile.BookParts.SHEET_ENDS;
import static org.breachledger.hostile.BookParts.STRINGS;
import static org.breachledger.hostile.BookParts.STYLES;
import static org.breachledger.hostile.BookParts.cells;

import java.util.Random;

/** Sheets that spread wide, count wrongly or hold very much of nothing. */
final class HostileSheets {

  private HostileSheets() {}

  static void add(Catalogue all) {
    dimensions(all.kind("sheet: sizes that lie"));
    rows(all.kind("sheet: rows out of order"));
    references(all.kind("sheet: cells out of place"));
    merges(all.kind("sheet: merged cells"));
    blanks(all.kind("sheet: very much of nothing"));
    styles(all.kind("sheet: styles out of range"));
    strings(all.kind("sheet: shared texts out of range"));
  }

  private static void dimensions(Catalogue all) {
    String[] sizes = {
      "A1:XFD1048576", "A1:A-1", "A1:ZZZZZZ99999999999", "XFD1048576:A1", "x", "", "A1:"
    };
    for (int i = 0; i < sizes.length; i++) {
      all.book(
          "dimension-" + (i + 1) + ".xlsx",
          BookParts.sheet(
              LOG.replace("<sheetData>", "<dimension ref='" + sizes[i] + "'/><sheetData>")));
    }
  }

  private static void rows(Catalogue all) {
    String[] numbers = {
      "0",
      "-5",
      "1048577",
      "2147483647",
      "2147483648",
      "99999999999999",
      "1",
      "x",
      "\u0662",
      " 2 ",
      "2.5",
      ""
    };
    for (int i = 0; i < numbers.length; i++) {
      all.book(
          "row-" + (i + 1) + ".xlsx",
          BookParts.sheet(LOG.replace("<row r='2'", "<row r='" + numbers[i] + "'")));
    }
    StringBuilder backwards = new StringBuilder(SHEET_BEGINS);
    for (int row = 500; row > 1; row--) {
      backwards
          .append("<row r='")
          .append(row)
          .append("'>")
          .append(cells(row, "x"))
          .append("</row>");
    }
    all.book("rows-backwards.xlsx", BookParts.sheet(backwards + HEADINGS + SHEET_ENDS));
    all.book("row-in-a-row.xlsx", BookParts.sheet(LOG.replace("<row r='2'>", "<row r='2'>" + ROW)));
    all.book("cells-without-rows.xlsx", BookParts.sheet(SHEET_BEGINS + cells(1, "x") + SHEET_ENDS));
  }

  private static void references(Catalogue all) {
    String[] places = {
      "XFD1048576",
      "XFE2",
      "ZZZZZZZ9",
      "A0",
      "A-1",
      "A99999999999",
      "1A",
      "2",
      "A",
      "d2",
      "D3",
      "$D$2",
      "\u00c42",
      "A2",
      "R2C4",
      "Sheet2!D2"
    };
    for (int i = 0; i < places.length; i++) {
      all.book(
          "cell-" + (i + 1) + ".xlsx",
          BookParts.sheet(LOG.replace("<c r='D2'", "<c r='" + places[i] + "'")));
    }
    StringBuilder spread = new StringBuilder(SHEET_BEGINS + HEADINGS);
    Random random = new Random(7);
    for (int row = 2; row < 5_000; row++) {
      spread.append("<row r='").append(row).append("'><c r='XFD").append(row).append("'><v>");
      spread.append(random.nextInt()).append("</v></c></row>");
    }
    all.book("spread.xlsx", BookParts.sheet(spread + SHEET_ENDS));
    StringBuilder wide = new StringBuilder("<row r='1'>");
    for (int i = 0; i < 60_000; i++) {
      wide.append("<c t='inlineStr'><is><t>Date").append(i).append("</t></is></c>");
    }
    all.book(
        "wide-headings.xlsx", BookParts.sheet(SHEET_BEGINS + wide + "</row>" + ROW + SHEET_ENDS));
    StringBuilder full = new StringBuilder("<row r='2'>");
    for (int i = 0; i < 16_384; i++) {
      full.append("<c><v>").append(i).append("</v></c>");
    }
    all.book(
        "full-row.xlsx", BookParts.sheet(BookParts.log(full + "</row>" + ROW.replace("2'", "3'"))));
  }

  private static void merges(Catalogue all) {
    String[] areas = {
      "A1:XFD1048576", "A2:D2", "D2:A1", "A1:A1", "A-1:B2", "ZZZZ1:ZZZZ9", "A1:B99999999999", "x"
    };
    for (int i = 0; i < areas.length; i++) {
      all.book("merge-" + (i + 1) + ".xlsx", BookParts.sheet(merged(areas[i])));
    }
    StringBuilder many = new StringBuilder();
    for (int i = 1; i <= 200_000; i++) {
      many.append("<mergeCell ref='A").append(i).append(":B").append(i).append("'/>");
    }
    all.book(
        "many-merges.xlsx",
        BookParts.sheet(
            LOG.replace("</sheetData>", "</sheetData><mergeCells>" + many + "</mergeCells>")));
  }

  private static String merged(String area) {
    return LOG.replace(
        "</sheetData>", "</sheetData><mergeCells><mergeCell ref='" + area + "'/></mergeCells>");
  }

  private static void blanks(Catalogue all) {
    StringBuilder rows = new StringBuilder(SHEET_BEGINS + HEADINGS + ROW);
    for (int row = 3; row <= 1_048_576; row++) {
      rows.append("<row r='").append(row).append("'/>");
    }
    String empty = rows + SHEET_ENDS;
    all.book("a-million-empty-rows.xlsx", BookParts.sheet(empty));
    StringBuilder cells = new StringBuilder(SHEET_BEGINS + HEADINGS + ROW);
    Random random = new Random(9);
    for (int row = 3; row <= 30_000; row++) {
      cells.append("<row r='").append(row).append("'>");
      cells.append("<c s='1'/>".repeat(60 + random.nextInt(40))).append("</row>");
    }
    all.book("millions-of-empty-cells.xlsx", BookParts.sheet(cells + SHEET_ENDS));
    all.book(
        "a-million-columns.xlsx",
        BookParts.sheet(
            LOG.replace("<sheetData>", "<cols>" + columns(200_000) + "</cols><sheetData>")));
    all.book(
        "hidden-columns-past-the-end.xlsx",
        BookParts.sheet(
            LOG.replace(
                "<sheetData>",
                "<cols><col min='99999' max='99999999999' hidden='1'/><col min='9' max='1'"
                    + " hidden='1'/></cols><sheetData>")));
    all.book(
        "unclosed-hidden.xlsx",
        BookParts.sheet(LOG.replace("<row r='2'", "<row hidden " + "hidden ".repeat(100_000))));
    all.book(
        "much-hidden.xlsx",
        BookParts.sheet(
            LOG.replace("<sheetData>", "<!--" + "hidden".repeat(400_000) + "--><sheetData>")));
  }

  private static String columns(int count) {
    StringBuilder columns = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      columns.append("<col min='").append(i).append("' max='").append(i).append("' hidden='1'/>");
    }
    return columns.toString();
  }

  private static void styles(Catalogue all) {
    String[] numbers = {"2", "-1", "2147483648", "x", "99999"};
    for (int i = 0; i < numbers.length; i++) {
      all.book(
          "style-" + (i + 1) + ".xlsx",
          BookParts.sheet(BookParts.cell("<c r='D2' s='" + numbers[i] + "'><v>44930</v></c>")));
    }
    StringBuilder many = new StringBuilder("<styleSheet xmlns='" + MAIN + "'><cellXfs>");
    for (int i = 0; i < 200_000; i++) {
      many.append("<xf numFmtId='").append(i).append("'/>");
    }
    all.book("many-styles.xlsx", BookParts.good().with(STYLES, many + "</cellXfs></styleSheet>"));
    String[] formats = {
      "d".repeat(500_000),
      "[".repeat(100_000),
      "\\".repeat(100_001),
      "[h]".repeat(50_000),
      "&quot;" + "m".repeat(100_000),
      "yy;".repeat(100_000),
      "#,##0 ".repeat(100_000) + "y"
    };
    for (int i = 0; i < formats.length; i++) {
      all.book(
          "format-" + (i + 1) + ".xlsx",
          BookParts.sheet(BookParts.cell("<c r='D2' s='1'><v>44930</v></c>"))
              .with(
                  STYLES,
                  "<styleSheet xmlns='"
                      + MAIN
                      + "'><numFmts><numFmt numFmtId='200' formatCode='"
                      + formats[i]
                      + "'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='200'/></cellXfs>"
                      + "</styleSheet>"));
    }
  }

  private static void strings(Catalogue all) {
    String[] indexes = {"0", "1", "-1", "2147483648", "x", "", "1.5", " 0 "};
    for (int i = 0; i < indexes.length; i++) {
      all.book(
          "text-" + (i + 1) + ".xlsx",
          BookParts.sheet(BookParts.cell("<c r='D2' t='s'><v>" + indexes[i] + "</v></c>"))
              .with(STRINGS, "<sst xmlns='" + MAIN + "'><si><t>A bag</t></si></sst>"));
    }
    String first = BookParts.cell("<c r='D2' t='s'><v>0</v></c>");
    all.book(
        "texts-that-count-wrongly.xlsx",
        BookParts.sheet(first)
            .with(
                STRINGS,
                "<sst xmlns='"
                    + MAIN
                    + "' count='2147483647' uniqueCount='2147483647'><si><t>A bag</t></si></sst>"));
    all.book(
        "runs.xlsx",
        BookParts.sheet(first)
            .with(
                STRINGS,
                "<sst xmlns='"
                    + MAIN
                    + "'><si>"
                    + "<r><t>x</t></r>".repeat(200_000)
                    + "</si></sst>"));
    all.book(
        "texts-in-texts.xlsx",
        BookParts.sheet(first)
            .with(
                STRINGS,
                "<sst xmlns='" + MAIN + "'><si><si><si><t>A bag</t></si></si></si></sst>"));
    all.book("no-texts.xlsx", BookParts.sheet(first).without(STRINGS));
    all.book(
        "three-million-texts.xlsx",
        BookParts.sheet(first)
            .with(
                STRINGS,
                "<sst xmlns='" + MAIN + "'>" + "<si><t>x</t></si>".repeat(1_300_000) + "</sst>"));
    StringBuilder texts = new StringBuilder("<sst xmlns='" + MAIN + "'>");
    Random random = new Random(5);
    for (int i = 0; i < 1_600_000; i++) {
      texts.append("<si><t>").append(random.nextInt(1 << 24)).append("</t></si>");
    }
    String much = texts + "</sst>";
    all.book("many-texts.xlsx", BookParts.good().with(STRINGS, much));
  }
}
