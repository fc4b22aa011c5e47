package org.breachledger.hostile;

import static org.breachledger.hostile.BookParts.LOG;
import static org.breachledger.hostile.BookParts.MAIN;
import static org.breachledger.hostile.BookParts.RELS;
import static org.breachledger.hostile.BookParts.ROOT;
import static org.breachledger.hostile.BookParts.SHEET;
import static org.breachledger.hostile.BookParts.SHEET_BEGINS;
import static org.breachledger.hostile.BookParts.STRINGS;
import static org.breachledger.hostile.BookParts.STYLES;
import static org.breachledger.hostile.BookParts.TYPES;
import static org.breachledger.hostile.BookParts.WORKBOOK;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** XML that reaches outside, multiplies, nests or writes its letters in ways nobody expects. */
final class HostileXml {

  private static final int MEGABYTE = 1 << 20;

  /** A part of each kind by a short name. */
  private static final Map<String, String> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("workbook", WORKBOOK);
    PARTS.put("sheet", SHEET);
    PARTS.put("strings", STRINGS);
    PARTS.put("styles", STYLES);
    PARTS.put("relations", RELS);
    PARTS.put("root-relations", ROOT);
    PARTS.put("content-types", TYPES);
    PARTS.put("comments", "xl/comments1.xml");
    PARTS.put("properties", "docProps/core.xml");
    PARTS.put("theme", "xl/theme/theme1.xml");
    PARTS.put("drawing", "xl/drawings/vmlDrawing1.vml");
    PARTS.put("custom", "customXml/item1.xml");
  }

  private static final String LAUGHS = laughs();

  private HostileXml() {}

  private static String laughs() {
    StringBuilder types = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 'ha'>");
    for (int i = 1; i < 12; i++) {
      types.append("<!ENTITY e").append(i).append(" '").append(("&e" + (i - 1) + ";").repeat(10));
      types.append("'>");
    }
    return types.append("]>").toString();
  }

  static void add(Catalogue all) {
    entities(all.kind("xml: entities of other files"));
    laughter(all.kind("xml: entities that multiply"));
    hidden(all.kind("xml: entities where nobody looks"));
    deep(all.kind("xml: nested deep"));
    long0(all.kind("xml: long texts, tags and remarks"));
    letters(all.kind("xml: letters written otherwise"));
    broken(all.kind("xml: broken"));
  }

  private static void entities(Catalogue all) {
    PARTS.forEach(
        (name, part) -> {
          String secret = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + all.secret() + "'>]><x>&e;</x>";
          String server = "<!DOCTYPE x SYSTEM '" + all.server() + name + "'><x/>";
          all.book("entity-in-" + name + ".xlsx", BookParts.good().with(part, secret));
          all.book("doctype-in-" + name + ".xlsx", BookParts.good().with(part, server));
        });
    String parameter = "<!DOCTYPE x [<!ENTITY % p SYSTEM '" + all.server() + "p.dtd'> %p;]>" + LOG;
    all.book("parameter-entity.xlsx", BookParts.sheet(parameter));
    all.book(
        "style-instruction.xlsx",
        BookParts.sheet(
            "<?xml version='1.0'?><?xml-stylesheet href='" + all.server() + "x.xsl'?>" + LOG));
    all.book(
        "include.xlsx",
        BookParts.sheet(
            LOG.replace(
                "A bag was lost",
                "</t><i:include xmlns:i='http://www.w3.org/2001/XInclude' parse='text' href='"
                    + all.secret()
                    + "'/><t>A bag")));
    all.book(
        "schema-location.xlsx",
        BookParts.sheet(
            LOG.replace(
                "<sheetData>",
                "<sheetData xmlns:i='http://www.w3.org/2001/XMLSchema-instance'"
                    + " i:schemaLocation='"
                    + MAIN
                    + " "
                    + all.server()
                    + "x.xsd'>")));
  }

  private static void laughter(Catalogue all) {
    all.book("laughs-in-sheet.xlsx", BookParts.sheet(LAUGHS + LOG.replace("A bag", "&e11;")));
    all.book(
        "laughs-in-strings.xlsx",
        BookParts.good()
            .with(STRINGS, LAUGHS + "<sst xmlns='" + MAIN + "'><si><t>&e11;</t></si></sst>"));
    all.book("laughs-in-types.xlsx", BookParts.good().with(TYPES, LAUGHS + "<Types>&e11;</Types>"));
    all.book(
        "one-long-entity.xlsx",
        BookParts.sheet(
            "<!DOCTYPE x [<!ENTITY e '"
                + "ha".repeat(50_000)
                + "'>]>"
                + LOG.replace("A bag", "&e;".repeat(5_000))));
    all.book("unknown-entity.xlsx", BookParts.sheet(LOG.replace("A bag", "&e;")));
    all.book("signs-by-number.xlsx", BookParts.sheet(LOG.replace("A bag", "&#65;".repeat(60_000))));
    all.book("sign-too-high.xlsx", BookParts.sheet(LOG.replace("A bag", "&#x7fffffff;")));
    all.book("sign-nought.xlsx", BookParts.sheet(LOG.replace("A bag", "&#0;")));
  }

  /** Parts whose names do not say that they are XML, or whose letters are not ASCII. */
  private static void hidden(Catalogue all) {
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + all.secret() + "'>]>";
    String log = entity + LOG.replace("A bag", "&e;");
    for (String ending : new String[] {"dat", "bin", "XML", "png", ""}) {
      String part = "worksheets/sheet1" + (ending.isEmpty() ? "" : "." + ending);
      all.book(
          "entity-in-a-sheet-named-" + (ending.isEmpty() ? "nothing" : ending) + ".xlsx",
          BookParts.good()
              .without(SHEET)
              .with("xl/" + part, log)
              .with(RELS, BookParts.relations("worksheet", part)));
    }
    all.book(
        "laughs-in-strings-named-txt.xlsx",
        BookParts.good()
            .without(STRINGS)
            .with(
                "xl/strings.txt", LAUGHS + "<sst xmlns='" + MAIN + "'><si><t>&e11;</t></si></sst>")
            .with(
                RELS,
                BookParts.relations(
                    "worksheet", "worksheets/sheet1.xml", "sharedStrings", "strings.txt")));
    all.book(
        "long-text-in-a-sheet-named-dat.xlsx",
        BookParts.good()
            .without(SHEET)
            .with("xl/worksheets/sheet1.dat", LOG.replace("A bag", noise(6)))
            .with(RELS, BookParts.relations("worksheet", "worksheets/sheet1.dat")));
    all.book("entity-utf16.xlsx", BookParts.good().with(SHEET, bytes(log, "UTF-16")));
    all.book("entity-utf16-bare.xlsx", BookParts.good().with(SHEET, bytes(log, "UTF-16LE")));
    all.book("entity-after-blanks.xlsx", BookParts.sheet(" ".repeat(70_000) + log));
    all.book(
        "entity-after-remarks.xlsx", BookParts.sheet("<!-- x -->".repeat(20_000) + "\n" + log));
    all.book("entity-after-a-mark.xlsx", BookParts.sheet("\ufeff" + log));
  }

  static String noise(int megabytes) {
    java.util.Random random = new java.util.Random(5);
    StringBuilder noise = new StringBuilder(megabytes * MEGABYTE);
    while (noise.length() < megabytes * MEGABYTE) {
      noise.append(Long.toHexString(random.nextLong()));
    }
    return noise.toString();
  }

  private static void deep(Catalogue all) {
    PARTS.forEach(
        (name, part) -> {
          StringBuilder deep = new StringBuilder("<x>");
          java.util.Random random = new java.util.Random(3);
          for (int i = 0; i < 100_000; i++) {
            deep.append("<e").append(random.nextInt(1 << 20)).append('>');
          }
          all.book("deep-" + name + ".xlsx", BookParts.good().with(part, deep.toString()));
        });
    all.book(
        "deep-and-closed.xlsx",
        BookParts.sheet(
            LOG.replace(
                "</sheetData>", "</sheetData>" + "<a>".repeat(50_000) + "</a>".repeat(50_000))));
    all.book(
        "deep-in-a-cell.xlsx",
        BookParts.sheet(
            LOG.replace("A bag was lost", "<t>".repeat(30_000) + "x" + "</t>".repeat(30_000))));
  }

  private static void long0(Catalogue all) {
    StringBuilder attributes = new StringBuilder("<row r='2'");
    for (int i = 0; i < 200_000; i++) {
      attributes.append(" a").append(i).append("='1'");
    }
    all.book("attributes.xlsx", BookParts.sheet(BookParts.log(attributes + "/>" + BookParts.ROW)));
    StringBuilder spaces = new StringBuilder("<x");
    for (int i = 0; i < 50_000; i++) {
      spaces.append(" xmlns:n").append(i).append("='u").append(i).append('\'');
    }
    all.book("namespaces.xlsx", BookParts.sheet(BookParts.log(spaces + "/>" + BookParts.ROW)));
    all.book(
        "long-attribute.xlsx",
        BookParts.sheet(BookParts.log("<row r='2' spans='" + noise(3) + "'/>" + BookParts.ROW)));
    all.book(
        "longer-attribute.xlsx",
        BookParts.sheet(BookParts.log("<row r='2' spans='" + noise(5) + "'/>" + BookParts.ROW)));
    all.book(
        "long-name.xlsx",
        BookParts.sheet(BookParts.log("<x" + noise(3).replace('-', 'x') + "/>" + BookParts.ROW)));
    all.book(
        "long-remark.xlsx",
        BookParts.sheet(BookParts.log("<!--" + noise(3) + "-->" + BookParts.ROW)));
    all.book(
        "long-instruction.xlsx",
        BookParts.sheet(BookParts.log("<?x " + noise(3) + "?>" + BookParts.ROW)));
    all.book(
        "long-data.xlsx", BookParts.sheet(LOG.replace("A bag", "<![CDATA[" + noise(3) + "]]>")));
    all.book(
        "texts-in-pieces.xlsx",
        BookParts.sheet(LOG.replace("A bag", "<![CDATA[x]]>".repeat(300_000))));
    all.book(
        "many-remarks.xlsx", BookParts.sheet(LOG.replace("A bag", "x<!---->".repeat(500_000))));
  }

  private static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  private static void letters(Catalogue all) {
    for (String charset : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"}) {
      all.book(
          "sheet-" + charset.toLowerCase(java.util.Locale.ROOT) + ".xlsx",
          BookParts.good().with(SHEET, bytes(LOG, charset)));
    }
    String[] declared = {"UTF-7", "UTF-16", "IBM037", "ISO-2022-JP", "x-user-defined", "", "utf8"};
    for (int i = 0; i < declared.length; i++) {
      all.book(
          "sheet-declared-" + (i + 1) + ".xlsx",
          BookParts.sheet("<?xml version='1.0' encoding='" + declared[i] + "'?>" + LOG));
    }
    all.book("sheet-ebcdic.xlsx", BookParts.good().with(SHEET, bytes(LOG, "IBM037")));
    all.book(
        "sheet-utf7.xlsx",
        BookParts.sheet(
            "<?xml version='1.0' encoding='UTF-7'?>"
                + LOG.replace("A bag", "+ADwAIQ-DOCTYPE x+AD4-")));
    all.book("version-1.1.xlsx", BookParts.sheet("<?xml version='1.1'?>" + LOG));
    all.book(
        "version-1.1-controls.xlsx",
        BookParts.sheet("<?xml version='1.1'?>" + LOG.replace("A bag", "A&#1;bag&#x85;")));
    all.book(
        "no-utf8.xlsx",
        BookParts.good()
            .with(SHEET, LOG.replace("A bag", "A b\u00e4g").getBytes(StandardCharsets.ISO_8859_1)));
    all.book(
        "overlong-utf8.xlsx",
        BookParts.good()
            .with(
                SHEET,
                LOG.replace("A bag", "A \u00c0\u00bcbag").getBytes(StandardCharsets.ISO_8859_1)));
    all.book("nul.xlsx", BookParts.sheet(LOG.replace("A bag", "A\0bag")));
    all.book("controls.xlsx", BookParts.sheet(LOG.replace("A bag", "A_x0000__x0007_ \u0085bag")));
    all.book("no-signs.xlsx", BookParts.sheet(LOG.replace("A bag", "A \ufffe\uffff bag")));
    all.book("bidi.xlsx", BookParts.sheet(LOG.replace("A bag", "\u202egab A\u2066\u200b\u2028")));
  }

  private static void broken(Catalogue all) {
    all.book("ends-in-a-tag.xlsx", BookParts.sheet(LOG.substring(0, LOG.length() - 4)));
    all.book("ends-in-a-cell.xlsx", BookParts.sheet(LOG.substring(0, LOG.length() - 60)));
    all.book("two-roots.xlsx", BookParts.sheet(LOG + LOG));
    all.book("text-behind.xlsx", BookParts.sheet(LOG + "x"));
    all.book("crossed-tags.xlsx", BookParts.sheet(LOG.replace("</t></is>", "</is></t>")));
    all.book(
        "attribute-twice.xlsx", BookParts.sheet(LOG.replace("<row r='2'", "<row r='2' r='3'")));
    all.book("other-namespace.xlsx", BookParts.sheet(LOG.replace(MAIN, "urn:x")));
    all.book("prefix-unknown.xlsx", BookParts.sheet(LOG.replace("<row r='2'", "<row y:r='2'")));
    all.book("sheet-empty.xlsx", BookParts.sheet(""));
    all.book("sheet-not-xml.xlsx", BookParts.sheet("{\"rows\": []}"));
    all.book("sheet-begins-late.xlsx", BookParts.sheet(SHEET_BEGINS.substring(3) + LOG));
    for (Map.Entry<String, String> part : PARTS.entrySet()) {
      all.book("blank-" + part.getKey() + ".xlsx", BookParts.good().with(part.getValue(), ""));
    }
  }
}
