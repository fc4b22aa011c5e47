package org.breachledger.pipeline.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.breachledger.keeping.YearlyList;
import org.breachledger.keeping.store.ListDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Confirms the list of what is due, by its name. It destroys nothing. */
@Command(name = "confirm", description = "confirm the list of what is due, by its name")
final class RetentionConfirmCommand implements Callable<Integer> {

  @ParentCommand private RetentionCommand parent = new RetentionCommand();

  @Parameters(index = "0", paramLabel = "LIST", description = "its name, as the list prints it")
  private String list = "";

  @Option(names = "--school", paramLabel = "NAME", description = "the list of this school only")
  private @Nullable String school;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "ROLE",
      description = "a role of the policy that confirms it")
  private String by = "";

  @Override
  public Integer call() throws Exception {
    try (RetentionSession session = new RetentionSession(parent.door(), "retention confirm")) {
      return session.done(
          () -> {
            Optional<Integer> id = Optional.ofNullable(school).map(session::school);
            YearlyList confirmed =
                session.get(ListDesk.class).confirm(list, session.asOf(), id, session.by(by));
            return "List "
                + confirmed.name()
                + " is confirmed: "
                + RetentionShown.incidents(confirmed.items().size())
                + " may be destroyed. See what would go with: breachledger retention destroy "
                + confirmed.name()
                + " --by ROLE --dry-run";
          });
    }
  }
}
