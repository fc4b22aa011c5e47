package org.breachledger.pipeline.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.imports.UndoImport;
import org.breachledger.pipeline.imports.UndoOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Undoes an import. Ends with 0 where it is undone, also where it was before; with 1 where a later
 * import stands in the way; with 2 where there is no import of that number.
 */
@Command(name = "undo", description = "take back what an import added and changed")
final class UndoCommand implements Callable<Integer> {

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(paramLabel = "IMPORT-ID", description = "the number the import was given")
  private long importId;

  @Option(
      names = "--with-later",
      description = "undo later imports that changed the same incidents too, the newest first")
  private boolean withLater;

  @Override
  public Integer call() throws Exception {
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      UndoOutcome outcome =
          installation
              .get(UndoImport.class)
              .take(importId, withLater, "command line", door.asOf(installation.get(Clock.class)));
      if (outcome.status() == UndoOutcome.Status.UNKNOWN) {
        throw new WrongUsage(
            String.join(" ", outcome.messages())
                + "; \"export imports\" lists the imports there are");
      }
      Answer answer = new Answer("undo", outcome.statusWord(), List.of(), outcome.messages());
      if (outcome.status() == UndoOutcome.Status.REFUSED) {
        return answer.refuse(door.json());
      }
      answer.print(door.json());
      return ExitCode.DONE;
    }
  }
}
