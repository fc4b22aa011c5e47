package org.breachledger.intake.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridSheet;
import org.breachledger.intake.ReadingRules;
import org.breachledger.intake.RefusedFile;
import org.breachledger.policy.files.JobsFolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a sender is told of things a workbook hides: one workbook for each kind, and the workbooks
 * of the wild with what their manifest says of them.
 */
class HiddenPartsTest {

  private static final String ADVICE =
      "What a workbook hides goes to everybody who gets the workbook: left in when it is uploaded or"
          + " sent, that is a breach in itself (Appendix A). Take it out before this workbook is"
          + " passed on.";

  /**
   * Macros of Excel 4 stand in a sheet of their own; the manifest looks for those of Basic only.
   */
  private static final Set<String> OTHER_MACROS = Set.of("spreadsheet__xlmmacro.xlsm");

  /** A name that must never be said. */
  private static final String PERSON = "Ottoline Wray";

  @TempDir private Path folder;

  private static List<String> told(Path file) throws RefusedFile, IOException {
    try (Grid grid = new Workbooks(ReadingRules.read(new JobsFolder(null))).open(file)) {
      List<String> told = grid.notes().stream().map(FileNote::sentence).toList();
      assertThat(told).noneMatch(sentence -> sentence.contains(PERSON));
      return told;
    }
  }

  /** A workbook to be filled; what it becomes is decided by the file's ending. */
  private interface Filling {
    void fill(Workbook book, Sheet log) throws IOException;
  }

  private Path book(String name, Filling filling) throws IOException {
    Path file = folder.resolve(name);
    try (Workbook book = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      if (book instanceof XSSFWorkbook bare) {
        bare.getProperties().getCoreProperties().setCreator("");
      }
      Sheet log = book.createSheet("Log");
      for (int i = 0; i < 9; i++) {
        Row row = log.createRow(i);
        for (int column = 0; column < 6; column++) {
          row.createCell(column).setCellValue("cell " + i + " " + column);
        }
      }
      filling.fill(book, log);
      book.write(out);
    }
    return file;
  }

