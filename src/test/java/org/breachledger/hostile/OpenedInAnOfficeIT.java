package org.breachledger.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.incident.Field;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.forms.FormA;
import org.breachledger.pipeline.home.Home;
import org.breachledger.testing.Formulas;
import org.breachledger.testing.Office;
import org.breachledger.testing.Program;
import org.breachledger.testing.ReadyHome;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts that a spreadsheet would run stand in every column of a log, in its name, its sheet's name
 * and its headings, in names of schools and in what persons add. Every CSV file and workbook the
 * packaged program then writes is opened in LibreOffice, which is told to work formulas out: there
 * is none.
 */
class OpenedInAnOfficeIT {

  private static final String ELSEWHERE = "";

  /** Every class that writes a spreadsheet and a file of it here; what pages do is tested there. */
  static final Map<String, String> WRITTEN_BY =
      Map.ofEntries(
          Map.entry("CsvTable", "out/incidents.csv"),
          Map.entry("WorkbookTable", "out/incidents.xlsx"),
          Map.entry("Exports", "out/audit.csv"),
          Map.entry("PaperWorkbook", "out/board/.*-traced.xlsx"),
          Map.entry("ReturnsBook", "home/returns/.*.xlsx"),
          Map.entry("PreviewCsv", "out/preview.csv"),
          Map.entry("FormA", "out/form-a-0.csv"),
          Map.entry("SafeCsv", "out/preview.csv"),
          Map.entry("CsvPassThrough", "out/classified.csv"),
          Map.entry("LearnedTypesShown", "out/learned.csv"),
          Map.entry("RestatementsCommand", "out/restatements.csv"),
          Map.entry("SignalsCommand", "out/signals.csv"),
          Map.entry("ReplayedFile", "out/replay/recurrence.csv"),
          Map.entry("SchoolListText", ELSEWHERE),
          Map.entry("TableDownload", ELSEWHERE));

  private static final String AS_OF = "2026-07-01T03:00";
  private static final List<String> SCHOOLS =
      List.of("=1+1", "@SUM(1+1)*cmd|' /C calc'!A0", "-2+3 School");
  private static final List<String> HEADINGS = Sheets.headings("=1+1");

  @TempDir private static Path folder;
  private static Office office;
  private static Path home;
  private static Path out;

  @BeforeAll
  static void writeEverything() throws Exception {
    assumeTrue(
        Integer.getInteger("breachledger.hostile", 0) > 0,
        "skipped: ./mvnw -Phostile verify opens every export in LibreOffice");
    office = Office.in(folder.resolve("office"));
    Home ready = ReadyHome.in(folder);
    home = ready.folder();
    out = Files.createDirectories(folder.resolve("out"));
    Path intake = Files.createDirectories(ready.jobs().resolve("intake"));
    List<List<String>> schools = new ArrayList<>(List.of(List.of("name", "urn", "aliases")));
    SCHOOLS.forEach(school -> schools.add(List.of(school, "", "")));
    Sheets.csv(intake.resolve("schools.csv"), ',', schools.toArray(List[]::new));

    run(0, "import", log("=1+1.xlsx", 0).toString());
    run(0, "import", log("+cmd.xlsx", 1).toString());
    run(0, "import", accesses().toString(), "--school", SCHOOLS.get(0));
    run(0, "import", log("@next.xlsx", 2).toString(), "--dry-run", "--preview", to("preview.csv"));
    run(0, "confirm-types", types().toString(), "--by", "dpo");
    decide();
    for (String job : List.of("nightly", "half-yearly", "learn-types")) {
      run(0, "run", job);
    }
    tables();
    papers();
    forms();
  }

  private static void tables() throws Exception {
    for (Exports.Table table : Exports.Table.values()) {
      for (String format : List.of("csv", "xlsx")) {
        String name = table.name().toLowerCase(Locale.ROOT);
        run(0, "export", name, "--format", format, "--out", to(name + "." + format));
      }
    }
    run(0, "signals", "--all", "--out", to("signals.csv"));
    run(0, "learned-types", "report", "1", "--out", to("learned.csv"));
    run(0, "replay", "--out", to("replay"));
    run(0, "import", log("later.xlsx", 3).toString());
    run(0, "restatements", "--out", to("restatements.csv"));
    Path list = list();
    run(0, "classify", list.toString(), "--text", "description", "--out", to("classified.csv"));
    run(0, "score", list.toString(), "--out", to("scored.csv"));
    run(0, "deadlines", list.toString(), "--out", to("judged.csv"));
  }

  private static void papers() throws Exception {
    for (String paper : List.of("governors", "board", "working-group")) {
      run(0, "report", paper, "--format", "xlsx", "--out", to(paper));
    }
    for (String paper : List.of("governors", "board")) {
      run(0, "report", paper, "--format", "xlsx", "--trace", "--out", to(paper));
    }
    for (String paper : List.of("decisions", "reviews", "retention")) {
      run(0, "report", paper, "--format", "xlsx", "--out", to("casework"));
    }
  }

  private static void forms() throws IOException {
    List<String> payloads = Formulas.payloads();
    for (int i = 0; i < payloads.size(); i++) {
      String said = payloads.get(i);
      FormA form = new FormA(said, said, Map.of(Field.DESCRIPTION, said), Set.of(Field.REPORTED));
      Files.write(
          out.resolve("form-a-" + i + ".csv"), form.bytes(Instant.parse("2026-03-02T10:00:00Z")));
    }
  }

