package org.breachledger.messy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.breachledger.testing.Sheets;

/** Workbooks as other programs than Excel write them. */
class WorkbookKindsMessTest extends Mess {

  private static final String STRICT = "http://purl.oclc.org/ooxml/";
  private static final String USUAL = "http://schemas.openxmlformats.org/";

  private static final String ROWS = "2 imported | occurred=2024-01-14 | individuals=3";

  private static Path book(Path folder, String base, String rows, String styles)
      throws IOException {
    String main =
        base.equals(STRICT) ? base + "spreadsheetml/main" : base + "spreadsheetml/2006/main";
    String relations =
        base.equals(STRICT)
            ? base + "officeDocument/relationships"
            : base + "officeDocument/2006/relationships";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='"
            + USUAL
            + "package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            + "<Default Extension='xml' ContentType='application/xml'/>"
            + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
            + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/></Types>");
    parts.put("_rels/.rels", relations(relations, "officeDocument", "xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='"
            + main
            + "' xmlns:r='"
            + relations
            + "'><sheets><sheet name='Log' sheetId='1' r:id='r1'/></sheets></workbook>");
    String links = relations(relations, "worksheet", "worksheets/sheet1.xml");
    if (!styles.isEmpty()) {
      links =
          links.replace(
              "</Relationships>",
              "<Relationship Id='r2' Type='"
                  + relations
                  + "/styles' Target='styles.xml'/></Relationships>");
      parts.put("xl/styles.xml", "<styleSheet xmlns='" + main + "'>" + styles + "</styleSheet>");
    }
    parts.put("xl/_rels/workbook.xml.rels", links);
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='" + main + "'><sheetData>" + rows + "</sheetData></worksheet>");
    Path file = folder.resolve("log.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static String relations(String type, String kind, String target) {
    return "<Relationships xmlns='"
        + USUAL
        + "package/2006/relationships'><Relationship Id='r1' Type='"
        + type
        + "/"
        + kind
        + "' Target='"
        + target
        + "'/></Relationships>";
  }

  private static String inline(String... cells) {
    StringBuilder row = new StringBuilder("<row>");
    for (String cell : cells) {
      row.append(cell.startsWith("<") ? cell : "<c t='inlineStr'><is><t>" + cell + "</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  private static final String[] HEAD = HEADINGS.split(",");

  @Override
  List<MessySheet> sheets() {
    return List.of(
        MessySheet.of(
                "the strict variant, dates as dates",
                folder ->
                    book(
                        folder,
                        STRICT,
                        inline(HEAD)
                            + inline(
                                "Elmbury",
                                "1",
                                "<c t='d'><v>2024-01-14</v></c>",
                                "Loss",
                                "x",
                                "<c><v>3</v></c>"),
                        ""))
            .expecting(ROWS),
        MessySheet.of(
                "texts inside the cells, no addresses, no styles",
                folder ->
                    book(
                        folder,
                        USUAL,
                        inline(HEAD)
                            + inline(
                                "Elmbury",
                                "1",
                                "<c><v>45305</v></c>",
                                "Loss",
                                "x",
                                "<c><v>3</v></c>"),
                        ""))
            .expecting(ROWS),
        MessySheet.of(
                "a date format of the workbook's own",
                folder ->
                    book(
                        folder,
                        USUAL,
                        inline(HEAD)
                            + inline(
                                "Elmbury",
                                "1",
                                "<c s='1'><v>45305.5</v></c>",
                                "Loss",
                                "x",
                                "<c><v>3</v></c>"),
                        "<numFmts count='1'><numFmt numFmtId='164' formatCode='[$-809]dd\\ mmmm\\ yyyy\\ h:mm\\ AM/PM'/></numFmts>"
                            + "<cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs>"))
            .expecting("2 imported | occurred=2024-01-14T12:00:00Z"),
        MessySheet.of(
                "numbers with a power of ten, empty texts, a cell without a value",
                folder ->
                    book(
                        folder,
                        USUAL,
                        inline(HEAD)
                            + inline(
                                "Elmbury",
                                "<c><v>1.2E1</v></c>",
                                "<c><v>4.5305E4</v></c>",
                                "Loss",
                                "<c t='inlineStr'><is><t/></is></c>",
                                "<c><v>3.0E0</v></c>",
                                "<c s='0'/>"),
                        ""))
            .expecting(
                "2 imported | reference=12 | occurred=2024-01-14 | description=- | individuals=3"),
        MessySheet.of(
                "rows numbered with leaps",
                folder ->
                    book(
                        folder,
                        USUAL,
                        inline(HEAD).replace("<row>", "<row r='5'>")
                            + inline("Elmbury", "1", "14/01/2024", "Loss", "x", "3")
                                .replace("<row>", "<row r='9'>"),
                        ""))
            .expecting("6-8 skipped blank\n9 imported | reference=1")
            .andFile("headings in row 5"),
        MessySheet.of(
                "an old workbook named .xlsx",
                folder -> {
                  Path old = old(folder.resolve("log.xls"));
                  return Files.move(old, folder.resolve("log.xlsx"));
                })
            .expecting(ROWS),
        MessySheet.of(
                "a text file named .xls",
                Write.text(
                    "log.xls",
                    HEADINGS.replace(',', '\t') + "\nElmbury\t1\t14/01/2024\tLoss\tx\t3\n",
                    StandardCharsets.UTF_8))
            .expecting(ROWS));
  }

  private static Path old(Path file) {
    return Sheets.book()
        .sheet("Log")
        .row((Object[]) HEAD)
        .row("Elmbury", 1, LocalDate.of(2024, 1, 14), "Loss", "x", 3)
        .write(file);
  }
}
