package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.breachledger.incident.Field;
import org.junit.jupiter.api.Test;

/**
 * Public registers nobody here wrote, compared cell by cell with another reader: POI's formatter
 * for workbooks, twenty lines of our own for text. Skipped where {@code -Dbreachledger.real-data}
 * is not set.
 */
class RealSheetsTest {

  private static Path sheet(String name) {
    String folder = System.getProperty("breachledger.real-data", "");
    Path file = Path.of(folder, "sheets", name);
    assumeTrue(
        !folder.isEmpty() && Files.exists(file),
        "skipped: set -Dbreachledger.real-data to a folder with sheets/" + name);
    return file;
  }

  /** The rows of a text file by heading, read without any code of ours. */
  private static List<Map<String, String>> text(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    String text = Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
    char before = '\n';
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '"') {
        cell.append(!quoted && before == '"' ? "\"" : "");
        quoted = !quoted;
      } else if (!quoted && (sign == ',' || sign == '\n')) {
        rows.get(rows.size() - 1).add(cell.toString());
        cell.setLength(0);
        if (sign == '\n') {
          rows.add(new ArrayList<>());
        }
      } else {
        cell.append(sign);
      }
      before = sign;
    }
    return byHeading(rows);
  }

  private static List<Map<String, String>> byHeading(List<List<String>> rows) {
    List<String> headings = rows.get(0);
    return rows.stream()
        .skip(1)
        .filter(row -> row.size() > 1)
        .map(
            row ->
                IntStream.range(0, headings.size())
                    .boxed()
                    .collect(
                        Collectors.toMap(
                            headings::get, i -> i < row.size() ? row.get(i) : "", (a, b) -> a)))
        .toList();
  }

  private static List<Map<String, String>> workbook(Path file) throws IOException {
    DataFormatter formatter = new DataFormatter(Locale.ROOT);
    try (InputStream in = Files.newInputStream(file);
        Workbook book = WorkbookFactory.create(in)) {
      List<List<String>> rows = new ArrayList<>();
      for (Row row : book.getSheetAt(0)) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
          cells.add(formatter.formatCellValue(row.getCell(i)));
        }
        rows.add(cells);
      }
      return byHeading(rows);
    }
  }

  private static void same(
      Reading reading,
      Field field,
      List<Map<String, String>> expected,
      String heading,
      UnaryOperator<String> reads) {
    assertThat(reading.field(field))
        .as(heading)
        .isEqualTo(
            expected.stream()
                .map(row -> row.getOrDefault(heading, "").replace('\u00a0', ' ').strip())
                .map(cell -> cell.isEmpty() ? "-" : reads.apply(cell))
                .toList());
  }

  private static UnaryOperator<String> date(String pattern) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    return cell -> LocalDate.parse(cell, format).toString();
  }

  private static String plain(String number) {
    return number.replace(",", "");
  }

  /** A name that a cell breaks into lines is one name. */
  private static String oneLine(String name) {
    return name.replaceAll("\\s*\\R\\s*", " ");
  }

  /**
   * Every row is taken, the sum is exact, and every cell that no field takes stays with its row.
   */
  private static void complete(Reading reading, List<Map<String, String>> expected) {
    assertThat(reading.summary().mainSheet().headerRow()).isEqualTo(1);
    assertThat(reading.summary().sheets()).hasSize(1);
    assertThat(reading.summary().rowsRead()).isEqualTo(expected.size()).isEqualTo(reading.count());
    assertThat(reading.taken()).hasSize(expected.size());
    for (String heading : reading.summary().mainSheet().unmapped()) {
      assertThat(
              reading.taken().stream().map(row -> row.extra().getOrDefault(heading, "")).toList())
          .as(heading)
          .isEqualTo(expected.stream().map(row -> clean(row.getOrDefault(heading, ""))).toList());
    }
  }

  private static String clean(String cell) {
    return cell.replace('\u00a0', ' ').strip();
  }

  private static void hhs(Reading reading, List<Map<String, String>> rows, String dates) {
    assertThat(reading.summary().profile()).isEqualTo("hhs-breach-report");
    complete(reading, rows);
    same(reading, Field.SCHOOL, rows, "Name of Covered Entity", RealSheetsTest::oneLine);
    same(reading, Field.REPORTED, rows, "Breach Submission Date", date(dates));
    same(reading, Field.REPORTED_TYPE, rows, "Type of Breach", cell -> cell);
    same(reading, Field.INDIVIDUALS, rows, "Individuals Affected", RealSheetsTest::plain);
    assertThat(reading.field(Field.DESCRIPTION))
        .as("Web Description; Location of Breached Information")
        .isEqualTo(
            rows.stream()
                .map(
                    row ->
                        Stream.of("Web Description", "Location of Breached Information")
                            .map(heading -> clean(row.getOrDefault(heading, "")))
                            .filter(cell -> !cell.isEmpty())
                            .collect(Collectors.joining("; ")))
                .toList());
    assertThat(reading.outcomes()).allMatch(outcome -> outcome.endsWith(" taken"));
  }

  @Test
  void hhsReportOf868RowsAsXls() throws IOException {
    Path file = sheet("hhs-breach-report.xls");
    List<Map<String, String>> rows = workbook(file);
    assertThat(rows).hasSize(868);
    hhs(Reading.of(file), rows, "M/d/yyyy");
  }

  @Test
  void hhsReportOf869RowsAsCsv() throws IOException {
    Path file = sheet("hhs-breach-report-open.csv");
    List<Map<String, String>> rows = text(file);
    assertThat(rows).hasSize(869);
    hhs(Reading.of(file), rows, "MM/dd/yyyy");
  }

  @Test
  void hhsReportOf853RowsWithIsoDates() throws IOException {
    Path file = sheet("hhs-breach-report-2023-2024.csv");
    List<Map<String, String>> rows = text(file);
    assertThat(rows).hasSize(853);
    hhs(Reading.of(file), rows, "yyyy-MM-dd");
  }

  @Test
  void washingtonNotificationsOf1618Rows() throws IOException {
    Path file = sheet("washington-breach-notifications.csv");
    List<Map<String, String>> rows = text(file);
    assertThat(rows).hasSize(1618);
    Reading reading = Reading.of(file);
    assertThat(reading.summary().profile()).isEqualTo("washington-breach-notifications");
    complete(reading, rows);
    UnaryOperator<String> day = date("yyyy MMM dd hh:mm:ss a");
    same(reading, Field.AWARE, rows, "DateAware", day);
    same(reading, Field.OCCURRED, rows, "DateStart", day);
    same(reading, Field.ICO_NOTIFIED, rows, "DateSubmitted", day);
    same(reading, Field.REPORTED, rows, "DateSubmitted", day);
    same(reading, Field.REFERENCE, rows, "Id", RealSheetsTest::plain);
    same(reading, Field.SCHOOL, rows, "Name", RealSheetsTest::oneLine);
    same(reading, Field.INDIVIDUALS, rows, "WashingtoniansAffected", RealSheetsTest::plain);
    assertThat(reading.outcomes().stream().filter(row -> row.contains("gaps")).count())
        .isEqualTo(
            rows.stream()
                .filter(
                    row ->
                        row.getOrDefault("DateStart", "").isEmpty()
                            || row.getOrDefault("WashingtoniansAffected", "").isEmpty())
                .count());
  }

  @Test
  void massachusettsReportOf617Rows() throws IOException {
    Path file = sheet("massachusetts-breaches.xlsx");
    List<Map<String, String>> rows = workbook(file);
    assertThat(rows).hasSize(617);
    Reading reading = Reading.of(file);
    assertThat(reading.summary().profile()).isEqualTo("massachusetts-breaches");
    complete(reading, rows);
    same(reading, Field.REFERENCE, rows, "Breach Number", cell -> cell);
    same(reading, Field.REPORTED, rows, "Date Reported to OCA", date("d-MMM-yy"));
    same(reading, Field.SCHOOL, rows, "Reporting Organization Name", RealSheetsTest::oneLine);
    same(reading, Field.INDIVIDUALS, rows, "MA Residents Affected", RealSheetsTest::plain);
  }

  @Test
  void yearTotalsAreNoLog() throws IOException {
    assertThat(
            Reading.reader().open(sheet("hhs-year-totals-not-a-log.xlsx"), ReadingOptions.none()))
        .isEqualTo(
            Refusal.NO_LOG.saying(
                "no incident log found: this seems to be a table of totals by year or month; it"
                    + " holds counts and no incidents. Send the log it was made from."));
  }
}
