package org.breachledger.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Files made to harm whoever opens them: they unpack to much, spread wide, nest deep, or point to
 * files and servers outside.
 */
final class HostileFiles {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String SHEET = "<worksheet xmlns='" + MAIN + "'>";
  private static final String HEADINGS =
      "<row r='1'><c r='A1' t='inlineStr'><is><t>Incident ref</t></is></c><c r='B1' t='inlineStr'>"
          + "<is><t>Date of incident</t></is></c><c r='C1' t='inlineStr'><is><t>Description</t></is>"
          + "</c></row>";
  private static final String ROW =
      "<row r='2'><c r='A2'><v>1</v></c><c r='B2' t='inlineStr'><is><t>4 Jan 2024</t></is></c>"
          + "<c r='C2' t='inlineStr'><is><t>A bag was lost</t></is></c></row>";
  private static final String LOG =
      SHEET + "<sheetData>" + HEADINGS + ROW + "</sheetData></worksheet>";
  private static final int MEGABYTE = 1 << 20;

  private final Path folder;
  private final String server;
  private final Random random = new Random(5);
  private final Map<String, String> expected = new LinkedHashMap<>();

  HostileFiles(Path folder, String server) {
    this.folder = folder;
    this.server = server;
  }

  /** Writes a part of an archive. */
  private interface Part {
    void write(OutputStream out) throws IOException;
  }

  private static Part text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes them all and says which words each verdict must hold. */
  Map<String, String> write(Path secret) throws IOException {
    entities(secret);
    links();
    bombs();
    shapes();
    texts();
    blanks();
    return expected;
  }

