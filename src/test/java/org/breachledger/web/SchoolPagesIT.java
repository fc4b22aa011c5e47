package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.breachledger.calendar.London;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Silence is no success: the DPO sees which months are missing, and records nil returns. */
class SchoolPagesIT {

  private static final String SCHOOL = "Beech School";
  private static final String WITH_INCIDENT = "Elm School";

  @TempDir static Path home;

  private static TestDatabase database;
  private static ConfigurableApplicationContext application;
  private static Browser dpo;
  private static YearMonth last;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    SampleRecord sample = new SampleRecord(database);
    sample.accounts();
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("insert into school (name, name_key) values ('A name in a log', 'a name')")
                .update());
    application = PagesApplication.start(database, home.toString(), 0);
    int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    dpo = Browser.signedIn(port, "dpo");
    SchoolRegister schools = application.getBean(SchoolRegister.class);
    database.inTransaction(
        () -> {
          schools.confirm(SCHOOL, "900077", List.of("Beech"));
          return database
              .jdbc()
              .sql("update incident set school_id = ? where incident_id = ?")
              .params(schools.confirm(WITH_INCIDENT, null, List.of()), sample.incident)
              .update();
        });
    last = YearMonth.from(LocalDate.now(London.ZONE)).minusMonths(1);
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @Test
  void schoolsToConfirmStandWithTheNumberPapersCallThemBy() {
    int number =
        database.inTransaction(
            () ->
                database
                    .jdbc()
                    .sql("select school_id from school where not confirmed")
                    .query(Integer.class)
                    .single());
    assertThat(dpo.get("/schools").body())
        .contains("To be confirmed", "A name in a log")
        .containsPattern("data-label=\"Number\">" + number + "<");
    assertThat(dpo.get("/").body()).contains("1 school waits to be confirmed");
  }

  @Test
  void aNilReturnEndsTheSilenceOfItsMonthOnce() {
    int before = audited();
    assertThat(silentMonths()).isEqualTo(12);
    assertThat(nilReturn(SCHOOL, last.toString()))
        .contains(SCHOOL + " had nothing to report in " + last + ": recorded");
    assertThat(silentMonths()).isEqualTo(11);
    assertThat(nilReturn(SCHOOL, last.toString())).contains("this was on record already");
    assertThat(nilReturn("900077", last.toString())).contains(SCHOOL + " had nothing to report");
    assertThat(nilReturn(" beech ", last.toString())).contains(SCHOOL + " had nothing to report");
    assertThat(silentMonths()).isEqualTo(11);
    assertThat(audited()).isEqualTo(before + 1);
  }

  private static int audited() {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("select count(*) from audit_entry where action = 'nil-return'")
                .query(Integer.class)
                .single());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          spring     | The month cannot be read; write it as year and month, such as 2026-03.
          2026-13    | The month cannot be read; write it as year and month, such as 2026-03.
          2999-01    | 2999-01 has not ended yet; a nil return says a whole month
          """)
  void whatIsNoMonthIsRefused(String month, String words) {
    assertThat(nilReturn(SCHOOL, month))
        .contains("There is a problem", words)
        .contains("<title>Error: Schools");
  }

  @Test
  void theMonthThatRunsIsRefused() {
    assertThat(nilReturn(SCHOOL, last.plusMonths(1).toString())).contains("has not ended yet");
  }

  @Test
  void aMonthWithAnIncidentIsNoNilReturn() {
    assertThat(nilReturn(WITH_INCIDENT, "2026-05"))
        .contains(WITH_INCIDENT + " has 1 on record for 2026-05");
    assertThat(nilReturn(WITH_INCIDENT, "2026-04")).contains("in 2026-04: recorded");
  }

  /** The page after what was sent. */
  private static String nilReturn(String school, String month) {
    var answer =
        dpo.submit("/schools", "/schools/nil-return", Map.of("school", school, "month", month));
    return answer.statusCode() == 302 ? dpo.get(Browser.path(answer)).body() : answer.body();
  }

  private static int silentMonths() {
    String page = dpo.get("/schools").body();
    String row = page.substring(page.indexOf(">" + SCHOOL + "</th>"));
    String cell = row.substring(row.indexOf("Nothing received for"), row.indexOf("</tr>"));
    return cell.split(", ").length;
  }
}
