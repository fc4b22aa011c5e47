package org.breachledger.pipeline.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.jobs.PublishedPapers;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.reporting.batch.PaperProgress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs a job for its business date. */
@Command(name = "run", description = "run a job now")
final class RunCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(
      paramLabel = "JOB",
      description = "one of ${COMPLETION-CANDIDATES}",
      completionCandidates = JobNames.Choices.class)
  private String job = "";

  @Option(
      names = "--anchor",
      paramLabel = "D",
      description = "compare the six months before this day (default: first of the month)")
  private @Nullable LocalDate anchor;

  @Override
  public Integer call() throws Exception {
    JobNames.refuseUnknown(job);
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      installation
          .get(PaperProgress.class)
          .tell((printed, all) -> Progress.show("papers", printed, all));
      Runs runs = installation.get(Runs.class);
      RunOutcome outcome =
          runs.run(new RunRequest(job, door.asOf(installation.get(java.time.Clock.class)), anchor));
      Progress.end();
      List<String> papers = installation.get(PublishedPapers.class).files(outcome.manifestId());
      Answer answer = new Answer("run", status(outcome), papers, outcome.messages());
      return switch (outcome.status()) {
        case DONE, NOTHING_CHANGED -> {
          answer.print(door.json());
          yield outcome.refused() + outcome.closed() == 0 ? ExitCode.DONE : ExitCode.REFUSED;
        }
        case BUSY, FAILED -> answer.refuse(door.json());
      };
    }
  }

  private static String status(RunOutcome outcome) {
    return outcome.status().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
