package org.breachledger.pipeline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.keeping.store.KeepingRefused;
import org.breachledger.pipeline.erasure.DestructionDesk;
import org.breachledger.pipeline.erasure.DestructionDesk.Done;
import org.breachledger.pipeline.erasure.DestructionDesk.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Destroys what a confirmed list names, and prints the certificate. There is no way back. */
@Command(
    name = "destroy",
    description = "destroy what a confirmed list names; there is no way back")
final class RetentionDestroyCommand implements Callable<Integer> {

  @ParentCommand private RetentionCommand parent = new RetentionCommand();

  @Parameters(index = "0", paramLabel = "LIST", description = "the name of a confirmed list")
  private String list = "";

  @Option(names = "--dry-run", description = "say what would go; nothing is destroyed")
  private boolean dryRun;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "ROLE",
      description = "a role of the policy that has it destroyed")
  private String by = "";

  @Override
  public Integer call() throws Exception {
    try (RetentionSession session = new RetentionSession(parent.door(), "retention destroy")) {
      return dryRun ? plan(session) : destroy(session);
    } catch (KeepingRefused refused) {
      return Answer.refuse("retention destroy", refused.sentence(), parent.door().json());
    }
  }

  private int plan(RetentionSession session) {
    Plan plan = session.get(DestructionDesk.class).plan(list, session.asOf(), session.by(by));
    return session.listed(
        "incidents",
        RetentionShown.incidents(plan.incidents().size())
            + " would be destroyed for good, and "
            + RetentionShown.originals(plan.originals())
            + " with them; nothing is destroyed now.",
        List.of(),
        plan.incidents().stream().map(RetentionShown::row).toList(),
        plan.incidents().stream().map(RetentionShown::line).toList());
  }

  private int destroy(RetentionSession session) throws Exception {
    Done done = session.get(DestructionDesk.class).destroy(list, session.asOf(), session.by(by));
    List<String> said = new ArrayList<>();
    said.add(
        RetentionShown.incidents(done.incidents())
            + (done.incidents() == 1 ? " is" : " are")
            + " destroyed, and "
            + RetentionShown.originals(done.originals())
            + " with them. Certificate "
            + done.number()
            + " says so.");
    if (done.file().isEmpty()) {
      said.add(
          "The certificate is on record, and could not be written into the home's reports; this"
              + " writes it: breachledger retention certificates "
              + done.number()
              + " --out DIR");
    }
    said.addAll(ErasureShown.afterwards(done.learned(), done.outstanding()));
    said.add(
        "A log that still has these rows brings them back: take them out of it before it is imported"
            + " again.");
    int code = done.file().isEmpty() ? ExitCode.REFUSED : ErasureShown.code(done.outstanding());
    new Answer(
            "retention destroy",
            ErasureShown.status(code),
            done.file().map(Path::toString).stream().toList(),
            said)
        .print(parent.door().json());
    return code;
  }
}
