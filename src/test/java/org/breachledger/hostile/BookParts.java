package org.breachledger.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a small good log as {@code .xlsx}, of which a hostile one replaces some. */
final class BookParts {

  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  static final String TYPES = "[Content_Types].xml";
  static final String ROOT = "_rels/.rels";
  static final String WORKBOOK = "xl/workbook.xml";
  static final String RELS = "xl/_rels/workbook.xml.rels";
  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String STRINGS = "xl/sharedStrings.xml";
  static final String STYLES = "xl/styles.xml";

  static final String SHEET_BEGINS = "<worksheet xmlns='" + MAIN + "'><sheetData>";
  static final String SHEET_ENDS = "</sheetData></worksheet>";
  static final String HEADINGS = "<row r='1'>" + cells(1, headings()) + "</row>";
  static final String ROW =
      "<row r='2'>" + cells(2, "A1", "Elm School", "4 Jan 2024", "A bag was lost") + "</row>";
  static final String LOG = SHEET_BEGINS + HEADINGS + ROW + SHEET_ENDS;

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private BookParts() {}

  private static String[] headings() {
    return new String[] {"Incident ref", "School", "Date of incident", "Description"};
  }

  /** Cells of a row with their texts, from column A. */
  static String cells(int row, String... texts) {
    StringBuilder xml = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      xml.append("<c r='").append((char) ('A' + i)).append(row);
      xml.append("' t='inlineStr'><is><t>").append(texts[i]).append("</t></is></c>");
    }
    return xml.toString();
  }

  /** A log with a row instead of its only one. */
  static String log(String rows) {
    return SHEET_BEGINS + HEADINGS + rows + SHEET_ENDS;
  }

  /** A log whose only row ends with a cell of its own making, in the column of the description. */
  static String cell(String xml) {
    return log("<row r='2'>" + cells(2, "A1", "Elm School", "4 Jan 2024") + xml + "</row>");
  }

  static BookParts good() {
    BookParts book = new BookParts();
    book.with(
        TYPES,
        "<Types xmlns='"
            + PACKAGE
            + "content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats"
            + "-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/>"
            + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats"
            + "-officedocument.spreadsheetml.sheet.main+xml'/></Types>");
    book.with(ROOT, relations("officeDocument", "xl/workbook.xml"));
    book.with(
        WORKBOOK,
        "<workbook xmlns='"
            + MAIN
            + "' xmlns:r='"
            + RELATIONS
            + "'><sheets><sheet name='Log' sheetId='1' r:id='rId0'/></sheets></workbook>");
    book.with(
        RELS,
        relations(
            "worksheet",
            "worksheets/sheet1.xml",
            "sharedStrings",
            "sharedStrings.xml",
            "styles",
            "styles.xml"));
    book.with(SHEET, LOG);
    book.with(STRINGS, "<sst xmlns='" + MAIN + "'/>");
    book.with(
        STYLES,
        "<styleSheet xmlns='"
            + MAIN
            + "'><cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>");
    return book;
  }

  BookParts with(String part, String content) {
    return with(part, content.getBytes(StandardCharsets.UTF_8));
  }

  BookParts with(String part, byte[] content) {
    parts.put(part, content);
    return this;
  }

  BookParts without(String part) {
    parts.remove(part);
    return this;
  }

  static BookParts sheet(String xml) {
    return good().with(SHEET, xml);
  }

  RawZip zip() {
    RawZip zip = new RawZip();
    parts.forEach(zip::add);
    return zip;
  }

  static String relations(String... typesAndTargets) {
    StringBuilder xml = new StringBuilder("<Relationships xmlns='" + PACKAGE + "relationships'>");
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      xml.append("<Relationship Id='rId").append(i / 2).append("' Type='").append(RELATIONS);
      xml.append('/').append(typesAndTargets[i]).append("' Target='");
      xml.append(typesAndTargets[i + 1]).append('\'');
      xml.append(typesAndTargets[i + 1].contains(":") ? " TargetMode='External'/>" : "/>");
    }
    return xml.append("</Relationships>").toString();
  }
}
