package org.breachledger.pipeline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.keeping.store.KeepingRefused;
import org.breachledger.pipeline.erasure.RedactionDesk;
import org.breachledger.pipeline.erasure.RedactionDesk.Done;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Takes the words and names of persons out of incidents that stay. There is no way back. */
@Command(
    name = "redact",
    description = "take persons' words and names out of incidents; there is no way back")
final class RetentionRedactCommand implements Callable<Integer> {

  @ParentCommand private RetentionCommand parent = new RetentionCommand();

  @Parameters(index = "0", paramLabel = "SCHOOL", description = "the school")
  private String school = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "REFERENCE", description = "incidents")
  private List<String> references = List.of();

  @Option(names = "--dry-run", description = "say what would go; nothing is redacted")
  private boolean dryRun;

  @Mixin private RetentionCommand.Said said = new RetentionCommand.Said();

  @Override
  public Integer call() throws Exception {
    String why = said.why();
    try (RetentionSession session = new RetentionSession(parent.door(), "retention redact")) {
      List<Long> incidents = session.incidents(school, references);
      RedactionDesk desk = session.get(RedactionDesk.class);
      if (dryRun) {
        return answer(
            RetentionShown.incidents(incidents.size())
                + " would lose every free text and name, and "
                + RetentionShown.originals(desk.originals(incidents))
                + " would go; nothing is redacted now.",
            List.of(),
            ExitCode.DONE);
      }
      Done done = desk.redact(incidents, why, session.asOf(), session.by(said.by()));
      List<String> more =
          new ArrayList<>(ErasureShown.afterwards(done.learned(), done.outstanding()));
      more.add(
          "A log that still has the words brings them back: take them out of it before it is"
              + " imported again. Backups made before hold them until they are deleted.");
      return answer(
          RetentionShown.incidents(done.incidents())
              + (done.incidents() == 1 ? " is" : " are")
              + " redacted: type, dates, severity and deadlines stay; "
              + RetentionShown.originals(done.originals())
              + (done.originals() == 1 ? " went, its hash stays." : " went, their hashes stay."),
          more,
          ErasureShown.code(done.outstanding()));
    } catch (KeepingRefused refused) {
      return Answer.refuse("retention redact", refused.sentence(), parent.door().json());
    }
  }

  private int answer(String first, List<String> more, int code) {
    List<String> messages = new ArrayList<>(List.of(first));
    messages.addAll(more);
    new Answer("retention redact", ErasureShown.status(code), List.of(), messages)
        .print(parent.door().json());
    return code;
  }
}
