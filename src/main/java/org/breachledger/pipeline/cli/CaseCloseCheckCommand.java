package org.breachledger.pipeline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breachledger.pipeline.exports.CaseTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * What the closing of an incident needs, or what is missing of all that are closed. A missing piece
 * is a result and no failure.
 */
@Command(name = "close-check", description = "name what is missing for an incident to be closed")
final class CaseCloseCheckCommand implements Callable<Integer> {

  @ParentCommand private CaseCommand parent = new CaseCommand();

  @Parameters(index = "0", arity = "0..1", paramLabel = "SCHOOL", description = "the school")
  private @Nullable String school;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "REFERENCE",
      description = "the incident; without one, what is missing of all that are closed")
  private @Nullable String reference;

  @Option(names = "--open", description = "what is missing of those still open too")
  private boolean open;

  @Override
  public Integer call() throws Exception {
    String of = school;
    String one = reference;
    if (of != null && one == null) {
      throw new WrongUsage("name the school and the reference, or neither for all incidents");
    }
    try (CaseSession session = new CaseSession(parent.door(), "case close-check")) {
      List<List<@Nullable Object>> rows =
          of != null && one != null
              ? session.found(
                  () ->
                      session.get(CaseTables.class).closing(session.file(of, one), session.asOf()))
              : missing(session);
      return session.listed(
          "checks", CaseTables.CLOSING, rows, summary(rows), CaseCloseCheckCommand::line);
    }
  }

  private List<List<@Nullable Object>> missing(CaseSession session) {
    return session.found(
        () -> {
          List<List<@Nullable Object>> found = new ArrayList<>();
          session
              .get(CaseTables.class)
              .closing(
                  session.asOf(),
                  cells -> {
                    boolean wanted = open || Boolean.TRUE.equals(cell(cells, "closed"));
                    if (wanted && Boolean.FALSE.equals(cell(cells, "met"))) {
                      found.add(cells);
                    }
                  });
          return found;
        });
  }

  private static String summary(List<List<@Nullable Object>> rows) {
    long missing = rows.stream().filter(row -> Boolean.FALSE.equals(cell(row, "met"))).count();
    long flagged =
        rows.stream()
            .filter(row -> Boolean.TRUE.equals(cell(row, "flagged")))
            .map(row -> List.of(String.valueOf(cell(row, "school")), text(row)))
            .distinct()
            .count();
    return missing
        + (missing == 1 ? " piece" : " pieces")
        + " missing; "
        + flagged
        + (flagged == 1 ? " incident" : " incidents")
        + " closed with something missing";
  }

  private static String text(List<@Nullable Object> row) {
    Object reference = cell(row, "reference");
    return reference instanceof org.breachledger.reporting.sheet.TableFile.Outside outside
        ? outside.text()
        : "";
  }

  private static @Nullable Object cell(List<@Nullable Object> row, String column) {
    return row.get(CaseTables.CLOSING.indexOf(column));
  }

  private static String line(Map<String, @Nullable Object> check) {
    return check.get("reference")
        + ", "
        + check.get("school")
        + (Boolean.TRUE.equals(check.get("closed")) ? " (closed): " : " (open): ")
        + check.get("title")
        + ": "
        + (Boolean.TRUE.equals(check.get("met")) ? "there" : check.get("missing"))
        + " ["
        + check.get("source")
        + "]";
  }
}
