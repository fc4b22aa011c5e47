package org.breachledger.pipeline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.keeping.store.ImportRedaction.Meant;
import org.breachledger.keeping.store.KeepingRefused;
import org.breachledger.pipeline.erasure.RedactionDesk;
import org.breachledger.pipeline.erasure.RedactionDesk.Done;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Takes the words and names of persons out of an import that was refused, undone or wholly sent
 * back. There is no way back.
 */
@Command(
    name = "redact-import",
    description =
        "take persons' words and names out of an import on which nothing rests; there is no way"
            + " back")
final class RetentionRedactImportCommand implements Callable<Integer> {

  private static final String NAME = "retention redact-import";

  @ParentCommand private RetentionCommand parent = new RetentionCommand();

  @Parameters(paramLabel = "IMPORT-ID", description = "the number the import was given")
  private long importId;

  @Option(names = "--dry-run", description = "say what would go; nothing is redacted")
  private boolean dryRun;

  @Mixin private RetentionCommand.Said said = new RetentionCommand.Said();

  @Override
  public Integer call() throws Exception {
    String why = said.why();
    try (RetentionSession session = new RetentionSession(parent.door(), NAME)) {
      RedactionDesk desk = session.get(RedactionDesk.class);
      if (dryRun) {
        Meant meant = desk.meant(importId);
        return answer(
            List.of(
                RetentionShown.originals(meant.originals())
                    + " would go, and what was kept of "
                    + RetentionShown.incidents(meant.former().size())
                    + " no longer on the register; nothing is redacted now."),
            ExitCode.DONE);
      }
      Done done = desk.redactImport(importId, why, session.asOf(), session.by(said.by()));
      List<String> messages =
          new ArrayList<>(
              List.of(
                  "Import "
                      + importId
                      + " is redacted: "
                      + RetentionShown.originals(done.originals())
                      + " went, and every free text and name of "
                      + RetentionShown.incidents(done.incidents())
                      + " no longer on the register; hash and row sums stay."));
      messages.addAll(ErasureShown.afterwards(done.learned(), done.outstanding()));
      messages.add("Backups made before hold the words until they are deleted.");
      return answer(messages, ErasureShown.code(done.outstanding()));
    } catch (KeepingRefused refused) {
      return Answer.refuse(NAME, refused.sentence(), parent.door().json());
    }
  }

  private int answer(List<String> messages, int code) {
    new Answer(NAME, ErasureShown.status(code), List.of(), messages).print(parent.door().json());
    return code;
  }
}