  /** The workbook with parts added or, where they are there, replaced. */
  private Path with(Path file, Map<String, String> added) throws IOException {
    Path more = folder.resolve("more-" + file.getFileName());
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    added.forEach((name, text) -> parts.put(name, text.getBytes(StandardCharsets.UTF_8)));
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(more))) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
      }
    }
    return more;
  }

  private Path xlsxWith(String part, String text) throws IOException {
    return with(book("plain.xlsx", (book, log) -> {}), Map.of(part, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.xlsx", "plain.xls"})
  void aPlainWorkbookHidesNothing(String name) throws Exception {
    assertThat(told(book(name, (book, log) -> {}))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rows.xlsx", "rows.xls"})
  void hiddenRowsAndColumnsAreCountedSheetBySheet(String name) throws Exception {
    Path file =
        book(
            name,
            (book, log) -> {
              log.getRow(3).setZeroHeight(true);
              log.getRow(4).setZeroHeight(true);
              log.setColumnHidden(2, true);
              Sheet lists = book.createSheet("Lists");
              for (int i = 0; i < 60; i++) {
                lists.createRow(i).createCell(0).setCellValue("hidden=\"1\"");
              }
              lists.getRow(59).setZeroHeight(true);
            });
    assertThat(told(file))
        .containsExactly(
            "Sheet \"Log\" has 2 hidden rows; in a log they are read like the others.",
            "Sheet \"Log\" has 1 hidden column; in a log they are read like the others.",
            "Sheet \"Lists\" has 1 hidden row; in a log they are read like the others.",
            ADVICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sheets.xlsx", "sheets.xls"})
  void deeplyHiddenSheetsAreToldBesideHiddenOnes(String name) throws Exception {
    Path file =
        book(
            name,
            (book, log) -> {
              book.createSheet("Names");
              book.createSheet("Keys");
              book.setSheetVisibility(1, SheetVisibility.HIDDEN);
              book.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
            });
    assertThat(told(file))
        .containsExactly(
            "Sheet \"Keys\" is hidden in a way that no menu of a spreadsheet program undoes.",
            ADVICE);
    try (Grid grid = new Workbooks(ReadingRules.read(new JobsFolder(null))).open(file)) {
      assertThat(grid.sheets().stream().filter(GridSheet::hidden).map(GridSheet::name))
          .containsExactly("Names", "Keys");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"comments.xlsx", "comments.xls"})
  void commentsAreCountedAndThatTheyNameTheirWriters(String name) throws Exception {
    Path file =
        book(
            name,
            (book, log) -> {
              comment(book, log, 1, PERSON);
              comment(book, log, 2, "");
              Sheet second = book.createSheet("Second");
              comment(book, second, 1, "");
              comment(book, book.createSheet("Ours"), 1, "Breachledger");
            });
    assertThat(told(file))
        .containsExactly(
            "Sheet \"Log\" has 2 comments, which name their writers; they were not read.",
            "Sheet \"Second\" has 1 comment; it was not read.",
            ADVICE);
  }

  private static void comment(Workbook book, Sheet sheet, int row, String author) {
    ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
    anchor.setRow1(row);
    anchor.setRow2(row + 2);
    anchor.setCol2(2);
    var drawing = sheet.getDrawingPatriarch();
    Comment comment =
        (drawing == null ? sheet.createDrawingPatriarch() : drawing).createCellComment(anchor);
    comment.setString(book.getCreationHelper().createRichTextString("Ask " + PERSON));
    comment.setAuthor(author);
    if (sheet.getRow(row) == null) {
      sheet.createRow(row).createCell(0).setCellValue("x");
    }
    sheet.getRow(row).getCell(0).setCellComment(comment);
  }

  @Test
  void threadedCommentsAndTheirPeopleAreToldOnce() throws Exception {
    Path file =
        with(
            book("threads.xlsx", (book, log) -> comment(book, log, 1, "tc={A0}")),
            Map.of(
                "xl/worksheets/_rels/sheet1.xml.rels",
                relations(
                    "comments",
                    "../comments1.xml",
                    "threadedComment",
                    "../threadedComments/threadedComment1.xml"),
                "xl/threadedComments/threadedComment1.xml",
                "<ThreadedComments><threadedComment ref=\"A1\"><text>x</text></threadedComment>"
                    + "<threadedComment ref=\"A1\" parentId=\"1\"/></ThreadedComments>",
                "xl/persons/person.xml",
                "<personList><person displayName=\"" + PERSON + "\"/></personList>"));
    assertThat(told(file))
        .containsExactly(
            "Sheet \"Log\" has 2 threaded comments, with the names of their writers; they were not read.",
            "The workbook lists 1 person who commented on it; no name was kept.",
            ADVICE);
  }

  private static String relations(String... typesAndTargets) {
    StringBuilder xml = new StringBuilder("<Relationships>");
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      xml.append(
          "<Relationship Id=\"rId%d\" Type=\"http://example.org/%s\" Target=\"%s\"/>"
              .formatted(i + 1, typesAndTargets[i], typesAndTargets[i + 1]));
    }
    return xml.append("</Relationships>").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"people.xlsx", "people.xls"})
  void propertiesThatNameSomebodyAreToldWithoutTheName(String name) throws Exception {
    Path file =
        book(
            name,
            (book, log) -> {
              if (book instanceof XSSFWorkbook bare) {
                bare.getProperties().getCoreProperties().setCreator(PERSON);
                bare.getProperties().getCoreProperties().setLastModifiedByUser(PERSON);
                bare.getProperties().getExtendedProperties().setManager(PERSON);
                bare.getProperties().getExtendedProperties().setCompany("A firm");
                bare.getProperties().getCustomProperties().addProperty("Reviewer", PERSON);
              } else if (book instanceof HSSFWorkbook old) {
                old.createInformationProperties();
                old.getSummaryInformation().setAuthor(PERSON);
                old.getSummaryInformation().setLastAuthor(PERSON);
                old.getDocumentSummaryInformation().setManager(PERSON);
                old.getDocumentSummaryInformation().setCompany("A firm");
                var own = new org.apache.poi.hpsf.CustomProperties();
                own.put("Reviewer", PERSON);
                old.getDocumentSummaryInformation().setCustomProperties(own);
              }
            });
    assertThat(told(file))
        .containsExactly(
            "The workbook's properties name its author, who saved it last, a manager, a company;"
                + " they were not kept.",
            "The workbook holds 1 custom property; it was not kept.");
  }

  @Test
  void hiddenNamesAreCountedWithoutThoseOfFilters() throws Exception {
    Path old =
        book(
            "names.xls",
            (book, log) -> {
              name(book, "secret");
              name(book, "open");
              log.setAutoFilter(new CellRangeAddress(0, 3, 0, 3));
              ((HSSFWorkbook) book).getInternalWorkbook().getNameRecord(0).setHidden(true);
            });
    assertThat(told(old)).containsExactly("The workbook holds 1 hidden name; it was not read.");
    Path plain =
        book(
            "names.xlsx",
            (book, log) -> {
              name(book, "secret");
              name(book, "open");
            });
    String names =
        part(plain, "xl/workbook.xml")
            .replace("name=\"secret\"", "hidden=\"1\" name=\"secret\"")
            .replace(
                "</definedNames>",
                "<definedName hidden=\"1\" name=\"_xlnm._FilterDatabase\">Log!$A$1</definedName>"
                    + "</definedNames>");
    assertThat(told(with(plain, Map.of("xl/workbook.xml", names))))
        .containsExactly("The workbook holds 1 hidden name; it was not read.");
  }

  private static String part(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void name(Workbook book, String word) {
    Name name = book.createName();
    name.setNameName(word);
    name.setRefersToFormula("Log!$A$1");
  }

  @Test
  void pivotCachesAreToldWithTheRowsTheyCopy() throws Exception {
    Path file =
        with(
            book("pivot.xlsx", (book, log) -> {}),
            Map.of(
                "xl/pivotCache/pivotCacheDefinition1.xml",
                "<pivotCacheDefinition/>",
                "xl/pivotCache/pivotCacheRecords1.xml",
                "<pivotCacheRecords count=\"3\"><r><s v=\""
                    + PERSON
                    + "\"/></r><r/><r/>"
                    + "</pivotCacheRecords>",
                "xl/pivotCache/pivotCacheDefinition2.xml",
                "<pivotCacheDefinition/>"));
    assertThat(told(file))
        .containsExactly(
            "The workbook holds 2 pivot table caches with copies of 3 rows of their source; they were"
                + " not read.",
            ADVICE);
  }

  private record Kind(String part, String text, List<String> told) {}

  @TestFactory
  Stream<DynamicTest> everyOtherKindOfPart() {
    String connections = "<connections><connection id=\"1\"/><connection id=\"2\"/></connections>";
    return Stream.of(
            new Kind(
                "xl/vbaProject.bin", "x", List.of("The workbook holds macros; they were not run.")),
            new Kind(
                "xl/macrosheets/sheet1.xml",
                "<macrosheet/>",
                List.of("The workbook holds macros; they were not run.")),
            new Kind(
                "xl/externalLinks/externalLink1.xml",
                "<externalLink/>",
                List.of(
                    "The workbook links to 1 other file and may keep copies of their cells; none was"
                        + " opened.",
                    ADVICE)),
            new Kind(
                "xl/embeddings/oleObject1.bin",
                "x",
                List.of("The workbook holds 1 embedded file; none was opened.", ADVICE)),
            new Kind(
                "customXml/item1.xml",
                "<x/>",
                List.of("The workbook holds 1 part of custom XML; it was not read.", ADVICE)),
            new Kind(
                "xl/connections.xml",
                connections,
                List.of("The workbook holds 2 connections to data outside; none was used.")),
            new Kind(
                "xl/model/item.data",
                "x",
                List.of(
                    "The workbook holds a data model, which may keep rows that no sheet shows; it"
                        + " was not read.",
                    ADVICE)),
            new Kind(
                "xl/revisions/revisionLog1.xml",
                "<x/>",
                List.of(
                    "The workbook keeps a history of its changes, with values that were overwritten;"
                        + " it was not read.",
                    ADVICE)))
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.part(),
                    () ->
                        assertThat(told(xlsxWith(kind.part(), kind.text())))
                            .isEqualTo(kind.told())));
  }

  @Test
  void anOldWorkbooksStoragesAreCounted() throws Exception {
    Path plain = book("old.xls", (book, log) -> {});
    Path full = folder.resolve("full.xls");
    try (POIFSFileSystem container = new POIFSFileSystem(Files.newInputStream(plain));
        OutputStream out = Files.newOutputStream(full)) {
      for (String storage :
          List.of("_VBA_PROJECT_CUR", "_SX_DB_CUR", "MBD0001A2B3", "MsoDataStore")) {
        DirectoryEntry inside = container.getRoot().createDirectory(storage);
        inside.createDocument("0001", new java.io.ByteArrayInputStream(new byte[] {1}));
      }
      container
          .getRoot()
          .createDocument("Revision Log", new java.io.ByteArrayInputStream(new byte[] {1}));
      container.writeFilesystem(out);
    }
    assertThat(told(full))
        .containsExactly(
            "The workbook holds macros; they were not run.",
            "The workbook holds 1 pivot table cache; it was not read.",
            "The workbook holds 1 embedded file; none was opened.",
            "The workbook holds 1 part of custom XML; it was not read.",
            "The workbook keeps a history of its changes, with values that were overwritten; it was"
                + " not read.",
            ADVICE);
  }

  @Test
  void theUploaderOfALogIsTold() throws Exception {
    Path file = folder.resolve("log.xlsx");
    try (Workbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet log = book.createSheet("Log");
      List<String> headings = List.of("Ref", "School", "Date of incident", "Type of breach");
      Row head = log.createRow(0);
      headings.forEach(
          heading -> head.createCell(Math.max(0, head.getLastCellNum())).setCellValue(heading));
      Row row = log.createRow(1);
      row.createCell(0).setCellValue("1");
      row.createCell(1).setCellValue("Elmbury");
      row.createCell(2).setCellValue(LocalDate.of(2024, 1, 4));
      row.createCell(3).setCellValue("Loss");
      row.setZeroHeight(true);
      book.write(out);
    }
    assertThat(org.breachledger.intake.Reading.of(file).summary().notes())
        .extracting(FileNote::code)
        .contains("hidden_rows", "hidden_data")
        .doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> theWorkbooksOfTheWildHideWhatTheirManifestSays() throws IOException {
    String data = System.getProperty("breachledger.real-data", "");
    Path workbooks = Path.of(data, "workbooks");
    assumeTrue(
        !data.isEmpty() && Files.isDirectory(workbooks),
        "skipped: set -Dbreachledger.real-data to a folder with workbooks/");
    List<DynamicTest> tests = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(workbooks.resolve("MANIFEST.csv"))) {
      reader.forEach(
          line -> {
            String file = line.getField("file");
            boolean refused =
                file.endsWith(".xlsb") || line.getField("flags").contains("duplicate_zip_entries");
            if (!line.getField("sheet_details_json").isEmpty() && !refused) {
              tests.add(
                  DynamicTest.dynamicTest(
                      file,
                      () -> asTheManifestSays(workbooks.resolve("files").resolve(file), line)));
            }
          });
    }
    return tests.stream();
  }

  /** The reader for odd workbooks is asked where the usual one gives up, as the program does. */
  private static Grid open(Path file) throws RefusedFile, IOException {
    ReadingRules rules = ReadingRules.read(new JobsFolder(null));
    try {
      return new Workbooks(rules).open(file);
    } catch (RefusedFile e) {
      return new PlainWorkbooks(rules).open(file);
    }
  }

  private static void asTheManifestSays(Path file, NamedCsvRecord line) throws Exception {
    Set<String> flags = Set.of(line.getField("flags").split(";"));
    try (Grid grid = open(file)) {
      Set<String> codes = new TreeSet<>();
      grid.notes().forEach(note -> codes.add(note.code()));
      boolean macros = flags.contains("macros") || OTHER_MACROS.contains(line.getField("file"));
      if (!file.toString().endsWith(".xls")) {
        assertThat(codes.contains("macros")).as("macros").isEqualTo(macros);
      }
      if (!file.toString().endsWith(".xls")) {
        assertThat(codes.contains("external_links"))
            .as("external links")
            .isEqualTo(flags.contains("external_links"));
      }
      List<String> hidden = new ArrayList<>();
      List<String> deep = new ArrayList<>();
      for (JsonNode sheet :
          JsonMapper.builder().build().readTree(line.getField("sheet_details_json"))) {
        String state = sheet.get(1).asString();
        if (!state.equals("visible")) {
          hidden.add(sheet.get(0).asString());
        }
        if (state.equals("veryHidden")) {
          deep.add(sheet.get(0).asString());
        }
      }
      assertThat(grid.sheets().stream().filter(GridSheet::hidden).map(GridSheet::name))
          .isEqualTo(hidden);
      assertThat(codes.contains("very_hidden_sheet")).isEqualTo(!deep.isEmpty());
      assertThat(codes.contains("hidden_data")).isNotEqualTo(hidden.isEmpty() && !data(codes));
    }
  }

  private static boolean data(Set<String> codes) {
    return codes.stream()
        .anyMatch(
            code ->
                code.startsWith("hidden_")
                        && !code.equals("hidden_names")
                        && !code.equals("hidden_uncounted")
                    || Set.of(
                            "comments",
                            "threaded_comments",
                            "pivot_cache",
                            "external_links",
                            "embedded_objects",
                            "custom_xml",
                            "data_model",
                            "change_history")
                        .contains(code));
  }
}
