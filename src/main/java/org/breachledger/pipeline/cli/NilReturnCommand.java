package org.breachledger.pipeline.cli;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.imports.NilReturnDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Records that a school had nothing to report in a month [002]. */
@Command(name = "nil-return", description = "this school had nothing to report in a month")
final class NilReturnCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Option(
      names = "--school",
      required = true,
      paramLabel = "NAME",
      description = "URN, name or alias")
  private String school = "";

  @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "the month")
  private YearMonth month = YearMonth.of(2000, 1);

  @Override
  public Integer call() throws Exception {
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      String message =
          installation
              .get(NilReturnDesk.class)
              .take(school, month, "command line", door.asOf(installation.get(Clock.class)));
      new Answer("nil-return", "done", List.of(), List.of(message)).print(door.json());
      return ExitCode.DONE;
    } catch (NilReturnDesk.Refused refused) {
      throw new WrongUsage(String.valueOf(refused.getMessage()));
    }
  }
}
