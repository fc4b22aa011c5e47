package org.breachledger.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A made-up log of sixteen columns and as many rows as asked for; the same seed, the same file. */
public final class BigLog {

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
  private static final int MINUTES = 365 * 24 * 60;
  static final Trust MANY =
      new Trust(26 * 60, LocalDateTime.of(2023, 7, 1, 8, 0), 3, Integer.MAX_VALUE);

  /**
   * Whose log it is.
   *
   * @param begin the first moment something may happen
   * @param years how long it may go on happening
   * @param open how many incidents there are to one whose case is open
   */
  public record Trust(int schools, LocalDateTime begin, int years, int open) {}

  private final Random random;
  private final Trust trust;

  private BigLog(Trust trust, long seed) {
    this.trust = trust;
    this.random = new Random(seed);
  }

  /**
   * Writes a log.
   *
   * @param sheet the sheet's name, so that the same rows can come in another file
   * @param changed how many rows in a hundred tell another number of people
   */
  static void write(Path file, String sheet, int rows, int changed) throws IOException {
    BigLog log = new BigLog(MANY, 20_260_701);
    write(file, sheet, rows, i -> log.row(i, i % 100 < changed));
  }

  /**
   * Writes rows of a trust's log.
   *
   * @param first the number of the first row's incident; the rows are the same for the same number
   */
  public static void write(Path file, Trust trust, int first, int rows) throws IOException {
    BigLog log = new BigLog(trust, first);
    write(file, "Incident log", rows, i -> log.row(first + i - 1, false));
  }

  private static void write(Path file, String sheet, int rows, IntFunction<List<?>> row)
      throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
        OutputStream out = Files.newOutputStream(file)) {
      SXSSFSheet lines = workbook.createSheet(sheet);
      fill(lines.createRow(0), HEADINGS);
      for (int i = 1; i <= rows; i++) {
        fill(lines.createRow(i), row.apply(i));
      }
      workbook.write(out);
    }
  }

  private List<Object> row(int number, boolean changed) {
    LocalDateTime happened = trust.begin().plusMinutes(random.nextInt(trust.years() * MINUTES));
    LocalDateTime told = happened.plusMinutes(random.nextInt(3000));
    String tale = pick(TALES);
    int people = random.nextInt(400) + (changed ? 1000 : 1);
    boolean open = number % trust.open() == 0;
    return List.of(
        "INC-" + number,
        school(random.nextInt(trust.schools()), trust.schools()),
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
        open ? "" : MOMENT.format(told.plusDays(20)),
        open ? "Open" : "Closed",
        "Room " + random.nextInt(90));
  }

  /** The name of one of a trust's schools, counted from 0. */
  public static String school(int number, int schools) {
    int letters = Math.min(26, schools / 10);
    return "School " + (char) ('A' + number % letters) + (number / letters + 10);
  }

  /** Writes the list of a trust's schools into a home, where the program looks for it. */
  public static void listSchools(Path home, Trust trust) throws IOException {
    Path intake = Files.createDirectories(home.resolve("jobs").resolve("intake"));
    Files.write(
        intake.resolve("schools.csv"),
        Stream.concat(
                Stream.of("name,urn,aliases,colour"),
                IntStream.range(0, trust.schools())
                    .mapToObj(i -> school(i, trust.schools()) + ",,,"))
            .toList());
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
