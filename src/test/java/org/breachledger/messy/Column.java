package org.breachledger.messy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.breachledger.testing.Sheets;

/**
 * A plain log with one messy column: {@code Column.of("Date closed", "closed", "31/02/2024 => gap
 * unreadable_date", …)}. Each line is a cell and what must be read of it: a value, {@code -} for
 * nothing, {@code gap code}, or both as {@code value & code}.
 */
record Column(String heading, String field, List<String> cells, List<String> results) {

  private static final List<String> PLAIN =
      List.of("Elmbury Primary", "", "2024-01-14", "Lost paperwork", "A bag was lost", "3");

  static Column of(String heading, String field, String... lines) {
    List<String[]> parts = Arrays.stream(lines).map(line -> line.split(" => ", -1)).toList();
    return new Column(
        heading,
        field,
        parts.stream().map(part -> part[0]).toList(),
        parts.stream().map(part -> part[1]).toList());
  }

  /** As text separated by commas. */
  MessySheet csv(String name) {
    return text(name, ',');
  }

  /** As text separated by any sign. */
  MessySheet text(String name, char sign) {
    String text =
        rows().stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(String.valueOf(sign))))
            .collect(Collectors.joining("\r\n"));
    return expecting(MessySheet.of(name, Write.csv(text + "\r\n")));
  }

  /** As a workbook of text cells. */
  MessySheet xlsx(String name) {
    return expecting(MessySheet.of(name, Write.xlsx(sheet())));
  }

  /** As an old workbook of text cells. */
  MessySheet xls(String name) {
    return expecting(MessySheet.of(name, Write.xls(sheet())));
  }

  private Sheets sheet() {
    Sheets sheet = Sheets.book().sheet("Log");
    rows().forEach(row -> sheet.row(row.toArray()));
    return sheet;
  }

  private List<List<String>> rows() {
    List<String> headings = new ArrayList<>(List.of(Mess.HEADINGS.split(",")));
    int at = headings.indexOf(heading);
    if (at < 0) {
      headings.add(heading);
    }
    List<List<String>> rows = new ArrayList<>(List.of(headings));
    for (int i = 0; i < cells.size(); i++) {
      List<String> row = new ArrayList<>(PLAIN);
      row.set(1, "R" + (i + 1));
      if (at < 0) {
        row.add(cells.get(i));
      } else {
        row.set(at, cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private MessySheet expecting(MessySheet sheet) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < results.size(); i++) {
      lines.append(i + 2).append(' ').append(line(results.get(i))).append('\n');
    }
    return sheet.expecting(lines.toString());
  }

  private String line(String result) {
    if (result.startsWith("gap ")) {
      return "gaps " + result.substring(4) + "@" + heading + " | " + field + "=-";
    }
    int and = result.indexOf(" & ");
    return and < 0
        ? "imported | " + field + "=" + result
        : "gaps "
            + result.substring(and + 3)
            + "@"
            + heading
            + " | "
            + field
            + "="
            + result.substring(0, and);
  }
}
