package org.breachledger.pipeline.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.breachledger.casework.ReviewItem;
import org.breachledger.casework.store.CaseDesk;
import org.breachledger.pipeline.exports.CaseTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * The six-month review queue: each registered incident comes back with what became of its type
 * since, and a person signs it off.
 */
@Command(name = "review", description = "list the six-month reviews and sign them off")
final class CaseReviewCommand implements Callable<Integer> {

  @ParentCommand private CaseCommand parent = new CaseCommand();

  @Override
  public Integer call() {
    throw new WrongUsage("say what to do: list or sign");
  }

  @Command(name = "list", description = "list the reviews that wait for somebody")
  int list(@Option(names = "--all", description = "later and signed off ones too") boolean all)
      throws Exception {
    try (CaseSession session = new CaseSession(parent.door(), "case review list")) {
      List<List<@Nullable Object>> rows =
          session.found(() -> session.get(CaseTables.class).reviews(session.asOf(), all));
      return session.listed(
          "reviews",
          CaseTables.REVIEWS,
          rows,
          rows.size() + (rows.size() == 1 ? " review" : " reviews") + (all ? "" : " waiting"),
          CaseReviewCommand::line);
    }
  }

  @Command(name = "sign", description = "sign off the review of an incident")
  int sign(
      @Parameters(paramLabel = "SCHOOL") String school,
      @Parameters(paramLabel = "REFERENCE") String reference,
      @Option(names = "--note", paramLabel = "TEXT", description = "a note; stays in the record")
          @Nullable String note,
      @Mixin CaseCommand.Said said)
      throws Exception {
    try (CaseSession session = new CaseSession(parent.door(), "case review sign")) {
      int code =
          session.done(
              () -> {
                ReviewItem item =
                    session
                        .get(CaseDesk.class)
                        .signOff(
                            session.incident(school, reference),
                            session.moment(said.when()),
                            session.who(said.by()),
                            CaseCommand.given(note),
                            CaseSession.oneLine("--by", said.by()),
                            session.asOf(),
                            session.now());
                return List.of(
                    "The review of "
                        + reference
                        + " is signed off; "
                        + since(item)
                        + ", "
                        + item.actionsOpen()
                        + " of its actions open.");
              });
      session.assessAfter(code);
      return code;
    }
  }

  private static String since(ReviewItem item) {
    return item.times()
        .map(times -> "its type occurred " + times(times) + " since at this school")
        .orElseGet(
            () ->
                "nobody can tell whether its type occurred again at this school: " + item.untold());
  }

  private static String times(int number) {
    return number == 0 ? "not again" : number == 1 ? "once more" : number + " times more";
  }

  private static String line(Map<String, @Nullable Object> review) {
    return review.get("reference")
        + ", "
        + review.get("school")
        + "  "
        + review.get("breach_type")
        + "  "
        + review.get("state")
        + ", due "
        + (String.valueOf(review.get("due")).isEmpty() ? "cannot tell" : review.get("due"))
        + "; type "
        + (String.valueOf(review.get("type_verdict")).isEmpty()
            ? "not compared yet"
            : review.get("type_verdict"))
        + "; again "
        + Objects.requireNonNullElse(review.get("recurrences"), "cannot tell")
        + (String.valueOf(review.get("recurred_as")).isEmpty()
            ? ""
            : " (" + review.get("recurred_as") + ")")
        + "; actions open "
        + review.get("actions_open");
  }
}
