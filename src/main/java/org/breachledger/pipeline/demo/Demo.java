package org.breachledger.pipeline.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.access.store.People;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.pipeline.boot.Trusts;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.FileList;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.PublishedPapers;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fictional trust through the whole line: its logs are imported, every job runs, every paper is
 * written, at an as-of fixed to that data. Run again it says what was there already.
 */
public final class Demo {

  /** The moment the demo looks at its data from. */
  public static final AsOf AS_OF = AsOf.parse("2026-07-01T03:00");

  private static final String TRUST = "Lanternfield Learning Trust";
  private static final String PASSWORD = "lanternfield-demo";
  private static final List<String> NOT_LOGS =
      List.of("schools.csv", "nil-returns.csv", "README.md");
  private static final List<String> JOBS = List.of("nightly", "half-yearly", "watch-deadlines");

  private final FileImporter importer;
  private final Assessment assessment;
  private final Runs runs;
  private final PublishedPapers papers;
  private final SchoolRegister schools;
  private final AccountStore accounts;
  private final People people;
  private final Trusts trusts;
  private final TransactionTemplate transactions;
  private final Clock clock;

  /** The demo of an installation. */
  public Demo(
      FileImporter importer,
      Assessment assessment,
      Runs runs,
      PublishedPapers papers,
      SchoolRegister schools,
      AccountStore accounts,
      People people,
      Trusts trusts,
      TransactionTemplate transactions,
      Clock clock) {
    this.importer = importer;
    this.assessment = assessment;
    this.runs = runs;
    this.papers = papers;
    this.schools = schools;
    this.accounts = accounts;
    this.people = people;
    this.trusts = trusts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What the demo made.
   *
   * @param complete whether every file was taken and every job came to its end
   */
  public record Outcome(
      String status, boolean complete, List<String> outputs, List<String> messages) {}

  /**
   * Whether nothing but a demo is on record: a database of one's own may hold more than the home
   * shows.
   */
  public boolean isAlone() {
    boolean bare =
        accounts.isEmpty()
            && Boolean.TRUE.equals(transactions.execute(status -> schools.names().isEmpty()));
    return bare || trusts.get().demo();
  }

  /** Shows the whole line at work in a home. */
  public Outcome run(Home home) throws Exception {
    Path logs = unpack(home.folder().resolve("sample-data"));
    trusts.name(TRUST, true);
    transactions.executeWithoutResult(status -> register(logs));
    List<String> messages = new ArrayList<>();
    boolean complete = importLogs(logs, home, messages);
    List<String> outputs = new ArrayList<>();
    for (String job : JOBS) {
      RunOutcome outcome = runs.run(new RunRequest(job, AS_OF, null));
      messages.addAll(outcome.messages());
      outputs.addAll(papers.files(outcome.manifestId()));
      complete &= outcome.status() != RunOutcome.Status.FAILED;
    }
    createAccounts();
    messages.addAll(whereThingsAre(home));
    return new Outcome(complete ? "done" : "incomplete", complete, outputs, messages);
  }

  private boolean importLogs(Path logs, Home home, List<String> messages) throws Exception {
    boolean complete = true;
    boolean fresh = false;
    ImportOptions options = ImportOptions.at(AS_OF, home.returns());
    for (Path file : FileList.of(List.of(logs))) {
      if (!NOT_LOGS.contains(String.valueOf(file.getFileName()))) {
        ImportedFile taken = importer.take(file, options);
        messages.addAll(taken.sentences());
        complete &= taken.status() != ImportedFile.Status.REFUSED;
        fresh |= taken.status() == ImportedFile.Status.IMPORTED;
      }
    }
    if (fresh) {
      assessment.run(AS_OF);
    }
    return complete;
  }

  private void register(Path logs) {
    for (NamedCsvRecord school : rows(logs.resolve("schools.csv"))) {
      schools.confirm(
          school.getField("name"),
          school.getField("urn"),
          Arrays.stream(school.getField("aliases").split(";")).filter(a -> !a.isBlank()).toList());
    }
    for (NamedCsvRecord nil : rows(logs.resolve("nil-returns.csv"))) {
      schools.nilReturn(
          schools.find(nil.getField("school")).orElseThrow(),
          YearMonth.parse(nil.getField("month")),
          "demo",
          clock.instant());
    }
  }

  private void createAccounts() {
    int school =
        transactions.execute(
            status -> schools.names().stream().findFirst().flatMap(schools::find).orElseThrow());
    for (Role role : Role.values()) {
      boolean ofSchool = role.ofOneSchool();
      people.addFirst(
          new People.Details(role.title(), null, role, ofSchool ? school : null),
          PASSWORD,
          false,
          "demo");
    }
  }

  private static List<String> whereThingsAre(Home home) {
    return List.of(
        "",
        "This is the fictional " + TRUST + ", seen from " + AS_OF.day() + ".",
        "Papers:        " + home.reports(),
        "Messages:      " + home.outbox() + " (no mail server is set)",
        "Rows to fix:   " + home.returns(),
        "Sign in as:    dpo, head, governor, board, analyst or operator",
        "Password:      " + PASSWORD);
  }

  private static List<NamedCsvRecord> rows(Path file) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path unpack(Path folder) throws IOException {
    Files.createDirectories(folder);
    Resource[] shipped =
        new PathMatchingResourcePatternResolver().getResources("classpath*:sample-data/*.*");
    for (Resource resource : shipped) {
      Path file = folder.resolve(String.valueOf(resource.getFilename()));
      try (InputStream in = resource.getInputStream()) {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return folder;
  }
}
