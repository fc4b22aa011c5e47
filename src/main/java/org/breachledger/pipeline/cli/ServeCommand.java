package org.breachledger.pipeline.cli;

import java.util.concurrent.Callable;
import org.breachledger.pipeline.boot.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Serves the pages and rings for the jobs until it is told to stop. */
@Command(name = "serve", description = "serve the pages and run the schedules")
final class ServeCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Override
  public Integer call() throws Exception {
    return serve(door);
  }

  static int serve(CommandLineDoor door) throws Exception {
    Installation installation = Installation.open(door.home(), door.jobs(), true, true);
    Console.err()
        .println("Breachledger serves its pages on http://localhost:" + installation.port());
    FirstAccount.offer(installation);
    Serving.untilStopped(installation);
    return ExitCode.DONE;
  }
}
