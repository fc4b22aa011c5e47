package org.breachledger.casework;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.breachledger.policy.PolicyTable.Row;

/**
 * What a policy wants to be there before a case is closed, in the order of its table.
 *
 * @param rows one for each check
 */
public record ClosingChecks(List<Check> rows) {

  /**
   * One check in the policy's words.
   *
   * @param missing what is said where the piece is not there
   */
  record Check(ClosingRule rule, String title, String missing, String source) {}

  /** Copies the checks. */
  public ClosingChecks {
    rows = List.copyOf(rows);
  }

  /**
   * Reads the table a profile names.
   *
   * @throws org.breachledger.policy.RefusedTable naming the line and what is allowed
   */
  public static ClosingChecks read(PolicySource source, PolicyProfile profile) {
    PolicyTable table =
        PolicyTable.read(
            source,
            profile.tables().closing(),
            Set.of("check", "title", "missing", "source"),
            Set.of());
    List<Check> rows = new ArrayList<>();
    Set<ClosingRule> seen = new LinkedHashSet<>();
    for (Row row : table.rows()) {
      Check check = check(row);
      if (!seen.add(check.rule())) {
        throw row.refuse("check \"" + row.get("check") + "\" stands twice");
      }
      rows.add(check);
    }
    return new ClosingChecks(rows);
  }

  /** What is there and what is missing of a case. */
  Closing of(KnownCase known) {
    return new Closing(
        known.closed(),
        rows.stream()
            .filter(check -> check.rule().applies(known))
            .map(check -> checked(check, known))
            .toList());
  }

  private static Closing.Checked checked(Check check, KnownCase known) {
    boolean met = check.rule().met(known);
    return new Closing.Checked(
        check.rule().code(), check.title(), met, met ? "" : missing(check, known), check.source());
  }

  /** How many, where it is actions that are missing. */
  private static String missing(Check check, KnownCase known) {
    return check.rule() == ClosingRule.ACTIONS_DONE
        ? known.openActions().size()
            + " of "
            + known.file().actions().size()
            + " "
            + check.missing()
        : check.missing();
  }

  private static Check check(Row row) {
    ClosingRule rule =
        ClosingRule.find(row.need("check"))
            .orElseThrow(
                () ->
                    row.refuse(
                        "check \""
                            + row.get("check")
                            + "\" is unknown; allowed are "
                            + String.join(", ", ClosingRule.codes())));
    return new Check(rule, row.need("title"), row.need("missing"), row.need("source"));
  }
}
