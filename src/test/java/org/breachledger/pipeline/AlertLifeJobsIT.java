package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.breachledger.alerting.AlertDecision;
import org.breachledger.alerting.Measure;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.store.AlertLife;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.ByWhom;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole program from an alert to the next half's papers, and papers to their readers. */
class AlertLifeJobsIT {

  private static final AsOf FIRST = AsOf.parse("2026-07-01T04:00");
  private static final AsOf NEXT_HALF = AsOf.parse("2027-01-01T04:00");
  private static final String CANARY = "Zyxwvut Qponml";

  @TempDir private Path folder;
  private Home home;
  private Installation installation;

  @BeforeEach
  void open() throws Exception {
    home = new Home(folder.resolve("home"));
    Path schools = home.jobs().resolve("intake/schools.csv");
    Files.createDirectories(Objects.requireNonNull(schools.getParent()));
    Files.writeString(schools, "name,urn,aliases\nElm School,,\n");
    Files.writeString(
        home.recipients(),
        "role,school,address\nhead,Elm School,head@example.org\nboard,,board@example.org\n");
    installation = Installation.open(home, home.jobs(), false, false);
    take(
        "log.csv",
        List.of("E1", "Elm School", "2025-08-04", "Lost in transit"),
        List.of("E2", "Elm School", "2026-02-03", "Lost in transit"),
        List.of("E3", "Elm School", "2026-10-05", "Unauthorised access"));
  }

  @AfterEach
  void close() {
    installation.close();
  }

  @Test
  void whatBecameOfAnAlertStandsInTheNextHalfsPapers() throws Exception {
    run("half-yearly", FIRST);
    assertThat(texts("select state from alert")).containsExactly("raised", "raised");
    long alert = Long.parseLong(texts("select max(alert_id)::text from alert").get(0));
    AlertLife life = installation.get(AlertLife.class);
    Clock clock = installation.get(Clock.class);
    within(() -> life.forward(alert, installation.get(Routes.class), "analyst", clock.instant()));
    within(
        () ->
            life.decide(
                alert,
                new AlertDecision(
                    Measure.TRAINING,
                    new ByWhom(Optional.empty(), Optional.of(CANARY)),
                    LocalDate.of(2026, 10, 1),
                    Optional.of(CANARY)),
                "dpo",
                clock.instant()));

    long next = run("half-yearly", NEXT_HALF);

    assertThat(texts("select outcome from alert_step where step = 'closed' order by step_id"))
        .containsExactly("CEASED", "CEASED");
    String board = paper(next, "board");
    assertThat(board)
        .contains("What became of earlier alerts")
        .contains(
            "Lost in transit, Elm School: 1 before, 1 in the half to 30 June 2026. Decided:"
                + " training (a named person, due 1 October 2026). In the half to 31 December 2026"
                + " there was none.")
        .contains("The alert was closed without a decision.")
        .doesNotContain(CANARY);
    assertThat(paper(next, "governors"))
        .contains("Lost in transit, Elm School: 1 before, 1 in the half")
        .doesNotContain("closed without a decision");
    Path out = folder.resolve("alerts.csv");
    installation
        .get(Exports.class)
        .write(Exports.Table.ALERTS, TableFile.Format.CSV, out, NEXT_HALF);
    assertThat(Files.readString(out)).contains(",training,", "CEASED,1,0").doesNotContain(CANARY);
    assertThat(mails()).isNotEmpty().noneMatch(mail -> mail.contains(CANARY));
  }

