package org.breachledger.pipeline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.replay.NotToBeReplayed;
import org.breachledger.pipeline.replay.Replay;
import org.breachledger.pipeline.replay.ReplayOutcome;
import org.breachledger.pipeline.replay.ReplayOutcome.Judged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Works an old run out again under the policy and the tables then in force. */
@Command(
    name = "replay",
    description = "work an old run out again, as the record and the tables stood then")
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
      description = "folder for incidents.csv, deadlines.csv and recurrence.csv")
  private Path out = Path.of("");

  @Override
  public Integer call() throws Exception {
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      ReplayOutcome outcome =
          new Replay(
                  installation.get(JdbcClient.class), installation.get(TransactionTemplate.class))
              .run(run, out);
      boolean same = outcome.same();
      new Answer(
              "replay",
              same ? "the-same" : "differs",
              Stream.of("incidents.csv", "deadlines.csv", "recurrence.csv")
                  .map(name -> out.resolve(name).toString())
                  .toList(),
              messages(outcome))
          .print(door.json());
      return same ? ExitCode.DONE : ExitCode.REFUSED;
    } catch (NotToBeReplayed e) {
      throw new WrongUsage(e.sentence());
    }
  }

  private static List<String> messages(ReplayOutcome outcome) {
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
    list(outcome.differences(), "recurrence.csv", messages);
    messages.add(judged(outcome.judged()));
    list(outcome.judged().differences(), "incidents.csv and deadlines.csv", messages);
    if (outcome.missing() > 0) {
      messages.add(
          outcome.missing()
              + " incidents then on record were taken away or merged since and are not in it");
    }
    return messages;
  }

  private static String judged(Judged judged) {
    String again =
        judged.incidents() + " incidents scored and " + judged.duties() + " duties judged again: ";
    if (!judged.kept()) {
      return again + "shown, not compared, since this run kept no totals of them";
    }
    int different = judged.differences().size();
    return again
        + (different == 0
            ? "all scores and verdicts add up as kept"
            : different + " totals come out otherwise");
  }

  private static void list(List<String> differences, String file, List<String> messages) {
    differences.stream().limit(SHOWN).map(line -> "  " + line).forEach(messages::add);
    if (differences.size() > SHOWN) {
      messages.add("  and " + (differences.size() - SHOWN) + " more; see " + file);
    }
  }
}
