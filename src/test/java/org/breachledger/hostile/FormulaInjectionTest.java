package org.breachledger.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.exchange.CsvPassThrough;
import org.breachledger.exchange.SafeCsv;
import org.breachledger.incident.Field;
import org.breachledger.intake.Reading;
import org.breachledger.intake.excel.ReturnsFile;
import org.breachledger.pipeline.forms.FormA;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.reporting.sheet.TableFile.Format;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.breachledger.testing.Formulas;
import org.breachledger.testing.OwnClasses;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts that a spreadsheet would run, through every writer of ours (the tables of commands and
 * pages, the files of rows to fix, the form, classified lists) and opened again: no cell is a
 * formula, no text of a CSV file begins one.
 */
class FormulaInjectionTest {

  @TempDir private Path folder;

  /** What writes a spreadsheet, or hands one out. */
  @Test
  void everyWriterIsKnown() {
    Set<String> writers =
        OwnClasses.ALL.stream()
            .filter(FormulaInjectionTest::writes)
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());
    assertThat(writers)
        .as("a new writer wants a file of its own in OpenedInAnOfficeIT.WRITTEN_BY")
        .containsExactlyInAnyOrderElementsOf(OpenedInAnOfficeIT.WRITTEN_BY.keySet());
  }

  private static boolean writes(JavaClass type) {
    return type.getAllRawSuperclasses().stream()
            .anyMatch(above -> above.isEquivalentTo(SXSSFWorkbook.class))
        || type.getConstructorCallsFromSelf().stream()
            .anyMatch(
                call ->
                    call.getTargetOwner().isEquivalentTo(SXSSFWorkbook.class)
                        || call.getTargetOwner().isEquivalentTo(XSSFWorkbook.class))
        || type.getMethodCallsFromSelf().stream()
            .anyMatch(
                call ->
                    call.getTargetOwner().isEquivalentTo(CsvWriter.class)
                        || call.getTargetOwner().isEquivalentTo(SafeCsv.class)
                            && Set.of("create", "to").contains(call.getName())
                        || call.getTargetOwner().isEquivalentTo(TableFile.class)
                            && call.getName().equals("create"));
  }

  @Test
  void tablesAsCsv() throws IOException {
    Path file = table(Format.CSV, "table.csv");
    Formulas.noneInCsv(file);
  }

  @Test
  void tablesAsWorkbooks() throws IOException {
    Path file = table(Format.XLSX, "table.xlsx");
    List<String> kept =
        Formulas.payloads().stream().filter(payload -> payload.indexOf('\r') < 0).toList();
    assertThat(Formulas.noneInWorkbook(file)).containsAll(kept);
  }

  private Path table(Format format, String name) throws IOException {
    Path file = folder.resolve(name);
    try (TableFile table = TableFile.create(file, format, "Table", List.of("theirs", "ours"))) {
      for (String payload : Formulas.payloads()) {
        table.row(List.of(new Outside(payload), payload));
      }
      table.done();
    }
    return file;
  }

  @Test
  void classifiedLists() throws Exception {
    Path in = folder.resolve("in.csv");
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("description", "=1+1"));
    Formulas.payloads().forEach(payload -> rows.add(List.of(payload, payload)));
    Sheets.csv(in, ',', rows.toArray(List[]::new));
    Path out = folder.resolve("out.csv");
    CsvPassThrough.run(in, out, List.of("description"), List.of("code"), cells -> List.of("x"));
    Formulas.noneInCsv(out);
  }

  @Test
  void theForm() throws IOException {
    for (String payload : Formulas.payloads()) {
      FormA form =
          new FormA(payload, payload, Map.of(Field.DESCRIPTION, payload), Set.of(Field.REPORTED));
      Formulas.noneInCsv(
          Files.write(
              folder.resolve("form.csv"), form.bytes(Instant.parse("2026-03-02T10:00:00Z"))));
    }
  }

  @Test
  void rowsToFix() throws IOException {
    Sheets book =
        Sheets.book()
            .sheet("=1+1")
            .row("Incident ref", "Date of incident", "Description", "=cmd|' /C calc'!A0")
            .row("A1", "4 Jan 2024", "A bag was lost", "x");
    for (String payload : Formulas.payloads()) {
      book.row("", payload, "", payload);
    }
    Reading reading = Reading.of(book.write(folder.resolve("log.xlsx")));
    Path file = folder.resolve("returns.xlsx");
    Path waiting = Files.createDirectories(folder.resolve("waiting"));
    try (ReturnsFile returns = new ReturnsFile(waiting, reading.summary(), 7)) {
      reading.rows().forEach(returns::add);
      assertThat(returns.empty()).isFalse();
      returns.write(file);
    }
    assertThat(Formulas.noneInWorkbook(file)).contains("=1+1", "+1+1", "=cmd|' /C calc'!A0");
  }
}