  /** The message says where it lies, and the board gets it all the same. */
  @Test
  void aPackThatStaysBehindIsFoundFromItsAlert() throws Exception {
    String shipped = Files.readString(Path.of("jobs/alerting/routes.yaml"));
    int forwarded = shipped.indexOf("finding: forwarded");
    Files.createDirectories(home.jobs().resolve("alerting"));
    Files.writeString(
        home.jobs().resolve("alerting/routes.yaml"),
        shipped.substring(0, forwarded).replace("pack: attached", "pack: link")
            + shipped.substring(forwarded));
    installation.close();
    installation = Installation.open(home, home.jobs(), false, false);
    run("half-yearly", FIRST);
    assertThat(texts("select body from outbox_message where attachment is not null")).isEmpty();
    long alert = Long.parseLong(texts("select max(alert_id)::text from alert").get(0));
    String told = texts("select body from outbox_message where alert_id = " + alert).get(0);
    Matcher place = Pattern.compile("at\\s(reports/\\S+[.]pdf),\\s").matcher(told);
    assertThat(place.find()).as(told).isTrue();
    byte[] pdf = Files.readAllBytes(home.folder().resolve(place.group(1)));

    AlertLife life = installation.get(AlertLife.class);
    Clock clock = installation.get(Clock.class);
    within(() -> life.forward(alert, installation.get(Routes.class), "analyst", clock.instant()));

    assertThat(texts("select body from outbox_message where occasion = 'forwarded'"))
        .allMatch(body -> body.contains("The pack is attached and names"))
        .isNotEmpty();
    assertThat(
            texts(
                "select encode(attachment, 'hex') from outbox_message"
                    + " where occasion = 'forwarded'"))
        .containsOnly(HexFormat.of().formatHex(pdf));
    within(
        () -> life.escalate(installation.get(Routes.class), NEXT_HALF.instant(), clock.instant()));
    assertThat(texts("select body from outbox_message where occasion = 'escalated-7'"))
        .isNotEmpty()
        .allMatch(body -> body.contains("reports/2026-07-01/edition-1/alert-pack-"));
  }

  @Test
  void publishedPapersLeaveOnceAndUnreadAlertsEscalate() throws Exception {
    run("half-yearly", FIRST);
    int before = mails().size();

    run("deliver-papers", FIRST);
    assertThat(mails()).hasSize(before + 2);
    assertThat(texts("select recipient from outbox_message where paper_id is not null order by 1"))
        .containsExactly("board@example.org", "head@example.org");
    assertThat(
            installation
                .get(Runs.class)
                .run(new RunRequest("deliver-papers", FIRST, null))
                .status())
        .isEqualTo(RunOutcome.Status.NOTHING_CHANGED);

    run("deliver-papers", NEXT_HALF);
    assertThat(mails()).hasSize(before + 4);
    assertThat(texts("select recipient_role from outbox_message where occasion = 'escalated-7'"))
        .containsExactly("dpo", "dpo");
    assertThat(texts("select state from outbox_message where state <> 'written'")).isEmpty();
    Path out = folder.resolve("messages.csv");
    installation
        .get(Exports.class)
        .write(Exports.Table.MESSAGES, TableFile.Format.CSV, out, NEXT_HALF);
    assertThat(Files.readAllLines(out)).hasSize(before + 5).noneMatch(l -> l.contains("head@"));
  }

  private List<String> mails() throws Exception {
    List<String> mails = new ArrayList<>();
    try (Stream<Path> files = Files.list(home.outbox())) {
      for (Path file : files.toList()) {
        mails.add(Files.readString(file));
      }
    }
    return mails;
  }

  private String paper(long run, String report) throws Exception {
    byte[] content =
        within(
            () ->
                installation
                    .get(JdbcClient.class)
                    .sql("select content from report_paper where manifest_id = ? and report = ?")
                    .params(run, report)
                    .query(byte[].class)
                    .single());
    try (PDDocument document = Loader.loadPDF(content)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @SafeVarargs
  private void take(String name, List<String>... rows) throws Exception {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("Reference", "School", "Date of incident", "Type of breach"));
    all.addAll(List.of(rows));
    Path file = Sheets.csv(folder.resolve(name), ',', all.toArray(List[]::new));
    TreeSet<YearMonth> covers = new TreeSet<>();
    for (int month = 0; month < 18; month++) {
      covers.add(YearMonth.of(2025, 7).plusMonths(month));
    }
    ImportedFile taken =
        installation
            .get(FileImporter.class)
            .take(file, new ImportOptions(null, null, covers, false, home.returns(), NEXT_HALF));
    assertThat(taken.status()).isEqualTo(ImportedFile.Status.IMPORTED);
    installation.get(Assessment.class).run(NEXT_HALF);
  }

  private long run(String job, AsOf asOf) throws Exception {
    RunOutcome outcome = installation.get(Runs.class).run(new RunRequest(job, asOf, null));
    assertThat(outcome.status())
        .as(outcome.messages().toString())
        .isEqualTo(RunOutcome.Status.DONE);
    return outcome.manifestId();
  }

  private List<String> texts(String sql) {
    return within(() -> installation.get(JdbcClient.class).sql(sql).query(String.class).list());
  }

  private <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(
        installation.get(TransactionTemplate.class).execute(status -> work.get()));
  }
}
