package org.breachledger.intake;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breachledger.exchange.SafeCsv;
import org.breachledger.incident.FoldedText;
import org.breachledger.policy.PolicyTable;
import org.breachledger.policy.RefusedTable;

/**
 * The trust's schools as somebody pastes them: one a line as name, number and other names, or the
 * whole text of a list with its heading. Every line that cannot be used is told, not only the
 * first.
 */
public final class SchoolLines {

  private static final int LONGEST = 120;
  private static final String NUMBER = "[0-9A-Za-z/-]{0,19}[0-9][0-9A-Za-z/-]{0,19}";

  private final List<SchoolList.Entry> schools = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private List<String> columns = SchoolList.COLUMNS;
  private boolean first = true;

  private SchoolLines() {}

  /**
   * A line that cannot be used.
   *
   * @param line from 1, as pasted
   * @param sentence what is wrong and what to write
   */
  public record Fault(int line, String sentence) {}

  /**
   * What was read.
   *
   * @param schools of the lines that can be used, in their order
   * @param faults of those that cannot; where there is one, nothing is to be kept
   */
  public record Read(List<SchoolList.Entry> schools, List<Fault> faults) {

    /** Copies both. */
    public Read {
      schools = List.copyOf(schools);
      faults = List.copyOf(faults);
    }
  }

  /** Reads the lines; none where the text is empty. */
  public static Read read(String text) {
    SchoolLines lines = new SchoolLines();
    char separator = text.indexOf('\t') >= 0 ? '\t' : ',';
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .commentStrategy(CommentStrategy.SKIP)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      reader.forEach(lines::take);
    } catch (java.io.IOException | CsvParseException e) {
      lines.faults.add(
          new Fault(1, "the text cannot be read; check that quotation marks stand in pairs"));
    }
    return new Read(lines.schools, lines.faults);
  }

  private void take(CsvRecord line) {
    int number = (int) line.getStartingLineNumber();
    List<String> cells = line.getFields().stream().map(String::strip).toList();
    if (first && cells.contains("name") && cells.contains("urn")) {
      columns = cells;
      headings(number);
    } else if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
      row(number, cells);
    }
    first = false;
  }

  private void headings(int line) {
    for (String column : columns) {
      if (!SchoolList.COLUMNS.contains(column) && !column.equals(SchoolList.COLOUR)) {
        faults.add(
            new Fault(
                line,
                "the column \"" + column + "\" is unknown; name, urn, aliases and colour are"));
      }
    }
  }

  private void row(int line, List<String> cells) {
    if (cells.size() > columns.size() && columns != SchoolList.COLUMNS) {
      faults.add(
          new Fault(
              line, "there are " + cells.size() + " cells under " + columns.size() + " headings"));
      return;
    }
    PolicyTable.Row row = new PolicyTable.Row(SchoolList.TABLE, line, byColumn(cells));
    Optional<String> wrong = wrong(row.get("name"), row.get("urn"), row.get("aliases"));
    if (wrong.isPresent()) {
      faults.add(new Fault(line, wrong.get()));
      return;
    }
    try {
      schools.add(SchoolList.entry(row, taken));
    } catch (RefusedTable refused) {
      faults.add(new Fault(line, refused.wrong()));
    }
  }

  /** Cells beyond the last column are more other names, where no heading says otherwise. */
  private Map<String, String> byColumn(List<String> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
    }
    if (cells.size() > columns.size()) {
      row.put("aliases", String.join(";", cells.subList(columns.size() - 1, cells.size())));
    }
    return row;
  }

  private static Optional<String> wrong(String name, String urn, String aliases) {
    return wrongName(name)
        .or(() -> wrongNumber(urn))
        .or(() -> aliases.isEmpty() ? Optional.empty() : wrongNames(aliases));
  }

  private static Optional<String> wrongNames(String aliases) {
    for (String alias : aliases.split(";")) {
      Optional<String> wrong = alias.isBlank() ? Optional.empty() : wrongName(alias);
      if (wrong.isPresent()) {
        return Optional.of("another name cannot be used: " + wrong.get());
      }
    }
    return Optional.empty();
  }

  /** What is wrong with a school's name; empty where it can be used. */
  public static Optional<String> wrongName(String name) {
    if (name.isBlank()) {
      return Optional.of("there is no name; write the school's name first");
    }
    if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("a name has at most " + LONGEST + " characters on one line");
    }
    if (name.indexOf(';') >= 0 || FoldedText.of(name).isEmpty()) {
      return Optional.of("a name has letters or figures in it, and no semicolon");
    }
    if (!SafeCsv.guarded(name).equals(name)) {
      return Optional.of(
          "a name begins with none of = + - @, for a spreadsheet would take it for a formula");
    }
    return Optional.empty();
  }

  /** What is wrong with a school's number; empty where it can be used or there is none. */
  public static Optional<String> wrongNumber(String urn) {
    return urn.isEmpty() || urn.length() <= 20 && urn.matches(NUMBER)
        ? Optional.empty()
        : Optional.of(
            "\""
                + urn
                + "\" is no number of a school; write one such as 123456, or leave it empty");
  }
}
