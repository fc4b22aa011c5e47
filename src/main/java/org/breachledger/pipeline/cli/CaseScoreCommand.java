package org.breachledger.pipeline.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.breachledger.casework.store.ScoreDesk;
import org.breachledger.incident.Individuals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Corrects what an incident is scored on; the rules then score it anew. */
@Command(
    name = "score",
    description = "correct how many people an incident affected and which factors apply")
final class CaseScoreCommand implements Callable<Integer> {

  @ParentCommand private CaseCommand parent = new CaseCommand();

  @Mixin private CaseCommand.Which which = new CaseCommand.Which();

  @Option(
      names = "--individuals",
      paramLabel = "N",
      description = "people affected, such as 12 or 20-30 (default: as on record)")
  private @Nullable String individuals;

  @Option(
      names = "--factors",
      paramLabel = "CODES",
      description = "all factors that apply, joined by commas, or none (default: as they count)")
  private @Nullable String factors;

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "the reason; stays in the record")
  private String why = "";

  @Mixin private CaseCommand.Said said = new CaseCommand.Said();

  @Override
  public Integer call() throws Exception {
    if (individuals == null && factors == null) {
      throw new WrongUsage("say what is to be corrected: --individuals, --factors or both");
    }
    String reason =
        CaseCommand.given(why)
            .orElseThrow(() -> new WrongUsage("--why is empty; write the reason"));
    Optional<Individuals> people = Optional.ofNullable(individuals).map(CaseScoreCommand::people);
    try (CaseSession session = new CaseSession(parent.door(), "case score")) {
      int code = session.done(() -> corrected(session, people, reason));
      session.assessAfter(code);
      return code;
    }
  }

  private List<String> corrected(CaseSession session, Optional<Individuals> people, String reason) {
    session
        .get(ScoreDesk.class)
        .correct(
            session.incident(which.school(), which.reference()),
            new ScoreDesk.Correction(
                people,
                Optional.ofNullable(factors).map(CaseScoreCommand::codes),
                session.moment(said.when()),
                session.who(said.by()),
                reason),
            CaseSession.oneLine("--by", said.by()),
            session.asOf(),
            session.now());
    return List.of("The score of " + which.reference() + " is worked out anew.");
  }

  private static Individuals people(String written) {
    return Individuals.typed(written)
        .orElseThrow(() -> new WrongUsage("--individuals must be a number such as 12, or 20-30"));
  }

  private static Set<String> codes(String written) {
    return Arrays.stream(written.split(",", -1))
        .map(String::strip)
        .filter(code -> !code.isEmpty() && !code.equalsIgnoreCase("none"))
        .collect(Collectors.toSet());
  }
}
