package org.breachledger.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A made-up log of sixteen columns and as many rows as asked for; the same seed, the same file. */
final class BigLog {

  private static final List<String> HEADINGS =
      List.of(
          "Incident number",
          "School",
          "Date of incident",
          "Date identified",
          "Date school aware",
          "Date reported to DPO",
          "Date registered",
          "Type of breach",
          "Description",
          "Number of people affected",
          "Score",
          "Encrypted",
          "ICO notified",
          "Date closed",
          "Status",
          "Notes");

  private static final List<String> TYPES =
      List.of(
          "Disclosed in error",
          "Lost or stolen paperwork",
          "Lost or stolen hardware",
          "Lost in transit",
          "Uploaded to website in error",
          "Technical security failing",
          "Other");

  private static final List<String> TALES =
      List.of(
          "Email about a pupil sent to the wrong parent",
          "Class list left on the bus after a school trip",
          "Laptop stolen from a car outside the school",
          "Letters handed to the wrong child at home time",
          "Phishing message opened and mailbox used to send spam",
          "Register photograph put on the website by mistake",
          "Folder of reports put in the ordinary bin");

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final int SCHOOLS = 60;
  private static final int MINUTES = 3 * 365 * 24 * 60;

  private final Random random = new Random(20_260_701);

  private BigLog() {}

  /**
   * Writes a log.
   *
   * @param sheet the sheet's name, so that the same rows can come in another file
   * @param changed how many rows in a hundred tell another number of people
   */
  static void write(Path file, String sheet, int rows, int changed) throws IOException {
    BigLog log = new BigLog();
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
        OutputStream out = Files.newOutputStream(file)) {
      SXSSFSheet lines = workbook.createSheet(sheet);
      fill(lines.createRow(0), HEADINGS);
      for (int i = 1; i <= rows; i++) {
        fill(lines.createRow(i), log.row(i, i % 100 < changed));
      }
      workbook.write(out);
    }
  }

  private List<Object> row(int number, boolean changed) {
    LocalDateTime happened =
        LocalDateTime.of(2023, 7, 1, 8, 0).plusMinutes(random.nextInt(MINUTES));
    LocalDateTime told = happened.plusMinutes(random.nextInt(3000));
    String tale = pick(TALES);
    int people = random.nextInt(400) + (changed ? 1000 : 1);
    return List.of(
        "INC-" + number,
        "School " + (char) ('A' + random.nextInt(26)) + (random.nextInt(SCHOOLS) + 10),
        MOMENT.format(happened),
        MOMENT.format(told),
        MOMENT.format(told.plusMinutes(30)),
        MOMENT.format(told.plusMinutes(90)),
        MOMENT.format(told.plusMinutes(200)),
        pick(TYPES),
        tale + ", case " + random.nextInt(10_000),
        people,
        random.nextInt(4),
        random.nextBoolean() ? "Y" : "N",
        random.nextInt(9) == 0 ? "Y" : "N",
        MOMENT.format(told.plusDays(20)),
        "Closed",
        "Room " + random.nextInt(90));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static void fill(Row row, List<?> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) instanceof Integer number) {
        row.createCell(i).setCellValue(number);
      } else {
        row.createCell(i).setCellValue(cells.get(i).toString());
      }
    }
  }
}
