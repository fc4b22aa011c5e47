package org.breachledger.pipeline.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.DeadlinesFile;
import org.breachledger.exchange.CsvPassThrough;
import org.breachledger.policy.PolicyProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Judges the deadlines of the rows of a CSV file; no database. */
@Command(name = "deadlines", description = "judge the deadlines of the rows of a CSV file")
final class DeadlinesCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(paramLabel = "FILE.csv", description = "with the moments of incidents")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT.csv",
      description = "the file to write")
  private Path out = Path.of("");

  @Option(names = "--policy", paramLabel = "NAME", description = "the policy profile")
  private String policy = PolicyProfile.DEFAULT;

  @Override
  public Integer call() throws Exception {
    DeadlinesFile rows =
        new DeadlinesFile(
            DeadlineRules.read(door.tables(), PolicyProfile.read(door.tables(), policy)),
            door.asOf(Clock.systemUTC()));
    return PassThrough.run(
        "deadlines",
        door,
        out,
        () -> CsvPassThrough.run(file, out, List.of(), rows.headings(), rows::added));
  }
}