  private void book(String name, String words, Map<String, Part> parts) throws IOException {
    Map<String, Part> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        text(
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default"
                + " Extension='rels' ContentType='application/vnd.openxmlformats-package"
                + ".relationships+xml'/><Default Extension='xml' ContentType='application/xml'/>"
                + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats"
                + "-officedocument.spreadsheetml.sheet.main+xml'/></Types>"));
    all.put("_rels/.rels", text(relations("officeDocument", "xl/workbook.xml", "")));
    all.put(
        "xl/workbook.xml",
        text(
            "<workbook xmlns='"
                + MAIN
                + "' xmlns:r='"
                + RELATIONS
                + "'><sheets><sheet name='Log' sheetId='1' r:id='rId0'/></sheets></workbook>"));
    all.put(
        "xl/_rels/workbook.xml.rels",
        text(
            relations(
                "worksheet",
                "worksheets/sheet1.xml",
                "",
                "sharedStrings",
                "sharedStrings.xml",
                "")));
    all.put("xl/worksheets/sheet1.xml", text(LOG));
    all.put("xl/sharedStrings.xml", text("<sst xmlns='" + MAIN + "'/>"));
    all.putAll(parts);
    expected.put(name, words);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.setLevel(Deflater.DEFAULT_COMPRESSION);
      for (Map.Entry<String, Part> part : all.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().write(out);
      }
    }
  }

  private static String relations(String... typesTargetsModes) {
    StringBuilder xml =
        new StringBuilder(
            "<Relationships"
                + " xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>");
    for (int i = 0; i < typesTargetsModes.length; i += 3) {
      xml.append("<Relationship Id='rId").append(i / 3).append("' Type='").append(RELATIONS);
      xml.append('/').append(typesTargetsModes[i]).append("' Target='");
      xml.append(typesTargetsModes[i + 1]).append('\'').append(typesTargetsModes[i + 2]);
      xml.append("/>");
    }
    return xml.append("</Relationships>").toString();
  }

  private void entities(Path secret) throws IOException {
    for (String system : new String[] {server + "entity", secret.toUri().toString()}) {
      String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + system + "'>]>";
      String outside = "<!DOCTYPE x SYSTEM '" + system + "'>";
      String kind = system.startsWith("http") ? "server" : "file";
      book(
          "entity-" + kind + "-strings.xlsx",
          "declares XML entities",
          Map.of(
              "xl/sharedStrings.xml",
              text(doctype + "<sst xmlns='" + MAIN + "'><si><t>&e;</t></si></sst>")));
      book(
          "entity-" + kind + "-sheet.xlsx",
          "declares XML entities",
          Map.of(
              "xl/worksheets/sheet1.xml",
              text(doctype + LOG.replace("A bag was lost", "A bag &e;"))));
      book(
          "entity-" + kind + "-properties.xlsx",
          "declares XML entities",
          Map.of("docProps/core.xml", text(outside + "<coreProperties/>")));
      book(
          "entity-" + kind + "-relations.xlsx",
          "declares XML entities",
          Map.of("xl/_rels/workbook.xml.rels", text(outside + "<Relationships/>")));
    }
  }

  /** Logs that can be read and that point outside; nobody may go there. */
  private void links() throws IOException {
    String external = " TargetMode='External'";
    book(
        "links.xlsx",
        "imported",
        Map.of(
            "xl/externalLinks/externalLink1.xml",
            text("<externalLink xmlns='" + MAIN + "'/>"),
            "xl/externalLinks/_rels/externalLink1.xml.rels",
            text(relations("externalLinkPath", server + "other.xlsx", external)),
            "xl/worksheets/_rels/sheet1.xml.rels",
            text(
                relations(
                    "hyperlink", server + "link", external, "image", server + "pixel", external)),
            "xl/connections.xml",
            text(
                "<connections xmlns='"
                    + MAIN
                    + "'><connection id='1' refreshOnLoad='1'><webPr url='"
                    + server
                    + "query'/></connection></connections>")));
    book(
        "web-service.xlsx",
        "imported",
        Map.of(
            "xl/worksheets/sheet1.xml",
            text(
                LOG.replace(
                    "<c r='C2' t='inlineStr'><is><t>A bag was lost</t></is></c>",
                    "<c r='C2' t='str'><f>WEBSERVICE(\""
                        + server
                        + "formula\")</f><v>A bag</v></c>"))));
    expected.put("web-service.csv", "imported");
    Files.writeString(
        folder.resolve("web-service.csv"),
        "Incident ref,Date of incident,Description\n7,2024-01-04,\"=WEBSERVICE(\"\""
            + server
            + "csv\"\")\"\n");
  }

  private void bombs() throws IOException {
    book(
        "bomb.xlsx",
        "unpacks to far more than a log can hold",
        Map.of(
            "xl/worksheets/sheet1.xml",
            out -> {
              byte[] blanks = " ".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8);
              text(SHEET + "<sheetData>").write(out);
              for (int i = 0; i < 64; i++) {
                out.write(blanks);
                text("<row/>").write(out);
              }
              text("</sheetData></worksheet>").write(out);
            }));
    Map<String, Part> many = new LinkedHashMap<>();
    for (int i = 0; i < 6_000; i++) {
      many.put("xl/media/image" + i + ".bin", text("x"));
    }
    book("many-parts.xlsx", "unpacks to far more than a log can hold", many);
    book(
        "many-texts.xlsx",
        "holds more text than can be read at once",
        Map.of(
            "xl/sharedStrings.xml",
            out -> {
              text("<sst xmlns='" + MAIN + "'>").write(out);
              for (int i = 0; i < 3_600; i++) {
                StringBuilder texts = new StringBuilder();
                for (int j = 0; j < 1_000; j++) {
                  texts.append("<si><t>").append(random.nextInt(1 << 24)).append("</t></si>");
                }
                text(texts.toString()).write(out);
              }
              text("</sst>").write(out);
            }));
    book(
        "long-text.xlsx",
        "unpacks to far more than a log can hold",
        Map.of("xl/worksheets/sheet1.xml", text(LOG.replace("A bag was lost", noise(8)))));
  }

  private String noise(int megabytes) {
    StringBuilder noise = new StringBuilder(megabytes * MEGABYTE);
    while (noise.length() < megabytes * MEGABYTE) {
      noise.append(Long.toHexString(random.nextLong()));
    }
    return noise.toString();
  }

  private void shapes() throws IOException {
    book(
        "vast-dimension.xlsx",
        "imported",
        Map.of(
            "xl/worksheets/sheet1.xml",
            text(
                LOG.replace("<sheetData>", "<dimension ref='A1:XFD1048576'/><sheetData>")
                    .replace("A bag was lost", "A vast bag"))));
    StringBuilder spread = new StringBuilder(SHEET + "<sheetData>" + HEADINGS);
    for (int row = 2; row < 5_000; row++) {
      spread.append("<row r='").append(row).append("'><c r='XFD").append(row).append("'><v>");
      spread.append(random.nextInt()).append("</v></c></row>");
    }
    book(
        "spread.xlsx",
        "spreads over far more cells",
        Map.of(
            "xl/worksheets/sheet1.xml",
            text(spread.append("</sheetData></worksheet>").toString())));
    StringBuilder deep = new StringBuilder(SHEET);
    for (int i = 0; i < 300_000; i++) {
      deep.append("<e").append(random.nextInt(1 << 20)).append('>');
    }
    book("deep.xlsx", "", Map.of("xl/worksheets/sheet1.xml", text(deep.toString())));
    book("deep-strings.xlsx", "", Map.of("xl/sharedStrings.xml", text(deep.toString())));
  }

  private void texts() throws IOException {
    String headings = "Incident ref,Date of incident,Description\n";
    text("wide.csv", "", headings + ",".repeat(20 * MEGABYTE) + "\n");
    text("long-line.csv", "", headings + "x".repeat(40 * MEGABYTE) + "\n");
    text("brackets.csv", "more than 262,144", headings + "(".repeat(2 * MEGABYTE) + "\n");
    text("blanks.csv", "more than 262,144", headings + "1,2 " + " ".repeat(MEGABYTE) + "x\n");
    text(
        "long-cells.csv",
        "",
        headings
            + ("(".repeat(262_000) + "," + " .".repeat(130_000) + "1,x\n").repeat(5)
            + ("1," + " 1".repeat(130_000) + "," + "(\t".repeat(130_000) + "\n").repeat(5));
    text("open-quote.csv", "never closed", headings + "1,2024-01-04,\"" + "x\n".repeat(MEGABYTE));
    text("nested.jsonl", "", "[".repeat(2 * MEGABYTE) + "\n");
    text("entity.xml", "", "<!DOCTYPE x [<!ENTITY e SYSTEM '" + server + "xml'>]><x>&e;</x>");
    text("page.html", "", "<html><img src='" + server + "img'><table><tr><td>x</table></html>");
  }

  private void text(String name, String words, String content) throws IOException {
    expected.put(name, words);
    Files.writeString(folder.resolve(name), content);
  }

  /** An old workbook whose few megabytes become seventeen million blank cells in memory. */
  private void blanks() throws IOException {
    byte[] workbook;
    try (HSSFWorkbook plain = new HSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      plain.createSheet("Log").createRow(0).createCell(0).setCellValue("Incident ref");
      bytes.write(plain.getBytes());
      workbook = bytes.toByteArray();
    }
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.write(workbook, 0, workbook.length - 4);
    ByteBuffer blanks = ByteBuffer.allocate(522).order(ByteOrder.LITTLE_ENDIAN);
    blanks.putShort(0, (short) 0xbe).putShort(2, (short) 518).putShort(520, (short) 255);
    for (int row = 1; row < 65_536; row++) {
      blanks.putShort(4, (short) row);
      stream.write(blanks.array());
    }
    stream.write(workbook, workbook.length - 4, 4);
    expected.put("blanks.xls", "more cells than can be read from a workbook of the old kind");
    try (POIFSFileSystem container = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(folder.resolve("blanks.xls"))) {
      container.createDocument(new java.io.ByteArrayInputStream(stream.toByteArray()), "Workbook");
      container.writeFilesystem(out);
    }
  }
}
