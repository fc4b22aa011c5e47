package org.breachledger.pipeline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.replay.Replay;
import org.breachledger.pipeline.replay.Replay.NotToBeReplayed;
import org.breachledger.pipeline.replay.Replay.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Works an old comparison out again under the policy and the tables then in force. */
@Command(
    name = "replay",
    description = "work an old comparison out again, as the record and the tables stood then")
final class ReplayCommand implements Callable<Integer> {

  private static final int SHOWN = 20;

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "the run's number (default: the newest with a comparison)")
  private @Nullable Long run;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder for incidents.csv and recurrence.csv")
  private Path out = Path.of("");

  @Override
  public Integer call() throws Exception {
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      Outcome outcome =
          new Replay(
                  installation.get(JdbcClient.class), installation.get(TransactionTemplate.class))
              .run(run, out);
      boolean same = outcome.differences().isEmpty();
      new Answer(
              "replay",
              same ? "the-same" : "differs",
              List.of(
                  out.resolve("incidents.csv").toString(),
                  out.resolve("recurrence.csv").toString()),
              messages(outcome))
          .print(door.json());
      return same ? ExitCode.DONE : ExitCode.REFUSED;
    } catch (NotToBeReplayed e) {
      throw new WrongUsage(e.sentence());
    }
  }

  private static List<String> messages(Outcome outcome) {
    List<String> messages = new ArrayList<>();
    int different = outcome.differences().size();
    messages.add(
        "run "
            + outcome.number()
            + " ("
            + outcome.run()
            + ") under "
            + outcome.policy()
            + ": "
            + (different == 0
                ? "all " + outcome.rows() + " rows come out as kept"
                : different + " of " + outcome.rows() + " rows come out otherwise"));
    outcome.differences().stream().limit(SHOWN).map(line -> "  " + line).forEach(messages::add);
    if (different > SHOWN) {
      messages.add("  and " + (different - SHOWN) + " more, in recurrence.csv");
    }
    if (outcome.missing() > 0) {
      messages.add(
          outcome.missing()
              + " incidents then on record were taken away or merged since and are not in it");
    }
    return messages;
  }
}
