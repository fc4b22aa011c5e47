package org.breachledger.pipeline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.breachledger.casework.Closing;
import org.breachledger.casework.Closure;
import org.breachledger.casework.Decision;
import org.breachledger.casework.store.ClosingDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Closes a case with its finding and lesson, once the policy's closing checks are met. What is
 * missing is named and the closing refused, unless a reason is given.
 */
@Command(name = "close", description = "close a case with its finding, or name what is missing")
final class CaseCloseCommand implements Callable<Integer> {

  @ParentCommand private CaseCommand parent = new CaseCommand();

  @Mixin private CaseCommand.Which which = new CaseCommand.Which();

  @Option(
      names = "--finding",
      required = true,
      paramLabel = "WORD",
      description = "incident, near-miss or non-event (mistakenly reported)")
  private String finding = "";

  @Option(
      names = "--lesson",
      paramLabel = "TEXT",
      description = "what was learnt; a near miss or non-event needs it; stays in the record")
  private @Nullable String lesson;

  @Option(
      names = "--even-so",
      paramLabel = "REASON",
      description = "why it is closed with pieces missing; stays in the record")
  private @Nullable String evenSo;

  @Mixin private CaseCommand.Said said = new CaseCommand.Said();

  @Override
  public Integer call() throws Exception {
    if (!Closure.FINDINGS.contains(finding)) {
      throw new WrongUsage(
          "there is no finding \""
              + finding
              + "\"; choose one of "
              + String.join(", ", Closure.FINDINGS));
    }
    Optional<String> reason = CaseCommand.given(evenSo);
    if (evenSo != null && reason.isEmpty()) {
      throw new WrongUsage("--even-so is empty; write the reason");
    }
    try (CaseSession session = new CaseSession(parent.door(), "case close")) {
      int code = session.done(() -> closed(session, reason));
      session.assessAfter(code);
      return code;
    }
  }

  private List<String> closed(CaseSession session, Optional<String> reason) {
    Decision closure =
        Closure.closed(
            finding,
            session.moment(said.when()),
            session.who(said.by()),
            CaseCommand.given(lesson),
            reason);
    List<Closing.Checked> missing =
        session
            .get(ClosingDesk.class)
            .close(
                session.incident(which.school(), which.reference()),
                closure,
                CaseSession.oneLine("--by", said.by()),
                session.asOf(),
                session.now());
    List<String> lines = new ArrayList<>();
    lines.add(
        which.reference() + " is closed" + (missing.isEmpty() ? "." : ", with pieces missing:"));
    missing.forEach(check -> lines.add("  " + check.missing() + " [" + check.source() + "]"));
    return lines;
  }
}
