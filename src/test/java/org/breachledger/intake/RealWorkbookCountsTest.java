package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.breachledger.intake.excel.PlainWorkbooks;
import org.breachledger.intake.excel.Workbooks;
import org.breachledger.policy.files.JobsFolder;
import org.junit.jupiter.api.Test;

/**
 * Sheets and filled cells of other people's workbooks, counted by our grids and by the manifest's
 * reader. They agree, or the difference has one of the causes below, which a third reader confirms.
 * Skipped where {@code -Dbreachledger.real-data} is not set.
 */
class RealWorkbookCountsTest {

  private enum Cause {
    /** Cells that hold blanks only, or a formula that shows nothing: we count none of them. */
    BLANK_TEXTS,
    /** Sheets that hold a chart and no cells: we list them, the other reader does not. */
    CHART_SHEETS,
    /** Macro sheets and the sheets that hold an old chart's numbers: only we count their cells. */
    OLD_SHEET_KINDS,
    /** Three formulas whose record is of a wrong kind: no value of theirs can be read. */
    WRONG_RECORD,
    /** The archive holds two parts of one name; the other reader takes one, we refuse it. */
    REFUSED
  }

  private static final Map<String, List<Cause>> CAUSES =
      Map.ofEntries(
          Map.entry("spreadsheet__29942.xls", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__42464-ExpPtg-bad.xls", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__43251.xls", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__45322.xls", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__45538_classic_Footer.xls", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__46250.xls", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__54206.xls", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__54288-ref.xlsx", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__54288.xlsx", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__57181.xlsm", List.of(Cause.BLANK_TEXTS, Cause.CHART_SHEETS)),
          Map.entry("spreadsheet__59830.xls", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__60255_extra_drawingparts.xlsx", List.of(Cause.CHART_SHEETS)),
          Map.entry("spreadsheet__60405.xls", List.of(Cause.OLD_SHEET_KINDS)),
          Map.entry("spreadsheet__60512.xlsm", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__AverageTaxRates.xlsx", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__FormatChoiceTests.xls", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__LookupFunctionsTestCaseData.xls", List.of(Cause.BLANK_TEXTS)),
          Map.entry(
              "spreadsheet__StructuredRefs-lots-with-lookups.xlsx", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__Tables.xlsx", List.of(Cause.BLANK_TEXTS)),
          Map.entry("spreadsheet__WrongFormulaRecordType.xls", List.of(Cause.WRONG_RECORD)),
          Map.entry("spreadsheet__countifExamples.xls", List.of(Cause.BLANK_TEXTS)),
          Map.entry(
              "spreadsheet__ex42570-20305.xls", List.of(Cause.BLANK_TEXTS, Cause.OLD_SHEET_KINDS)),
          Map.entry("spreadsheet__duplicate-filename.xlsx", List.of(Cause.REFUSED)));

  /** Sheets and filled cells. */
  private record Counts(int sheets, int cells) {}

  /** What another reader of the old kind finds: filled cells, cells of blanks, by sheet. */
  private record Confirmed(int filled, int blankTexts, int chartSheets, int lastSheet) {}

  private static Path folder() {
    String data = System.getProperty("breachledger.real-data", "");
    Path folder = Path.of(data, "workbooks");
    assumeTrue(
        !data.isEmpty() && Files.isDirectory(folder),
        "skipped: set -Dbreachledger.real-data to a folder with workbooks/");
    return folder;
  }

  @Test
  void sheetsAndCellsAgreeWithTheManifestOrTheCauseIsKnown() throws IOException {
    Map<String, String> unexplained = new TreeMap<>();
    int agreeing = 0;
    try (CsvReader<NamedCsvRecord> manifest =
        CsvReader.builder().ofNamedCsvRecord(folder().resolve("MANIFEST.csv"))) {
      for (NamedCsvRecord line : manifest) {
        if (!line.getField("sheets").isEmpty()) {
          String file = line.getField("file");
          Counts wanted =
              new Counts(
                  Integer.parseInt(line.getField("sheets")),
                  Integer.parseInt(line.getField("non_empty_cells")));
          Optional<Counts> ours = counted(folder().resolve("files").resolve(file));
          boolean agree = ours.filter(wanted::equals).isPresent();
          agreeing += agree ? 1 : 0;
          List<Cause> causes = CAUSES.getOrDefault(file, List.of());
          if (agree != causes.isEmpty() || !(agree || explained(file, wanted, ours, causes))) {
            unexplained.put(file, "manifest " + wanted + ", ours " + ours + ", known " + causes);
          }
        }
      }
    }
    assertThat(unexplained).isEmpty();
    assertThat(agreeing).as("workbooks whose counts agree").isEqualTo(131);
  }

  private static Optional<Counts> counted(Path file) throws IOException {
    ReadingRules rules = ReadingRules.read(new JobsFolder(null));
    for (GridOpener opener : List.of(new Workbooks(rules), new PlainWorkbooks(rules))) {
      if (opener.opens(FileKind.of(file))) {
        try (Grid grid = opener.open(file)) {
          int[] cells = {0};
          for (GridSheet sheet : grid.sheets()) {
            grid.read(
                sheet,
                row -> {
                  cells[0] += row.filled();
                  return true;
                });
          }
          return Optional.of(new Counts(grid.sheets().size(), cells[0]));
        } catch (RefusedFile e) {
          // the next opener is asked, as the program does
        }
      }
    }
    return Optional.empty();
  }

  private static boolean explained(
      String file, Counts wanted, Optional<Counts> counted, List<Cause> causes) throws IOException {
    if (counted.isEmpty()) {
      return causes.equals(List.of(Cause.REFUSED));
    }
    Counts ours = counted.get();
    Confirmed third = confirmed(folder().resolve("files").resolve(file));
    if (ours.cells() != third.filled()) {
      return false;
    }
    int sheets = causes.contains(Cause.CHART_SHEETS) ? third.chartSheets() : 0;
    int onlyOurs = 0;
    if (causes.contains(Cause.OLD_SHEET_KINDS)) {
      sheets = 1;
      onlyOurs = third.lastSheet();
    }
    int missing = wanted.cells() - (ours.cells() - onlyOurs);
    int most =
        causes.contains(Cause.WRONG_RECORD)
            ? 3
            : causes.contains(Cause.BLANK_TEXTS) ? third.blankTexts() : 0;
    return ours.sheets() == wanted.sheets() + sheets && missing >= 0 && missing <= most;
  }

  private static Confirmed confirmed(Path file) throws IOException {
    int filled = 0;
    int blank = 0;
    int charts = 0;
    int last = 0;
    try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
      for (Sheet sheet : book) {
        charts += sheet.getClass().getSimpleName().contains("Chart") ? 1 : 0;
        last = 0;
        for (Row row : sheet) {
          for (Cell cell : row) {
            boolean text = kind(cell) == CellType.STRING;
            boolean nothing = text && nothing(cell.getRichStringCellValue().getString());
            blank += nothing ? 1 : 0;
            last += nothing || kind(cell) == CellType.BLANK ? 0 : 1;
          }
        }
        filled += last;
      }
    }
    return new Confirmed(filled, blank, charts, last);
  }

  private static CellType kind(Cell cell) {
    CellType kind = cell.getCellType();
    return kind == CellType.FORMULA ? cell.getCachedFormulaResultType() : kind;
  }

  private static boolean nothing(String text) {
    return text.replaceAll("[\\p{Z}\\s\\p{Cc}\\p{Cf}]", "").isEmpty();
  }
}
