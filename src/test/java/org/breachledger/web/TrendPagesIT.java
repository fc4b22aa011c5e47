package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** This half against the half before: every role sees what its papers print, and no more. */
class TrendPagesIT {

  private static final Pattern TAGS = Pattern.compile("<[^>]+>");
  private static final Pattern TABLE =
      Pattern.compile("(?s)<caption class=\"unseen\">([^<]+)<.*?</table>");

  private static final Map<String, Browser> BROWSERS = new HashMap<>();

  @TempDir static Path home;

  private static TestDatabase database;
  private static ConfigurableApplicationContext application;
  private static SampleRecord ours;
  private static SampleRecord theirs;
  private static int port;
  private static long alert;

  @BeforeAll
  static void twoTrustsCompared() {
    database = TestDatabase.fresh();
    int other = database.found("Another trust");
    theirs = database.trust().within(other, () -> new SampleRecord(database));
    ours = new SampleRecord(database);
    ours.accounts();
    application = PagesApplication.start(database, home.toString(), 0);
    TrendRecord record = new TrendRecord(database, ours).fill();
    record.compare(application);
    record.print(application);
    alert = record.raise();
    database
        .trust()
        .within(
            other,
            () -> {
              TrendRecord strange = new TrendRecord(database, theirs).fill();
              for (int day = 1; day <= 9; day++) {
                strange.incident(
                    theirs.school, "LOST_IN_TRANSIT", "2026-06-0" + day, "incident", 4);
              }
              strange.compare(application);
              return true;
            });
    port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"governor", "head", "data_lead"})
  void aSchoolsOwnComparisonAndNoOthers(String who) {
    String page = as(who).get("/trends").body();

    assertThat(table(page, "Incidents by breach type"))
        .contains(
            "Lost in transit 3 4 1 more ▲ Not reduced",
            "Disclosed in error 2 1 1 fewer ▼ Reduced",
            "All types 5 5");
    assertThat(page)
        .contains("Rowan Primary School", "1 January 2026 to 30 June 2026", "1 Jul 2026, 03:00")
        .contains("No incident is on record in either half for: ")
        .doesNotContain("Alder", "Quillon", "name=\"school\"", "/alerts/");
    assertThat(as(who).get("/trends?school=" + ours.school).statusCode()).isEqualTo(200);
    for (String strange :
        List.of("0", "" + ours.otherSchool, "" + theirs.school, "999999", "x", "-1")) {
      assertThat(as(who).get("/trends?school=" + strange).statusCode()).isEqualTo(404);
      assertThat(as(who).get("/trends/table?as=csv&school=" + strange).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void allSchoolsAndEachOfThem() {
    String all = as("board").get("/trends").body();
    assertThat(table(all, "Incidents by breach type"))
        .contains("Lost in transit 3 5 2 more ▲ Not reduced")
        .contains("Disclosed in error 2 3 1 more ▲ Not reduced", "All types 5 8");
    assertThat(table(as("board").get("/trends?school=" + ours.otherSchool).body(), "Incidents by"))
        .contains("Disclosed in error 0 2 2 more ● New this half", "Lost in transit 0 1 1 more");
    assertThat(as("board").get("/trends?school=" + theirs.school).statusCode()).isEqualTo(404);
  }

  @Test
  void theMonthsAreThoseTheComparisonKept() {
    String page = as("governor").get("/trends").body();
    String months = table(page, "Incidents month by month");
    assertThat(months)
        .contains(
            "September 2025 Half before 2", "October 2025 Half before 2", "July 2025 Half before 0")
        .contains("February 2026 This half 2", "May 2026 This half 1");
    assertThat(page).contains("September 2025 2; October 2025 2; November 2025 1;");
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update incident set day = '2025-07-02' where day = '2025-09-10'")
                .update());
    assertThat(table(as("governor").get("/trends").body(), "Incidents month by month"))
        .isEqualTo(months);
  }

  /** As the paper prints them: 3 people are a range, and what would give them away is withheld. */
  @Test
  void smallNumbersOfPeopleAreInNoForm() throws Exception {
    String page = as("governor").get("/trends").body();
    assertThat(table(page, "People affected"))
        .contains("Disclosed in error 100 1 to 4", "Lost in transit 120 withheld");
    assertThat(page).doesNotContain("7919", "7,919", "8011", "8,011").contains("8,014");

    String csv = as("governor").get("/trends/table?as=csv").body();
    assertThat(csv.lines().filter(line -> line.contains("Disclosed")).findFirst().orElseThrow())
        .contains("2,1,-1,Reduced,")
        .endsWith(",100,1 to 4");
    assertThat(csv.lines().filter(line -> line.contains("Lost in")).findFirst().orElseThrow())
        .startsWith("Rowan Primary School,Lost in transit,")
        .contains(",3,4,1,Not reduced,")
        .endsWith(",120,withheld");
    assertThat(csv).doesNotContain("7919", "8011", "8,011");

    List<List<String>> sheet = sheet(as("governor"), "/trends/table?as=xlsx");
    assertThat(sheet.get(0)).isEqualTo(TrendPages.COLUMNS);
    assertThat(sheet).hasSize(3);
    assertThat(sheet.get(1)).contains("Lost in transit", "3", "4", "1", "Not reduced", "withheld");
    assertThat(sheet.toString()).doesNotContain("7919", "8011", "8,011");
  }

  @Test
  void thePaperOfARunThatFailedIsNotSpokenOf() {
    new TrendRecord(database, ours).failAfterPrinting();
    assertThat(table(as("governor").get("/trends").body(), "People affected"))
        .contains("Disclosed in error 100 1 to 4")
        .doesNotContain("Of a run that failed");
  }

  @Test
  void peopleAreShownToThoseWhoReadThatPaper() {
    assertThat(as("board").get("/trends").body()).contains("People affected");
    assertThat(as("board").get("/trends?school=" + ours.school).body())
        .doesNotContain("People affected");
    assertThat(as("analyst").get("/trends").body()).doesNotContain("People affected");
    assertThat(as("analyst").get("/trends/table?as=csv").body()).doesNotContain("1 to 4");
    assertThat(as("dpo").get("/trends?school=" + ours.school).body()).contains("People affected");
  }

  /** Every number leads to as many incidents, near misses left out. */
  @ParameterizedTest
  @CsvSource({
    "dpo, '',       3 incidents of the half before: Lost in transit, 3",
    "dpo, '',       5 incidents of this half: Lost in transit, 5",
    "dpo, {school}, 4 incidents of this half: Lost in transit, 4",
    "head, '',      4 incidents of this half: Lost in transit, 4",
    "head, '',      1 incident of this half: Disclosed in error, 1",
  })
  void aNumberLeadsToItsIncidents(String who, String school, String label, int number) {
    String page =
        as(who).get("/trends?school=" + school.replace("{school}", "" + ours.school)).body();
    Matcher link = Pattern.compile("href=\"([^\"]+)\" aria-label=\"" + label + "\"").matcher(page);
    assertThat(link.find()).as(label).isTrue();
    String found = as(who).get(link.group(1).replace("&amp;", "&")).body();
    assertThat(found).contains(number + (number == 1 ? " incident found" : " incidents found"));
  }

  @Test
  void governorsHaveNoLinksAndTheAnalystTheAlert() {
    assertThat(as("governor").get("/trends").body()).doesNotContain("/incidents");
    assertThat(as("analyst").get("/trends?school=" + ours.school).body())
        .contains("href=\"/alerts/" + alert + "\"")
        .doesNotContain("/incidents");
  }

  @Test
  void theAlertShowsWhatItRestsOn() {
    String page = as("analyst").get("/alerts/" + alert).body();
    assertThat(table(page, "Incidents month by month"))
        .contains("September 2025 Half before 2", "November 2025 Half before 1")
        .contains("October 2025 Half before 0", "February 2026 This half 2");
    assertThat(text(page))
        .contains("How often, this half to the half before", "1.4 times; anything from")
        .contains("Near misses 0 before, 1 now");
    assertThat(page).doesNotContain("/incidents");
    assertThat(as("dpo").get("/alerts/" + alert).body())
        .contains("/incidents?", "type=LOST_IN_TRANSIT");
    assertThat(as("dpo").get("/alerts/" + theirs.alert).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "json", "../x", "CSV"})
  void otherFormatsAreNotThere(String as) {
    assertThat(as("dpo").get("/trends/table?as=" + as).statusCode()).isEqualTo(404);
  }

  @Test
  void aSchoolsNameIsNoFormula() {
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update school set name = '=1+1' where school_id = ?")
                .param(ours.otherSchool)
                .update());
    assertThat(as("dpo").get("/trends/table?as=csv&school=" + ours.otherSchool).body())
        .contains("'=1+1,")
        .doesNotContain("\n=1+1");
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update school set name = 'Alder High School' where school_id = ?")
                .param(ours.otherSchool)
                .update());
  }

  private static List<List<String>> sheet(Browser browser, String address) throws Exception {
    java.net.http.HttpRequest request =
        java.net.http.HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
            .header("Cookie", "breachledger-session=" + browser.session())
            .build();
    HttpResponse<byte[]> answer =
        java.net.http.HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"trends-2026-07-01.xlsx\"");
    DataFormatter written = new DataFormatter();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
      return StreamSupport.stream(workbook.getSheetAt(0).spliterator(), false)
          .map((Row row) -> cells(written, row))
          .toList();
    }
  }

  private static List<String> cells(DataFormatter written, Row row) {
    return IntStream.range(0, row.getLastCellNum())
        .mapToObj(i -> written.formatCellValue(row.getCell(i)))
        .toList();
  }

  /** The words of the table whose caption begins so. */
  private static String table(String page, String caption) {
    return TABLE
        .matcher(page)
        .results()
        .filter(table -> table.group(1).startsWith(caption))
        .map(table -> text(table.group()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no table \"" + caption + "\" in " + text(page)));
  }

  private static String text(String html) {
    return TAGS.matcher(html).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }

  private static Browser as(String who) {
    return BROWSERS.computeIfAbsent(who, name -> Browser.signedIn(port, name));
  }
}
