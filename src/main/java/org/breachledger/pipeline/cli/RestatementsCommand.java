package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.recurrence.KeptRow;
import org.breachledger.recurrence.Restated;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.breachledger.reporting.store.Restatements;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists the published numbers that the record no longer bears out. */
@Command(
    name = "restatements",
    description = "list published numbers that late or changed rows have overtaken")
final class RestatementsCommand implements Callable<Integer> {

  private static final int SHOWN = 20;

  private static final List<String> COLUMNS =
      List.of(
          "run",
          "anchor",
          "school",
          "breach_type",
          "sub_type",
          "published_previous",
          "published_current",
          "published_verdict",
          "previous",
          "current",
          "verdict");

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Option(names = "--out", paramLabel = "FILE.csv", description = "write the list to a file")
  private @Nullable Path out;

  @Override
  public Integer call() throws Exception {
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      List<Restated> restated =
          Objects.requireNonNull(
              installation
                  .get(TransactionTemplate.class)
                  .execute(
                      status ->
                          new Restatements(
                                  installation.get(JdbcClient.class),
                                  installation.get(RecurrenceRegister.class))
                              .list()));
      List<String> files = new ArrayList<>();
      if (out != null) {
        write(out, restated);
        files.add(out.toString());
      }
      new Answer("restatements", "done", files, messages(restated)).print(door.json());
      return ExitCode.DONE;
    }
  }

  private List<String> messages(List<Restated> restated) {
    if (restated.isEmpty()) {
      return List.of("every published number stands");
    }
    List<String> messages = new ArrayList<>();
    messages.add(
        restated.size()
            + (restated.size() == 1 ? " published row is" : " published rows are")
            + " overtaken; the next papers say so, or run the report again for a new edition");
    if (out == null) {
      restated.stream().limit(SHOWN).map(RestatementsCommand::line).forEach(messages::add);
      if (restated.size() > SHOWN) {
        messages.add("  and " + (restated.size() - SHOWN) + " more; --out FILE.csv lists all");
      }
    }
    return messages;
  }

  private static String line(Restated row) {
    return "  "
        + row.anchor()
        + ", "
        + row.name()
        + ": published "
        + (row.published() == null ? "nothing" : row.published().words())
        + "; now "
        + (row.now() == null ? "nothing" : row.now().words());
  }

  private static void write(Path file, List<Restated> restated) throws IOException {
    try (TableFile table = TableFile.create(file, TableFile.Format.CSV, "restatements", COLUMNS)) {
      for (Restated row : restated) {
        KeptRow either = row.either();
        KeptRow published = row.published();
        KeptRow now = row.now();
        table.row(
            Arrays.asList(
                row.run(),
                row.anchor().toString(),
                either.schoolId() == 0 ? either.school() : new Outside(either.school()),
                either.breachType(),
                either.subType(),
                published == null ? null : published.previous(),
                published == null ? null : published.current(),
                published == null ? null : published.verdict(),
                now == null ? null : now.previous(),
                now == null ? null : now.current(),
                now == null ? null : now.verdict()));
      }
      table.done();
    }
  }
}
