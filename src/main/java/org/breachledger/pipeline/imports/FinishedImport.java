package org.breachledger.pipeline.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.LogSheet;
import org.breachledger.intake.LogSummary;
import org.breachledger.intake.store.ImportRecords.Finished;
import org.breachledger.intake.store.RowSum;
import org.jspecify.annotations.Nullable;

/** Puts together what an import says of itself when its rows are in: sums, sheets, headings. */
final class FinishedImport {

  private FinishedImport() {}

  /**
   * What is said of a log whose rows were taken.
   *
   * @param sums what became of the rows, by sheet position
   * @param left what is said of rows left out
   * @param returnsFile where the rows to fix lie; null where there are none
   */
  static Finished of(
      LogSummary summary,
      Map<Integer, RowSum> sums,
      List<String> left,
      @Nullable String returnsFile) {
    List<Map<String, Object>> sheets = new ArrayList<>();
    Map<String, String> mapping = new LinkedHashMap<>();
    List<String> unmapped = new ArrayList<>();
    for (LogSheet sheet : summary.sheets()) {
      sheets.add(sheet(sheet, sums.getOrDefault(sheet.number(), RowSum.NOTHING)));
      sheet.mapping().forEach((heading, fed) -> mapping.merge(heading, fed, FinishedImport::both));
      sheet.unmapped().stream()
          .filter(heading -> !unmapped.contains(heading))
          .forEach(unmapped::add);
    }
    return new Finished(
        summary.profile(),
        summary.mainSheet().name(),
        summary.mainSheet().headerRow(),
        sums.values().stream().reduce(RowSum.NOTHING, RowSum::plus),
        mapping,
        unmapped,
        sheets,
        notes(summary, left),
        returnsFile);
  }

  /** One heading may feed other fields on another sheet; all of them are said. */
  private static String both(String one, String two) {
    return Stream.of(one, two)
        .flatMap(codes -> Arrays.stream(codes.split(";")))
        .distinct()
        .collect(Collectors.joining(";"));
  }

  private static Map<String, Object> sheet(LogSheet sheet, RowSum sum) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("position", sheet.number());
    entry.put("sheet", sheet.name());
    entry.put("headerRow", sheet.headerRow());
    entry.put("rows", ImportedFile.rows(sum));
    return entry;
  }

  private static List<String> notes(LogSummary summary, List<String> left) {
    List<String> notes = new ArrayList<>(summary.notes().stream().map(FileNote::sentence).toList());
    notes.addAll(left);
    if (summary.rowsRead() == 0 && summary.covers().isEmpty()) {
      notes.add(
          "There is no row and no stated period, so no month counts as submitted; record a nil"
              + " return (nil-return), or state the period when you send the file (--covers).");
    }
    return notes;
  }
}
