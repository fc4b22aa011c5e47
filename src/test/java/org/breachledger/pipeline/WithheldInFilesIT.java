package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.PaperFormat;
import org.breachledger.reporting.Recovery;
import org.breachledger.reporting.SmallNumbers;
import org.breachledger.reporting.WithheldNumbers.Shown;
import org.breachledger.reporting.batch.Imprints;
import org.breachledger.reporting.batch.PaperDesk;
import org.breachledger.reporting.store.ComparedType;
import org.breachledger.reporting.store.PaperSource;
import org.breachledger.testing.PdfStrings;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody who holds all papers of a trust as files, four years of random numbers of people, reads
 * the tables out of them and solves for what is hidden; and searches every other part of the files.
 */
class WithheldInFilesIT {

  private static final int FIRST_YEAR = 2020;
  private static final int YEARS = 4;
  private static final List<String> SCHOOLS = List.of("Elm School", "Ash School", "Oak School");
  private static final List<String> TYPES =
      List.of("Disclosed in error", "Lost in transit", "Lost or stolen hardware");
  private static final String ALL = "All types";
  private static final SmallNumbers TO_4 = new SmallNumbers(4);

  /** By year, then half (the one before first), school and type. */
  private static final long[][][][] PEOPLE = random();

  @TempDir private static Path folder;
  private static Installation installation;
  private static List<List<Printed>> printed;

  @BeforeAll
  static void take() throws Exception {
    Home home = ReadyHome.of(folder, SCHOOLS.toArray(String[]::new));
    installation = Installation.open(home, home.jobs(), false, false);
    AsOf last = at(FIRST_YEAR + YEARS - 1);
    Path file = Files.writeString(folder.resolve("log.csv"), log());
    installation.get(FileImporter.class).take(file, ImportOptions.at(last, home.returns()));
    installation.get(Assessment.class).run(last);
    printed = new ArrayList<>();
    for (int year = 0; year < YEARS; year++) {
      printed.add(papers(FIRST_YEAR + year).stream().map(WithheldInFilesIT::printed).toList());
    }
  }

  @AfterAll
  static void close() {
    installation.close();
  }

  @Test
  void whoHoldsAllFilesRecoversNoNumber() {
    int hidden = 0;
    for (int year = 0; year < YEARS; year++) {
      for (Printed paper : printed.get(year)) {
        paper.assertSameInEveryFormat();
      }
      for (int half = 0; half < 2; half++) {
        hidden += assertNothingRecovered(printed.get(year), half, PEOPLE[year][half]);
      }
    }
    assertThat(hidden).isGreaterThan(40);
  }

  /**
   * Large numbers are unlike any other number in the papers, so that a hidden one can be sought.
   */
  @Test
  void noPartOfNoFileHoldsAWithheldNumber() {
    int sought = 0;
    for (int year = 0; year < YEARS; year++) {
      String everything = String.join("\n", printed.get(year).stream().map(Printed::all).toList());
      for (int half = 0; half < 2; half++) {
        sought += assertWithheldNowhere(printed.get(year), half, PEOPLE[year][half], everything);
      }
    }
    assertThat(sought).isGreaterThan(20);
  }

  private static int assertWithheldNowhere(
      List<Printed> papers, int half, long[][] people, String everything) {
    int sought = 0;
    long[][] sums = Recovery.withSums(people);
    for (int row = 0; row < sums.length; row++) {
      for (int column = 0; column < sums[row].length; column++) {
        boolean withheld = papers.get(row).cell(half, column).equals("withheld");
        if (sums[row][column] > 999) {
          assertThat(Pattern.compile(number(sums[row][column])).matcher(everything).find())
              .as("%d found", sums[row][column])
              .isEqualTo(!withheld);
          sought += withheld ? 1 : 0;
        }
      }
    }
    return sought;
  }

  /** As figure or with its thousands apart, not as a part of another number. */
  private static String number(long number) {
    return "(?<![0-9])%d,?%03d(?![0-9])".formatted(number / 1000, number % 1000);
  }

  private static int assertNothingRecovered(List<Printed> papers, int half, long[][] people) {
    long[][] sums = Recovery.withSums(people);
    Shown[][] shown = new Shown[sums.length][sums[0].length];
    int hidden = 0;
    for (int row = 0; row < sums.length; row++) {
      for (int column = 0; column < sums[row].length; column++) {
        shown[row][column] = shown(papers.get(row).cell(half, column), sums[row][column]);
        hidden += shown[row][column] == Shown.PLAIN ? 0 : 1;
      }
    }
    assertThat(Recovery.recovered(shown, people, TO_4)).as(Arrays.deepToString(people)).isEmpty();
    return hidden;
  }

  private static Shown shown(String printed, long number) {
    if (printed.equals("withheld")) {
      return Shown.WITHHELD;
    }
    if (printed.equals("1 to 4")) {
      assertThat(number).isBetween(1L, 4L);
      return Shown.SMALL;
    }
    assertThat(printed.replace(",", "")).isEqualTo(Long.toString(number));
    assertThat(TO_4.small(number)).isFalse();
    return Shown.PLAIN;
  }