  private static void decide() throws Exception {
    String school = SCHOOLS.get(0);
    run(
        0,
        "case",
        "decide",
        school,
        "0 A0",
        "--about",
        "individuals",
        "--outcome",
        "told",
        "--why",
        "=1+1",
        "--by",
        "dpo");
    run(
        0,
        "case",
        "action",
        "add",
        school,
        "0 A0",
        "--kind",
        "training",
        "--what",
        "=1+1",
        "--owner",
        "=1+1",
        "--due",
        "2026-08-01",
        "--by",
        "dpo");
    run(0, "retention", "set", "--years", "6", "--by", "dpo");
    run(0, "retention", "hold", school, "0 A0", "--why", "=1+1", "--by", "dpo");
  }

  /**
   * Good rows, others with payloads as their references, one for each column a payload stands in,
   * and rows that go back.
   */
  private static Path log(String name, int number) {
    Sheets book = Sheets.book().sheet("=1+1").row(HEADINGS.toArray());
    List<String> payloads = Formulas.payloads();
    for (int i = 0; i < payloads.size(); i++) {
      book.row(
          cells(number + " A" + i, SCHOOLS.get(i % SCHOOLS.size()), payloads.get(i)).toArray());
      book.row(cells(payloads.get(i) + number + i, SCHOOLS.get(0), payloads.get(i)).toArray());
    }
    for (int column = 1; column < HEADINGS.size(); column++) {
      List<Object> cells = cells(number + " C" + column, SCHOOLS.get(0), "plain");
      cells.set(column, payloads.get(column));
      book.row(cells.toArray());
    }
    for (String payload : payloads) {
      List<Object> sentBack = new ArrayList<>(Collections.nCopies(HEADINGS.size(), ""));
      sentBack.set(2, payload);
      sentBack.set(HEADINGS.size() - 1, payload);
      book.row(sentBack.toArray());
    }
    return book.write(folder.resolve(name));
  }

  private static List<Object> cells(String reference, String school, String words) {
    List<Object> cells = new ArrayList<>(List.of(reference, school));
    for (int date = 0; date < 4; date++) {
      cells.add(LocalDate.of(2026, 3, 2));
    }
    cells.addAll(
        List.of("Lost in transit", words + " a letter was lost", words, 5, "DISTRESS", words));
    cells.addAll(List.of("not notified", words, words, words, words));
    return cells;
  }

  /** Enough of two types for something to be learned. */
  private static Path types() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("school", "reference", "breach_type", "sub_type", "reason"));
    for (int i = 0; i < Formulas.payloads().size(); i++) {
      String type = i % 2 == 0 ? "OTHER" : "DISCLOSED_IN_ERROR";
      lines.add(List.of(SCHOOLS.get(i % SCHOOLS.size()), "0 A" + i, type, "", "=1+1"));
    }
    return Sheets.csv(folder.resolve("types.csv"), ',', lines.toArray(List[]::new));
  }

  /** So many failed log-ins of accounts called like formulas that somebody should look. */
  private static Path accesses() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("Time", "Name", "Email", "Role", "IP", "Status"));
    for (String account : Formulas.payloads().subList(0, 30)) {
      for (int minute = 0; minute < 7; minute++) {
        lines.add(List.of("02/03/2026 09:0" + minute, account, account, account, "=1+1", "Failed"));
      }
    }
    return Sheets.csv(folder.resolve("=accesses.csv"), ',', lines.toArray(List[]::new));
  }

  /** A list of descriptions, of scores and of moments. */
  private static Path list() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("description", "individuals", "factors", "occurred", "=1+1"));
    Formulas.payloads()
        .forEach(said -> lines.add(List.of(said, "5", "DISTRESS", "2026-03-02T10:00:00Z", said)));
    return Sheets.csv(folder.resolve("list.csv"), ',', lines.toArray(List[]::new));
  }

  private static String to(String name) {
    return out.resolve(name).toString();
  }

  private static void run(int code, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home.toString(), "--as-of", AS_OF));
    Program.Result result = Program.answer(all.toArray(String[]::new));
    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
  }

  private static List<Path> written() throws IOException {
    try (Stream<Path> exported = Files.walk(out);
        Stream<Path> returned = Files.walk(home.resolve("returns"))) {
      return Stream.concat(exported, returned).filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void noFileHasAFormula() throws Exception {
    List<Path> files = written();
    Set<String> names =
        files.stream().map(file -> folder.relativize(file).toString()).collect(Collectors.toSet());
    WRITTEN_BY.forEach(
        (writer, name) ->
            assertThat(name.equals(ELSEWHERE) || names.stream().anyMatch(one -> one.matches(name)))
                .as("%s wrote %s", writer, name)
                .isTrue());
    assertThat(office.formulas(files)).isEmpty();
    Set<String> said = new HashSet<>();
    for (Path file : files) {
      said.addAll(
          file.toString().endsWith(".csv")
              ? Formulas.noneInCsv(file)
              : Formulas.noneInWorkbook(file));
    }
    assertThat(said).contains("'=1+1", "=1+1");
  }

  /** That it would be found. */
  @Test
  void aFormulaIsFound() throws Exception {
    Path text =
        Files.writeString(
            folder.resolve("unguarded.csv"), "a,b\r\n=1+1,'=1+1\r\n", StandardCharsets.UTF_8);
    Path book = folder.resolve("unguarded.xlsx");
    try (XSSFWorkbook made = new XSSFWorkbook()) {
      made.createSheet("a").createRow(0).createCell(0).setCellFormula("1+2");
      try (var stream = Files.newOutputStream(book)) {
        made.write(stream);
      }
    }
    assertThat(office.formulas(List.of(text, book)))
        .isEqualTo(Map.of(text, List.of("of:=1+1"), book, List.of("of:=1+2")));
  }
}
