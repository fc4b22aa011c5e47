package org.breachledger.pipeline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.casework.Closure;
import org.breachledger.casework.store.ClosingDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Opens a closed case again, whoever closed it. What its sheet said of the closing until then no
 * longer counts; the closing itself stays on record.
 */
@Command(name = "reopen", description = "open a closed case again")
final class CaseReopenCommand implements Callable<Integer> {

  @ParentCommand private CaseCommand parent = new CaseCommand();

  @Mixin private CaseCommand.Which which = new CaseCommand.Which();

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "the reason; stays in the record")
  private String why = "";

  @Mixin private CaseCommand.Said said = new CaseCommand.Said();

  @Override
  public Integer call() throws Exception {
    String reason =
        CaseCommand.given(why)
            .orElseThrow(() -> new WrongUsage("--why is empty; write the reason"));
    try (CaseSession session = new CaseSession(parent.door(), "case reopen")) {
      int code =
          session.done(
              () -> {
                session
                    .get(ClosingDesk.class)
                    .reopen(
                        session.incident(which.school(), which.reference()),
                        Closure.reopened(
                            session.moment(said.when()), session.who(said.by()), reason),
                        CaseSession.oneLine("--by", said.by()),
                        session.asOf(),
                        session.now());
                return List.of(which.reference() + " is open again.");
              });
      session.assessAfter(code);
      return code;
    }
  }
}
