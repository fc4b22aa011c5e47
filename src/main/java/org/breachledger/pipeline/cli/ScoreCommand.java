package org.breachledger.pipeline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.breachledger.exchange.CsvPassThrough;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.severity.ScoreFile;
import org.breachledger.severity.SeverityRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Scores the rows of a CSV file; no database. */
@Command(name = "score", description = "score the rows of a CSV file")
final class ScoreCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(paramLabel = "FILE.csv", description = "with columns individuals and factors")
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
    ScoreFile rows =
        new ScoreFile(SeverityRules.read(door.tables(), PolicyProfile.read(door.tables(), policy)));
    return PassThrough.run(
        "score",
        door,
        out,
        () -> CsvPassThrough.run(file, out, ScoreFile.REQUIRED, ScoreFile.ADDED, rows::added));
  }
}
