package org.breachledger.pipeline.cli;

import java.util.concurrent.Callable;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.setup.FirstStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Serves the pages and rings for the jobs until it is told to stop. */
@Command(name = "serve", description = "serve the pages and run the schedules")
final class ServeCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Option(
      names = "--first-accounts",
      description =
          "at a first start make the accounts dpo and operator and print their passwords, instead"
              + " of asking on the page for the set-up")
  private boolean firstAccounts;

  @Override
  public Integer call() throws Exception {
    return serve(door, firstAccounts);
  }

  static int serve(CommandLineDoor door, boolean firstAccounts) throws Exception {
    door.refuseAsOf("the pages and schedules go by the clock; take it away, or name a command");
    Installation installation = Installation.open(door.home(), door.jobs(), true, true);
    Console.err().println("Breachledger serves its pages on " + Serving.address(installation));
    if (firstAccounts
        || installation.get(FirstStart.class).open().map(ServeCommand::tell).isEmpty()) {
      FirstAccount.offer(installation);
    }
    Serving.untilStopped(installation);
    return ExitCode.DONE;
  }

  private static boolean tell(String code) {
    Console.err()
        .println(
            "First start: open that address and set Breachledger up with the code "
                + code
                + ". It is shown this once; another start makes another.");
    return true;
  }
}