  /** The governors' papers in the order of the schools, then the board's. */
  private static List<Paper> papers(int year) {
    return within(
        () -> {
          PaperSource source = source(at(year));
          List<Paper> papers = new ArrayList<>();
          for (String school : SCHOOLS) {
            int id = installation.get(SchoolRegister.class).find(school).orElseThrow();
            papers.add(source.governors(id));
          }
          papers.add(source.board());
          return papers;
        });
  }

  private static PaperSource source(AsOf asOf) {
    Imprints imprints = installation.get(Imprints.class);
    Halves halves = imprints.halves(asOf.anchor());
    return installation
        .get(PaperDesk.class)
        .source(
            imprints.of(halves, asOf, 1),
            installation.get(RecurrenceRegister.class).compare(halves.windows()).stream()
                .map(ComparedType::of)
                .toList());
  }

  private static <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(
        installation.get(TransactionTemplate.class).execute(status -> work.get()));
  }

  private static byte[] print(Paper paper, PaperFormat format) {
    return installation.get(PaperDesk.class).print(paper, format);
  }

  private static Map<String, List<String>> table(byte[] workbook) throws IOException {
    Map<String, List<String>> table = new HashMap<>();
    DataFormatter words = new DataFormatter();
    try (XSSFWorkbook sheets = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      for (Row row : sheets.getSheet("People affected")) {
        table.put(
            words.formatCellValue(row.getCell(0)),
            Stream.of(1, 2).map(column -> words.formatCellValue(row.getCell(column))).toList());
      }
    }
    return table;
  }

  /** Every part of the workbook. */
  private static String parts(byte[] workbook) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        all.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
      }
    }
    return all.toString();
  }

  private static Printed printed(Paper paper) {
    byte[] workbook = print(paper, PaperFormat.XLSX);
    String page = new String(print(paper, PaperFormat.HTML), StandardCharsets.UTF_8);
    try (PDDocument document = Loader.loadPDF(print(paper, PaperFormat.PDF))) {
      String pdf = new PDFTextStripper().getText(document);
      Stream<String> all =
          Stream.concat(
              Stream.of(page, pdf, parts(workbook)), PdfStrings.of(document.getDocument()));
      return new Printed(table(workbook), page, pdf, all.collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A paper's files as somebody reads them.
   *
   * @param table what the workbook says of people: by type, the half before and this one
   * @param page the source of the page
   * @param pdf the text layer
   * @param all everything there is to be read in any part of any of them
   */
  private record Printed(Map<String, List<String>> table, String page, String pdf, String all) {

    /** A type that a paper does not name has nobody in it. */
    String cell(int half, int type) {
      String title = type == TYPES.size() ? ALL : TYPES.get(type);
      return table.getOrDefault(title, List.of("0", "0")).get(half);
    }

    void assertSameInEveryFormat() {
      for (String words : List.of(page.replaceAll("<[^>]*>", " "), pdf)) {
        String text = words.replaceAll("\\s+", " ").replace(",", "");
        table.forEach(
            (title, cells) -> {
              if (TYPES.contains(title) || title.equals(ALL)) {
                assertThat(text).contains(title + " " + String.join(" ", cells));
              }
            });
      }
    }
  }

  private static String log() {
    StringBuilder log =
        new StringBuilder(
            "Reference,School,Date of incident,Date identified,Date registered,Type of breach,"
                + "Number of individuals\n");
    int number = 0;
    for (int year = 0; year < YEARS; year++) {
      for (int half = 0; half < 2; half++) {
        String day = half == 1 ? FIRST_YEAR + year + "-03-02" : FIRST_YEAR + year - 1 + "-10-05";
        for (int school = 0; school < SCHOOLS.size(); school++) {
          for (int type = 0; type < TYPES.size(); type++) {
            long people = PEOPLE[year][half][school][type];
            if (people > 0) {
              log.append(
                  "R%d,%s,%3$s,%3$s,%3$s,%4$s,%5$d%n"
                      .formatted(++number, SCHOOLS.get(school), day, TYPES.get(type), people));
            }
          }
        }
      }
    }
    return log.toString();
  }

  private static long[][][][] random() {
    Random random = new Random(20261122);
    long[][][][] people = new long[YEARS][2][SCHOOLS.size()][TYPES.size()];
    for (long[][][] year : people) {
      for (long[][] half : year) {
        for (long[] school : half) {
          Arrays.setAll(school, type -> people(random));
        }
      }
    }
    return people;
  }

  private static long people(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> 1 + random.nextInt(4);
      default -> 10_007 + random.nextInt(80_000);
    };
  }

  private static AsOf at(int year) {
    return AsOf.parse(year + "-07-01T03:00");
  }
}
