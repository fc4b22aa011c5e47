package org.breachledger.pipeline.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breachledger.casework.ActionKind;
import org.breachledger.casework.store.CaseDesk;
import org.breachledger.casework.store.CaseDesk.NewAction;
import org.breachledger.pipeline.exports.CaseTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Records what is to be done because of an incident, and that it was. What it is and who owns it by
 * name stays in the record: lists show the role, or that a person is named.
 */
@Command(name = "action", description = "add, finish and list actions out of incidents")
final class CaseActionCommand implements Callable<Integer> {

  @ParentCommand private CaseCommand parent = new CaseCommand();

  @Override
  public Integer call() {
    throw new WrongUsage("say what to do: add, done or list");
  }

  @Command(name = "add", description = "record something to be done")
  int add(
      @Parameters(paramLabel = "SCHOOL") String school,
      @Parameters(paramLabel = "REFERENCE") String reference,
      @Option(
              names = "--kind",
              required = true,
              paramLabel = "KIND",
              description = "training, policy, control or other")
          String kind,
      @Option(
              names = "--what",
              required = true,
              paramLabel = "TEXT",
              description = "what is to be done; stays in the record")
          String what,
      @Option(names = "--owner", paramLabel = "WHO", description = "a role of the policy or a name")
          @Nullable String owner,
      @Option(names = "--due", paramLabel = "D", description = "the last day, inclusive")
          @Nullable LocalDate due,
      @Option(names = "--by", required = true, paramLabel = "WHO", description = "who recorded it")
          String by)
      throws Exception {
    ActionKind known =
        ActionKind.find(kind)
            .orElseThrow(
                () ->
                    new WrongUsage(
                        "there is no kind \""
                            + kind
                            + "\"; choose one of "
                            + String.join(", ", ActionKind.codes())));
    String text =
        CaseCommand.given(what)
            .orElseThrow(() -> new WrongUsage("--what is empty; write a few words"));
    try (CaseSession session = new CaseSession(parent.door(), "case action add")) {
      return session.done(
          () -> {
            long id =
                session
                    .get(CaseDesk.class)
                    .add(
                        session.incident(school, reference),
                        new NewAction(
                            known,
                            text,
                            CaseCommand.given(owner).map(session::who),
                            java.util.Optional.ofNullable(due)),
                        CaseSession.oneLine("--by", by),
                        session.now());
            return List.of("Action " + id + " is recorded for " + reference + ".");
          });
    }
  }

  @Command(name = "done", description = "record that an action was done")
  int done(@Parameters(paramLabel = "ACTION-ID") long id, @Mixin CaseCommand.Said said)
      throws Exception {
    try (CaseSession session = new CaseSession(parent.door(), "case action done")) {
      return session.done(
          () -> {
            session
                .get(CaseDesk.class)
                .finish(
                    id,
                    session.moment(said.when()),
                    CaseSession.oneLine("--by", said.by()),
                    session.asOf(),
                    session.now());
            return List.of("Action " + id + " is done.");
          });
    }
  }

  @Command(name = "list", description = "list the actions that are not done")
  int list(@Option(names = "--all", description = "those done too") boolean all) throws Exception {
    try (CaseSession session = new CaseSession(parent.door(), "case action list")) {
      List<List<@Nullable Object>> rows =
          session.found(
              () -> {
                List<List<@Nullable Object>> found = new ArrayList<>();
                session
                    .get(CaseTables.class)
                    .actions(
                        session.asOf(),
                        cells -> {
                          if (all
                              || !"DONE".equals(cells.get(CaseTables.ACTIONS.indexOf("state")))) {
                            found.add(cells);
                          }
                        });
                return found;
              });
      return session.listed(
          "actions",
          CaseTables.ACTIONS,
          rows,
          rows.size() + (rows.size() == 1 ? " action" : " actions") + (all ? "" : " not done"),
          CaseActionCommand::line);
    }
  }

  private static String line(Map<String, @Nullable Object> action) {
    return (action.get("action_id") == null ? "sheet" : action.get("action_id"))
        + "  "
        + action.get("reference")
        + ", "
        + action.get("school")
        + "  "
        + action.get("kind")
        + (action.get("owner") == null ? "" : ", " + action.get("owner"))
        + (action.get("due") == null ? ", no due day" : ", due " + action.get("due"))
        + "  "
        + action.get("state");
  }
}
