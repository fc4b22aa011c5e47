package org.breachledger.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes the fictional trust's logs into a folder, the same files every time.
 *
 * <p>After a change to the plan, the tales or a layout, run it once more on {@code sample-data} and
 * let the golden test write what it expects anew.
 */
public final class SampleTrust {

  /** When the last files were written, in local time: what happens later is in none of them. */
  static final LocalDateTime END = LocalDateTime.of(2026, 7, 1, 0, 30);

  private static final Set<String> FIRST_LAYOUT = Set.of("HARROWFEN", "QUILLBROOK");
  private static final Set<String> SECOND_LAYOUT = Set.of("EASTMARROW", "TALLOWBY");
  private static final Set<String> THIRD_LAYOUT = Set.of("FERNCASTER", "DUNNOWAY");

  private SampleTrust() {}

  /** Writes into the folder given, else into {@code sample-data}. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args.length > 0 ? args[0] : "sample-data"));
  }

  /** Writes every file of the sample into {@code folder}; older ones of the same names go. */
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    clear(folder);
    List<SampleIncident> incidents = SampleIncidents.list();
    List<SampleIncident> logged = incidents.stream().filter(one -> !one.mis()).toList();
    List<SampleIncident> first = of(logged, FIRST_LAYOUT);
    for (int month = 3; month <= 6; month++) {
      YearMonth upTo = YearMonth.of(2026, month);
      boolean old = month == 3;
      try (Workbook book = old ? new HSSFWorkbook() : dated(new XSSFWorkbook())) {
        DpoLog.fill(book, first, upTo, cutoff(upTo), month == 6);
        save(book, folder.resolve("dpo-log-" + upTo + (old ? ".xls" : ".xlsx")));
      }
    }
    List<SampleIncident> second = of(logged, SECOND_LAYOUT);
    for (int month : List.of(4, 6)) {
      YearMonth upTo = YearMonth.of(2026, month);
      try (Workbook book = dated(new XSSFWorkbook())) {
        SchoolTabs.fill(book, second, cutoff(upTo), month == 6);
        save(book, folder.resolve("school-tabs-" + upTo + ".xlsx"));
      }
    }
    List<SampleIncident> third = of(logged, THIRD_LAYOUT);
    MonthlyCsv.write(folder, third, END);
    MisLog.write(folder, incidents);
    writeNilReturns(folder, third);
    writeSchools(folder);
  }

  private static List<SampleIncident> of(List<SampleIncident> incidents, Set<String> schools) {
    return incidents.stream().filter(one -> schools.contains(one.school().key())).toList();
  }

  /** When the log of a month was sent: the next morning; the last one is as new as the sample. */
  private static LocalDateTime cutoff(YearMonth month) {
    LocalDateTime sent = month.plusMonths(1).atDay(1).atTime(9, 0);
    return sent.isBefore(END) ? sent : END;
  }

  private static XSSFWorkbook dated(XSSFWorkbook book) {
    Optional<Date> time = Optional.of(Date.from(Instant.parse("2026-07-01T02:00:00Z")));
    book.getProperties().getCoreProperties().setCreated(time);
    book.getProperties().getCoreProperties().setModified(time);
    book.getProperties().getCoreProperties().setCreator("");
    return book;
  }

  private static void save(Workbook book, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    book.write(bytes);
    boolean zip = book instanceof XSSFWorkbook;
    Files.write(file, zip ? FixedZip.of(bytes.toByteArray()) : bytes.toByteArray());
  }

  /** Every month of a third-layout school without a row, save the one that was never sent. */
  private static void writeNilReturns(Path folder, List<SampleIncident> third) {
    Set<String> sent = new HashSet<>();
    third.forEach(one -> sent.add(one.school().key() + YearMonth.from(one.day())));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("school", "month"));
    for (SampleSchool school : SampleSchool.ALL) {
      YearMonth end = YearMonth.of(2026, 7);
      for (YearMonth month = YearMonth.of(2024, 7);
          month.isBefore(end) && THIRD_LAYOUT.contains(school.key());
          month = month.plusMonths(1)) {
        boolean neverSent = school.key().equals("DUNNOWAY") && month.equals(YearMonth.of(2025, 11));
        if (!neverSent && !sent.contains(school.key() + month)) {
          rows.add(List.of(school.name(), month.toString()));
        }
      }
    }
    TextFile.write(folder.resolve("nil-returns.csv"), ',', rows);
  }

  private static void writeSchools(Path folder) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("name", "urn", "aliases"));
    for (SampleSchool school : SampleSchool.ALL) {
      rows.add(List.of(school.name(), school.urn(), String.join(";", school.aliases())));
    }
    TextFile.write(folder.resolve("schools.csv"), ',', rows);
  }

  private static void clear(Path folder) throws IOException {
    try (DirectoryStream<Path> old =
        Files.newDirectoryStream(
            folder, "{dpo-log,school-tabs,monthly,mis-incidents}-*.{xls,xlsx,csv}")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
  }
}
