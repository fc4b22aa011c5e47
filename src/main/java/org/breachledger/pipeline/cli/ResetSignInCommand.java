package org.breachledger.pipeline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.breachledger.access.Account;
import org.breachledger.access.store.AccountStore;
import org.breachledger.access.store.People;
import org.breachledger.access.store.SecondFactors;
import org.breachledger.pipeline.boot.Installation;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lets back in whom no operator can help: the only operator without password or phone. */
@Command(
    name = "reset-sign-in",
    description = "open an account with a new password, shown this once, and no second factor")
final class ResetSignInCommand implements Callable<Integer> {

  private static final String BY = "breachledger";

  @ParentCommand private CommandLineDoor door = new CommandLineDoor();

  @Parameters(index = "0", paramLabel = "NAME", description = "the sign-in name, such as operator")
  private String name = "";

  @Override
  public Integer call() throws Exception {
    try (Installation installation = Installation.open(door.home(), door.jobs(), false, false)) {
      Account account =
          installation
              .get(AccountStore.class)
              .find(name)
              .orElseThrow(() -> new WrongUsage("there is no account of that name"));
      String password = FirstPassword.fresh();
      installation
          .get(TransactionTemplate.class)
          .executeWithoutResult(
              status -> {
                installation.get(People.class).letIn(account, password, BY);
                installation
                    .get(SecondFactors.class)
                    .remove(account.userId(), BY, "second-factor-reset");
              });
      new Answer(
              "reset-sign-in",
              "done",
              List.of(),
              List.of(
                  "Sign in as \"%s\" with the password %s and set your own. It is shown this once."
                      .formatted(account.signInName(), password)))
          .print(door.json());
      return ExitCode.DONE;
    }
  }
}
